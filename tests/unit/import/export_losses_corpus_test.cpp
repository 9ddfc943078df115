// What each of the exports of CONNLINT_CORPUS lost of the Send connectors that a real PowerShell
// wrote: a value that is not there was reported as lost, or the export does not name the property.
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "linter/import/import.h"
#include "tests/support/imported.h"
#include "tests/support/imported_file.h"

namespace connlint {
namespace {

using test::objects_of;
using test::words;
using Texts = std::set<std::string>;

const std::filesystem::path kExports =
    std::filesystem::path(CONNLINT_CORPUS) / "powershell/organization";

/// What an export does not give, by names of properties.
struct Losses {
  /// Reported as lost (CL902, CL903).
  Texts reported;
  /// Not among the properties that were exported.
  Texts left_out;

  bool operator==(const Losses&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Losses& losses) {
  for (const std::string& name : losses.reported) out << name << " reported, ";
  for (const std::string& name : losses.left_out) out << name << " left out, ";
  return out;
}

/// Line breaks as the formats of text lines have them.
std::string with_plain_lines(std::string text) {
  std::erase(text, '\r');
  return text;
}

/// Address spaces without the scope word, which the nested objects of JSON do not hold.
std::vector<std::string> without_scope(std::vector<std::string> spaces) {
  for (std::string& space : spaces) {
    if (space.starts_with("Local:")) space.erase(0, 6);
  }
  return spaces;
}

/// Compares a connector with what the object held, and notes what it does not state.
class Comparison {
 public:
  explicit Comparison(const ImportedObjects& found) : found_(found) {}

  void compare(const Object& connector, const nlohmann::json& wanted) {
    const auto list = [&](const char* key) {
      return wanted.at(key).get<std::vector<std::string>>();
    };
    const std::string name(connector.name());
    if (states(connector, Property::address_spaces)) {
      EXPECT_EQ(without_scope(words(connector.spaces(Property::address_spaces))),
                without_scope(list("address_spaces")))
          << name;
    }
    if (states(connector, Property::smart_hosts)) {
      EXPECT_EQ(words(connector.names(Property::smart_hosts)), list("smart_hosts")) << name;
    }
    if (states(connector, Property::source_servers)) {
      EXPECT_EQ(words(connector.names(Property::source_servers)), list("source_servers")) << name;
    }
    for (const auto& [property, key] :
         {std::pair{Property::dns_routing, "dns_routing"}, std::pair{Property::enabled, "enabled"},
          std::pair{Property::require_tls, "require_tls"}}) {
      if (!states(connector, property)) continue;
      EXPECT_EQ(connector.flag(property), wanted.at(key).get<bool>()) << name << " " << key;
    }
    if (states(connector, Property::scope)) {
      EXPECT_EQ(connector.text(Property::scope), wanted.at("scoped") ? "site" : "organization")
          << name;
    }
    if (states(connector, Property::max_message_size)) {
      const Size* size = connector.get<Size>(Property::max_message_size);
      const nlohmann::json& limit = wanted.at("max_message_size");
      ASSERT_NE(size, nullptr) << name;
      EXPECT_EQ(size->unlimited, limit.is_null()) << name;
      EXPECT_EQ(size->bytes.value_or(0), limit.is_null() ? 0 : limit.get<std::uint64_t>()) << name;
    }
    if (states(connector, Property::comment)) {
      EXPECT_EQ(with_plain_lines(std::string(connector.text(Property::comment))),
                with_plain_lines(wanted.at("comment").get<std::string>()))
          << name;
    }
  }

  [[nodiscard]] const Losses& losses() const { return losses_; }

 private:
  bool states(const Object& connector, Property property) {
    if (connector.states(property)) return true;
    const std::string_view cmdlet =
        property == Property::scope ? "IsScopedConnector" : info_of(property).cmdlet;
    bool reported = false;
    for (const LostValue& lost : found_.lost_values) {
      reported = reported || (lost.object == connector.name() && lost.property == cmdlet);
    }
    (reported ? losses_.reported : losses_.left_out).emplace(cmdlet);
    return false;
  }

  const ImportedObjects& found_;
  Losses losses_;
};

/// The exports of Send connectors that do not give all values, with what each lost.
const std::map<std::string, Losses> kLosses = {
    {"all.object.json", {{"MaxMessageSize"}, {}}},
    {"send.local.depth5.compressed.utf16le.json", {{"MaxMessageSize"}, {}}},
    {"send.local.csv", {{"AddressSpaces", "SourceTransportServers"}, {}}},
    {"send.local.typed.csv", {{"AddressSpaces", "SourceTransportServers"}, {}}},
    {"send.lines.jsonl",
     {{}, {"Comment", "MaxMessageSize", "RequireTLS", "SourceTransportServers"}}},
    {"send.some-properties.xml", {{}, {"Comment", "RequireTLS"}}},
    {"send.list.txt", {{"AddressSpaces"}, {}}},
    {"send.list.80.txt", {{"AddressSpaces"}, {}}},
    {"send.list.wide.txt", {{"AddressSpaces"}, {}}},
    {"send.list.remote.utf16le.txt", {{"AddressSpaces"}, {}}},
    {"send.list.40.txt",
     {{"AddressSpaces"}, {"Enabled", "IsScopedConnector", "MaxMessageSize", "RequireTLS"}}},
    {"send.list.limit4.txt",
     {{"AddressSpaces"},
      {"Comment", "DNSRoutingEnabled", "IsScopedConnector", "MaxMessageSize", "RequireTLS"}}},
    {"send.list.some-properties.txt", {{"AddressSpaces"}, {"Comment", "RequireTLS"}}},
};

ImportedObjects imported(const std::string& path, SourceStore& store) {
  const SourceFile& file = store.add(path, bytes_of(path));
  const Format* format = recognize_format(file.text);
  EXPECT_NE(format, nullptr) << path;
  return format == nullptr ? ImportedObjects() : import_file(file, *format);
}

TEST(ExportCorpus, GivesEveryValueButForWhatEachExportLost) {
  const auto expected = nlohmann::json::parse(bytes_of((kExports / "expected.json").string()));
  std::size_t exports = 0;

  for (const auto& entry : std::filesystem::directory_iterator(kExports)) {
    const std::string name = entry.path().filename().string();
    const bool sends = name.starts_with("send.") || name.starts_with("all.");
    if (!sends || name == "send.table.txt") continue;
    SCOPED_TRACE(name);
    SourceStore store;
    const ImportedObjects found = imported(entry.path().string(), store);
    const auto connectors = objects_of(found, ObjectKind::connector);
    Comparison comparison(found);
    for (const nlohmann::json& wanted : expected.at("send")) {
      const auto connector = connectors.find(wanted.at("name").get<std::string>());
      // One export holds one connector.
      if (connector == connectors.end() && name == "send.one.json") continue;
      ASSERT_NE(connector, connectors.end()) << wanted.at("name");
      EXPECT_EQ(connector->second.text(Property::kind), "send");
      comparison.compare(connector->second, wanted);
    }

    const auto losses = kLosses.find(name);
    EXPECT_EQ(comparison.losses(), losses == kLosses.end() ? Losses() : losses->second);
    for (const Note& note : found.notes) EXPECT_NE(note.kind, NoteKind::unreadable) << note.message;
    ++exports;
  }
  EXPECT_EQ(exports, 34U);
}

TEST(ExportCorpus, ATableIsRefusedWithTheCommandThatGivesAList) {
  SourceStore store;
  const ImportedObjects found = imported((kExports / "send.table.txt").string(), store);

  ASSERT_EQ(found.notes.size(), 1U);
  EXPECT_EQ(found.notes.front().kind, NoteKind::unreadable);
  EXPECT_NE(found.notes.front().message.find("| Format-List *"), std::string::npos);
}

TEST(ExportCorpus, GivesServersDomainsAndOtherConnectorsInEveryFormat) {
  for (const char* name : {"servers.xml", "servers.csv", "servers.json"}) {
    SourceStore store;
    const auto servers =
        objects_of(imported((kExports / name).string(), store), ObjectKind::server);
    ASSERT_EQ(servers.size(), 3U) << name;
    EXPECT_EQ(servers.at("EX07A").text(Property::version), "8.1 (Build 240.6)") << name;
    EXPECT_EQ(servers.at("EX07B").text(Property::site), "London") << name;
    EXPECT_EQ(servers.at("OLD03").text(Property::version), "6.5 (Build 7638.2)") << name;
  }
  for (const char* name : {"foreign.xml", "foreign.joined-bar.csv"}) {
    SourceStore store;
    const auto found =
        objects_of(imported((kExports / name).string(), store), ObjectKind::connector);
    ASSERT_EQ(found.size(), 1U) << name;
    EXPECT_EQ(found.at("Pager").text(Property::kind), "foreign") << name;
    EXPECT_EQ(words(found.at("Pager").spaces(Property::address_spaces)),
              std::vector<std::string>{"PAGER:*;1"})
        << name;
  }
  SourceStore store;
  const auto domains = objects_of(imported((kExports / "accepted-domains.xml").string(), store),
                                  ObjectKind::accepted_domain);
  EXPECT_EQ(domains.at("branch.contoso.com").text(Property::type), "internal-relay");
  const auto links =
      objects_of(imported((kExports / "routing-group.xml").string(), store), ObjectKind::connector);
  EXPECT_EQ(links.at("To 2003").text(Property::kind), "routing-group");
}

}  // namespace
}  // namespace connlint
