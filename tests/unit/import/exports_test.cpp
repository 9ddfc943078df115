// The importers over whole files: fixtures in several carriers, and real exports where there are
// any.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "linter/formats/carrier.h"
#include "linter/import/cmdlet.h"
#include "linter/import/directory.h"
#include "linter/source/source_store.h"
#include "tests/support/imported.h"
#include "tests/support/record_text.h"

namespace connlint {
namespace {

using test::words;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::filesystem::path kFixtures = std::filesystem::path(CONNLINT_SOURCE_DIR) / "fixtures";
const std::filesystem::path kCorpus = CONNLINT_CORPUS;

template <class Importer>
ImportedObjects import_with(const std::filesystem::path& path) {
  SourceStore store;
  const SourceFile& file = store.add(path.string(), bytes_of(path.string()));
  const Carrier* carrier = recognize_carrier(file.text);
  Importer importer(file);
  if (carrier == nullptr) {
    ADD_FAILURE() << "no carrier reads " << path;
  } else {
    carrier->read(file, importer);
  }
  return importer.finish();
}

/// The objects of a kind by name.
std::map<std::string, Object> objects_of(const ImportedObjects& found, ObjectKind kind) {
  std::map<std::string, Object> objects;
  for (const Object& object : found.objects) {
    if (object.object_kind() == kind) objects.emplace(std::string(object.name()), object);
  }
  return objects;
}

/// Whether two objects state the same, where both state a property of those named.
void expect_same(const Object& a, const Object& b, const std::vector<Property>& properties) {
  for (Property property : properties) {
    const PropertyValue* first = a.find(property);
    const PropertyValue* second = b.find(property);
    ASSERT_TRUE(first != nullptr && second != nullptr) << a.name() << ": " << name_of(property);
    EXPECT_TRUE(same_value(*first, *second)) << a.name() << ": " << name_of(property);
  }
}

TEST(Exports, OfADirectoryAndOfCmdletsGiveTheSameConnectors) {
  const auto entries =
      import_with<DirectoryImporter>(kFixtures / "organizations/kb959956-legacy-host/contoso.ldf");
  const auto cmdlets = import_with<CmdletImporter>(
      kFixtures / "carriers/kb959956-legacy-host/clixml/send-connectors.xml");

  const auto from_directory = objects_of(entries, ObjectKind::connector);
  const auto from_cmdlets = objects_of(cmdlets, ObjectKind::connector);
  ASSERT_FALSE(from_cmdlets.empty());
  for (const auto& [name, connector] : from_cmdlets) {
    ASSERT_TRUE(from_directory.contains(name)) << name;
    expect_same(connector, from_directory.at(name),
                {Property::kind, Property::address_spaces, Property::scope, Property::home,
                 Property::source_servers, Property::home_mta_server_id, Property::smart_hosts,
                 Property::dns_routing, Property::max_message_size, Property::guid, Property::dn});
  }
  EXPECT_TRUE(entries.coverage.all_connector_kinds);
  EXPECT_FALSE(cmdlets.coverage.all_connector_kinds);
}

TEST(Exports, OfADirectoryAndOfCmdletsGiveTheSameServers) {
  const auto entries =
      import_with<DirectoryImporter>(kFixtures / "organizations/kb959956-legacy-host/contoso.ldf");
  const auto cmdlets = import_with<CmdletImporter>(
      kFixtures / "carriers/kb959956-legacy-host/clixml/exchange-servers.xml");

  const auto from_directory = objects_of(entries, ObjectKind::server);
  const auto from_cmdlets = objects_of(cmdlets, ObjectKind::server);
  ASSERT_FALSE(from_cmdlets.empty());
  for (const auto& [name, server] : from_cmdlets) {
    ASSERT_TRUE(from_directory.contains(name)) << name;
    expect_same(server, from_directory.at(name), {Property::version, Property::fqdn});
  }
}

TEST(Exports, HoldNoSecretInWhatIsKept) {
  const auto credential =
      import_with<CmdletImporter>(kFixtures / "carriers/quirks/clixml/secure-string.xml");
  const auto passwords =
      import_with<DirectoryImporter>(kFixtures / "carriers/quirks/ldif/password.ldf");

  ASSERT_THAT(credential.secrets, SizeIs(1));
  EXPECT_EQ(credential.secrets.front().property, "AuthenticationCredential");
  EXPECT_THAT(passwords.secrets, SizeIs(3));
  EXPECT_THAT(credential.objects, SizeIs(1));
  EXPECT_FALSE(credential.objects.front().states(Property::authentication_credential));
}

TEST(Exports, OfNamesAloneLeaveAllUnknown) {
  const auto found =
      import_with<DirectoryImporter>(kFixtures / "carriers/quirks/ldif/names-only.ldf");

  ASSERT_THAT(found.objects, SizeIs(1));
  EXPECT_EQ(found.objects.front().name(), "Sms");
  EXPECT_FALSE(found.objects.front().states(Property::dns_routing));
}

/// Real exports are no part of the project; where there are none, there is nothing to test.
class RealExports : public testing::Test {
 protected:
  void SetUp() override {
    if (kCorpus.empty()) GTEST_SKIP() << "no CONNLINT_CORPUS";
  }
};

TEST_F(RealExports, GiveTheRealSendConnector) {
  const auto found = import_with<CmdletImporter>(kCorpus / "clixml/exchange/GetSendConnector.xml");

  ASSERT_THAT(found.objects, SizeIs(1));
  const Object& connector = found.objects.front();
  EXPECT_EQ(connector.name(), "Mail to O365");
  EXPECT_EQ(connector.text(Property::kind), "send");
  EXPECT_THAT(words(connector.spaces(Property::address_spaces)), ElementsAre("SMTP:*;1"));
  EXPECT_THAT(words(connector.names(Property::smart_hosts)),
              ElementsAre("microsoft-com.mail.protection.outlook.com"));
  EXPECT_EQ(connector.flag(Property::dns_routing), false);
  EXPECT_EQ(connector.flag(Property::require_tls), false);
  EXPECT_TRUE(connector.states_nothing(Property::tls_auth_level));
  EXPECT_TRUE(connector.states_nothing(Property::tls_domain));
  EXPECT_EQ(connector.text(Property::tls_certificate_name), "<I>CN=localhost<S>CN=localhost");
  EXPECT_EQ(connector.flag(Property::cloud_services_mail_enabled), true);
  EXPECT_EQ(connector.get<Size>(Property::max_message_size)->bytes, 36700160U);
  EXPECT_EQ(connector.text(Property::scope), "organization");
  // Only a reference to the address of its smart host.
  EXPECT_EQ(connector.text(Property::source_ip_address), "0.0.0.0");
  EXPECT_THAT(words(connector.names(Property::source_servers)), ElementsAre("WIN-CTD3L0RGEN4"));
  EXPECT_EQ(connector.text(Property::home_mta_server_id), "WIN-CTD3L0RGEN4");
  EXPECT_EQ(connector.number(Property::changed), parse_time("2022-03-23T17:00:30Z"));
  EXPECT_EQ(connector.text(Property::guid), "0292c782-9804-4d8b-ae0e-e1c7ab90852b");
  EXPECT_EQ(*found.organization_name, "First Organization");
  EXPECT_THAT(found.notes, IsEmpty());
}

std::vector<std::string> texts_of(const nlohmann::json& list) {
  return list.get<std::vector<std::string>>();
}

/// Compares the Send connectors of an export with what the objects held.
void expect_send_connectors(const ImportedObjects& found, const nlohmann::json& expected) {
  const auto connectors = objects_of(found, ObjectKind::connector);
  for (const nlohmann::json& wanted : expected.at("send")) {
    const auto name = wanted.at("name").get<std::string>();
    ASSERT_TRUE(connectors.contains(name)) << name;
    const Object& connector = connectors.at(name);
    EXPECT_EQ(connector.text(Property::kind), "send") << name;
    EXPECT_EQ(words(connector.spaces(Property::address_spaces)),
              texts_of(wanted.at("address_spaces")))
        << name;
    EXPECT_EQ(words(connector.names(Property::smart_hosts)), texts_of(wanted.at("smart_hosts")))
        << name;
    EXPECT_EQ(words(connector.names(Property::source_servers)),
              texts_of(wanted.at("source_servers")))
        << name;
    EXPECT_EQ(connector.flag(Property::dns_routing), wanted.at("dns_routing").get<bool>()) << name;
    EXPECT_EQ(connector.flag(Property::enabled), wanted.at("enabled").get<bool>()) << name;
    const bool scoped = wanted.at("scoped").get<bool>();
    EXPECT_EQ(connector.text(Property::scope), scoped ? "site" : "organization") << name;
    const Size* size = connector.get<Size>(Property::max_message_size);
    ASSERT_NE(size, nullptr) << name;
    const nlohmann::json& limit = wanted.at("max_message_size");
    EXPECT_EQ(size->unlimited, limit.is_null()) << name;
    if (limit.is_number()) {
      EXPECT_EQ(size->bytes, limit.get<std::uint64_t>()) << name;
    }
  }
}

TEST_F(RealExports, OfPowerShellGiveWhatTheObjectsHeld) {
  const std::filesystem::path folder = kCorpus / "powershell/organization";
  const auto expected = nlohmann::json::parse(bytes_of((folder / "expected.json").string()));

  for (const char* name :
       {"send.local.xml", "send.remote.utf8bom.xml", "send.remote-flat.utf16be.xml",
        "send.selected.xml", "send.depth1.xml", "send.depth4.utf16le.xml", "all.sequence.xml",
        "all.dictionary.xml", "send.remote-flat.json"}) {
    SCOPED_TRACE(name);
    const auto found = import_with<CmdletImporter>(folder / name);
    expect_send_connectors(found, expected);
    EXPECT_THAT(found.lost_values, IsEmpty());
  }
}

TEST_F(RealExports, OfPowerShellGiveServersDomainsAndTheOtherConnectors) {
  const auto found =
      import_with<CmdletImporter>(kCorpus / "powershell/organization/all.sequence.xml");

  const auto servers = objects_of(found, ObjectKind::server);
  EXPECT_EQ(servers.at("EX07A").text(Property::version), "8.1 (Build 240.6)");
  EXPECT_EQ(servers.at("EX07A").text(Property::site), "Seattle");
  EXPECT_EQ(servers.at("EX07B").text(Property::version), "8.3 (Build 83.6)");
  EXPECT_EQ(servers.at("OLD03").text(Property::version), "6.5 (Build 7638.2)");
  EXPECT_TRUE(servers.at("OLD03").states_nothing(Property::site));
  const auto domains = objects_of(found, ObjectKind::accepted_domain);
  EXPECT_EQ(domains.at("contoso.com").text(Property::type), "authoritative");
  EXPECT_EQ(domains.at("branch.contoso.com").text(Property::type), "internal-relay");
  const auto connectors = objects_of(found, ObjectKind::connector);
  EXPECT_EQ(connectors.at("Pager").text(Property::kind), "foreign");
  EXPECT_EQ(connectors.at("Pager").text(Property::drop_directory), "D:\\Drop\\Pager");
  EXPECT_EQ(connectors.at("Pager").get<Size>(Property::max_message_size)->bytes, 65536U);
  const Object& link = connectors.at("To 2003");
  EXPECT_EQ(link.text(Property::kind), "routing-group");
  EXPECT_EQ(link.text(Property::target), "First Administrative Group\\First Routing Group");
  EXPECT_THAT(words(link.names(Property::target_servers)), ElementsAre("OLD03"));
  EXPECT_EQ(link.number(Property::cost), 1);
  EXPECT_EQ(*found.organization_name, "Contoso");
}

TEST_F(RealExports, OfOpenLdapGiveWhatWasPutIn) {
  const std::filesystem::path folder = kCorpus / "ldif/openldap";
  const auto expected = nlohmann::json::parse(bytes_of((folder / "expected.json").string()));

  for (const char* name : {"slapcat.ldif", "ldapsearch-connectors.nowrap.ldif"}) {
    SCOPED_TRACE(name);
    const auto found = import_with<DirectoryImporter>(folder / name);
    const auto connectors = objects_of(found, ObjectKind::connector);
    for (const nlohmann::json& wanted : expected.at("connectors")) {
      const auto connector = wanted.at("name").get<std::string>();
      ASSERT_TRUE(connectors.contains(connector)) << connector;
      const Object& object = connectors.at(connector);
      EXPECT_EQ(object.text(Property::kind), wanted.at("kind").get<std::string>());
      if (wanted.contains("scope")) {
        EXPECT_EQ(object.text(Property::scope), wanted.at("scope").get<std::string>());
      }
      if (wanted.contains("address_spaces")) {
        EXPECT_EQ(words(object.spaces(Property::address_spaces)),
                  texts_of(wanted.at("address_spaces")));
      }
      // The X.400 connector's server is that of its home MTA.
      const std::vector<std::string> sources =
          wanted.at("kind") == "x400"
              ? std::vector{std::string(object.text(Property::home_mta_server_id))}
              : words(object.names(Property::source_servers));
      EXPECT_EQ(sources, texts_of(wanted.at("source_servers")));
    }
    EXPECT_THAT(connectors, SizeIs(expected.at("connectors").size()));
    EXPECT_THAT(objects_of(found, ObjectKind::server), SizeIs(3));
    EXPECT_THAT(objects_of(found, ObjectKind::routing_group), SizeIs(3));
    EXPECT_THAT(found.secrets, SizeIs(1));
  }
}

}  // namespace
}  // namespace connlint
