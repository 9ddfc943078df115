// The CSV files that a real PowerShell wrote (CONNLINT_CORPUS) against what the objects held, as
// far as the format can tell, and what each file lost.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "linter/formats/format.h"
#include "linter/formats/joined_list.h"
#include "tests/support/record_text.h"

namespace connlint {
namespace {

using Json = nlohmann::ordered_json;
using Texts = std::vector<std::string>;

/// A row: its cells by column, and how those were lost that were.
struct Row {
  std::map<std::string, std::string> cells;
  std::map<std::string, Loss> lost;
  std::map<std::string, JoinedList> spaces, words;
  std::string type;

  [[nodiscard]] static Texts texts(const JoinedList& list) {
    Texts made;
    for (const Text& item : list.items) made.emplace_back(item.value);
    return made;
  }
};

/// Keeps the rows of a file, whose text must outlive it.
class RowSink : public RecordSink {
 public:
  void record(const Record& record) override {
    Row row;
    if (!record.types.empty()) row.type = record.types[0].value;
    for (const Field& field : record.fields) {
      const std::string name(field.name.value);
      row.cells[name] = field.value.text.value;
      if (field.value.loss != Loss::none) row.lost[name] = field.value.loss;
      row.spaces[name] =
          cut_joined_list(field.value.text, ListItems::address_spaces, ListJoiner::people, arena_);
      row.words[name] =
          cut_joined_list(field.value.text, ListItems::words, ListJoiner::people, arena_);
    }
    rows.push_back(std::move(row));
  }
  void note(Note note) override { notes.push_back(std::move(note)); }

  std::vector<Row> rows;
  std::vector<Note> notes;

 private:
  Arena arena_;
};

class CsvCorpusTest : public testing::Test {
 protected:
  static std::string bytes(const std::string& name) {
    return bytes_of(std::string(CONNLINT_CORPUS) + "/powershell/" + name);
  }
  static Json expected() { return Json::parse(bytes("organization/expected.json")); }

  RowSink& read(const std::string& name) {
    const SourceFile& file = store_.add(name, bytes(name));
    EXPECT_TRUE(claims_csv(file.text)) << name;
    EXPECT_EQ(recognize_format(file.text), format_named("csv")) << name;
    read_csv(file, sink_);
    EXPECT_TRUE(sink_.notes.empty()) << name;
    return sink_;
  }

  SourceStore store_;
  RowSink sink_;
};

void expect_scalars(const Row& row, const Json& connector, const std::string& file) {
  const auto flag = [](bool value) { return value ? "True" : "False"; };
  const auto& cells = row.cells;
  EXPECT_EQ(cells.at("Name"), connector["name"].get<std::string>()) << file;
  EXPECT_EQ(cells.at("DNSRoutingEnabled"), flag(connector["dns_routing"])) << file;
  EXPECT_EQ(cells.at("Enabled"), flag(connector["enabled"])) << file;
  EXPECT_EQ(cells.at("IsScopedConnector"), flag(connector["scoped"])) << file;
  EXPECT_EQ(cells.at("RequireTLS"), flag(connector["require_tls"])) << file;
  EXPECT_EQ(cells.at("Comment"), connector["comment"].get<std::string>()) << file;
}

TEST_F(CsvCorpusTest, JoinedListsComeBackWhateverJoinedThem) {
  const Json connectors = expected()["send"];
  const std::map<std::string, char> kFiles = {
      {"send.joined-bar.tabs.utf16le.csv", '|'},
      {"send.joined-comma-blank.semicolons.csv", ','},
      {"send.joined-comma.csv", ','},
      {"send.joined-newline.csv", '\n'},
      {"send.joined-semicolon.csv", ';'},
      {"send.remote.csv", ' '},
  };
  for (const auto& [name, separator] : kFiles) {
    sink_.rows.clear();
    const std::vector<Row>& rows = read("organization/" + name).rows;
    ASSERT_EQ(rows.size(), connectors.size()) << name;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Row& row = rows[i];
      const Json& connector = connectors[i];
      expect_scalars(row, connector, name);
      EXPECT_TRUE(row.lost.empty()) << name;
      const JoinedList& spaces = row.spaces.at("AddressSpaces");
      EXPECT_EQ(Row::texts(spaces), connector["address_spaces"].get<Texts>()) << name;
      EXPECT_EQ(spaces.loss(), Loss::none) << name;
      EXPECT_EQ(spaces.separator, spaces.items.size() > 1 ? separator : '\0') << name;
      EXPECT_EQ(Row::texts(row.words.at("SmartHosts")), connector["smart_hosts"].get<Texts>());
      EXPECT_EQ(Row::texts(row.words.at("SourceTransportServers")),
                connector["source_servers"].get<Texts>())
          << name;
    }
  }
}

TEST_F(CsvCorpusTest, ExportCsvOfALocalShellLosesEveryList) {
  const Json connectors = expected()["send"];
  for (const char* name : {"send.local.csv", "send.local.typed.csv"}) {
    sink_.rows.clear();
    const std::vector<Row>& rows = read(std::string("organization/") + name).rows;
    ASSERT_EQ(rows.size(), connectors.size()) << name;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      expect_scalars(rows[i], connectors[i], name);
      const std::map<std::string, Loss> kLost = {{"AddressSpaces", Loss::type_name},
                                                 {"ConnectedDomains", Loss::type_name},
                                                 {"ObjectClass", Loss::type_name},
                                                 {"SmartHosts", Loss::type_name},
                                                 {"SourceTransportServers", Loss::type_name}};
      EXPECT_EQ(rows[i].lost, kLost) << name;
      // This one is a text of its own, and holds the smart hosts.
      EXPECT_EQ(Row::texts(rows[i].words.at("SmartHostsString")),
                connectors[i]["smart_hosts"].get<Texts>())
          << name;
    }
  }
  EXPECT_EQ(sink_.rows[0].type,
            "Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig");
}

TEST_F(CsvCorpusTest, ServersLoseOnlyTheirObjectClass) {
  const Json servers = expected()["servers"];
  const std::vector<Row>& rows = read("organization/servers.csv").rows;

  ASSERT_EQ(rows.size(), servers.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].cells.at("Name"), servers[i]["name"].get<std::string>());
    const std::string site = servers[i]["site"].is_null() ? "" : servers[i]["site"];
    EXPECT_TRUE(rows[i].cells.at("Site").ends_with(site));
    EXPECT_EQ(rows[i].lost, (std::map<std::string, Loss>{{"ObjectClass", Loss::type_name}}));
  }
}

TEST_F(CsvCorpusTest, ForeignConnector) {
  const Json foreign = expected()["foreign"][0];
  const std::vector<Row>& rows = read("organization/foreign.joined-bar.csv").rows;

  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].cells.at("Name"), foreign["name"].get<std::string>());
  EXPECT_EQ(rows[0].cells.at("DropDirectory"), foreign["drop_directory"].get<std::string>());
  EXPECT_EQ(Row::texts(rows[0].spaces.at("AddressSpaces")), foreign["address_spaces"].get<Texts>());
}

TEST_F(CsvCorpusTest, TheRealConnectorLosesOnlyBytes) {
  const std::vector<Row>& rows = read("real/send.csv").rows;

  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].cells.at("Name"), "Mail to O365");
  EXPECT_EQ(rows[0].cells.at("AddressSpaces"), "SMTP:*;1");
  EXPECT_EQ(rows[0].cells.at("SmartHosts"), "microsoft-com.mail.protection.outlook.com");
  EXPECT_EQ(rows[0].lost, (std::map<std::string, Loss>{{"SerializationData", Loss::type_name}}));
}

}  // namespace
}  // namespace connlint
