// The importers over real exports (CONNLINT_CORPUS), which are no part of the project.
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "linter/import/cmdlet/cmdlet.h"
#include "linter/import/directory/directory.h"
#include "tests/support/imported.h"
#include "tests/support/imported_file.h"

namespace connlint {
namespace {

using test::import_with;
using test::objects_of;
using test::words;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::filesystem::path kCorpus = CONNLINT_CORPUS;

TEST(RealExports, GiveTheRealSendConnector) {
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

TEST(RealExports, OfPowerShellGiveWhatTheObjectsHeld) {
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

TEST(RealExports, OfPowerShellGiveServersDomainsAndTheOtherConnectors) {
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

TEST(RealExports, OfOpenLdapGiveWhatWasPutIn) {
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
