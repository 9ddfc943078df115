#include "linter/import/organization_file/organization_file.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "linter/import/organization_file/organization_words.h"
#include "tests/support/organization_text.h"
#include "tests/support/record_text.h"

namespace connlint {
namespace {

using test::OrganizationText;

std::vector<std::string> words(const Names& names) {
  std::vector<std::string> out;
  for (const Located<std::string>& name : names) out.push_back(*name);
  return out;
}

TEST(OrganizationFileTest, EveryKindOfObjectIsRead) {
  const OrganizationText read(
      "connlint: 1\n"
      "organization: Contoso\n"
      "required_address_types: [fax, SMS]\n"
      "sites: [{name: Seattle, hub: true}]\n"
      "site_links: [{name: SEA-LON, sites: [Seattle, London], cost: 10, exchange_cost: 5}]\n"
      "routing_groups: [{name: First Routing Group, master: EX2003-01}]\n"
      "servers: [{name: EX2003-01, version: \"6.5 (Build 7638.2)\"}]\n"
      "connectors: [{name: Fax, kind: send}]\n"
      "accepted_domains: [{name: contoso.com, type: authoritative, default: true}]\n"
      "recipients: [{name: Fax desk, target_address: \"FAX:0171020225\"}]\n"
      "email_address_policies: [{name: Default Policy}]\n"
      "address_templates: [FAX, {name: SMS, guid: 0292c782-9804-4d8b-ae0e-e1c7ab90852b}]\n"
      "transport_config: {max_send_size: 10MB}\n"
      "transport_services: [{name: EX2007-01}]\n"
      "edge_subscriptions: [{name: EDGE-01}]\n"
      "remote_domains: [{name: Default, domain_name: \"*\"}]\n"
      "exchange_certificates: [{name: Internet, thumbprint: \"00\"}]\n");

  EXPECT_EQ(read.remarks(), "");
  const Organization& org = read.organization();
  EXPECT_EQ(*org.name, "Contoso");
  ASSERT_EQ(org.required_types.size(), 3U);
  EXPECT_EQ(org.required_types[0].type, "FAX");
  EXPECT_EQ(org.required_types[0].origin, RequiredType::Origin::organization_file);
  EXPECT_EQ(read.at(org.required_types[0].where), "fax");
  EXPECT_EQ(org.required_types[2].origin, RequiredType::Origin::recipient);
  ASSERT_EQ(org.sites.size(), 2U);
  EXPECT_EQ(org.sites[0].flag(Property::hub), true);
  ASSERT_EQ(org.site_links.size(), 1U);
  EXPECT_EQ(org.site_links[0].number(Property::exchange_cost), 5);
  EXPECT_EQ(org.routing_groups.size(), 1U);
  EXPECT_EQ(org.servers.size(), 1U);
  EXPECT_EQ(org.connectors.size(), 1U);
  ASSERT_EQ(org.accepted_domains.size(), 1U);
  EXPECT_EQ(org.accepted_domains[0].flag(Property::default_), true);
  EXPECT_EQ(org.recipients.size(), 1U);
  EXPECT_EQ(org.others.size(), 8U);
  for (ObjectKind kind : {ObjectKind::address_template, ObjectKind::transport_config,
                          ObjectKind::certificate, ObjectKind::edge_subscription}) {
    EXPECT_TRUE(read.coverage().has(kind)) << name_of(kind);
  }
}

TEST(OrganizationFileTest, AConnectorHasItsValuesAndTheirPlaces) {
  const OrganizationText read(
      "connlint: 1\n"
      "connectors:\n"
      "  - name: Fax\n"
      "    guid: \"{0292C782-9804-4D8B-AE0E-E1C7AB90852B}\"\n"
      "    kind: Send\n"
      "    address_spaces: [\"FAX:*;1\", \"Local:SMS: * ; 2\"]\n"
      "    smart_hosts: []\n"
      "    dns_routing: false\n"
      "    source_servers: [EX2007-01]\n"
      "    home: First Administrative Group\\First Routing Group\n"
      "    max_message_size: 10MB\n"
      "    changed: 2008-12-02T10:00:00+01:00\n"
      "    comment: null\n"
      "    port: 25\n");

  EXPECT_EQ(read.remarks(), "");
  const Connector& connector = read.organization().connectors.at(0);
  EXPECT_EQ(read.at(connector.where), "name: Fax");
  EXPECT_EQ(connector.text(Property::guid), "0292c782-9804-4d8b-ae0e-e1c7ab90852b");
  EXPECT_EQ(connector.text(Property::kind), "send");
  ASSERT_EQ(connector.address_spaces().size(), 2U);
  EXPECT_EQ(read.at(connector.address_spaces()[0].type_where), "FAX");
  EXPECT_EQ(read.at(connector.address_spaces()[1].cost_where), "2");
  EXPECT_TRUE(connector.states_nothing(Property::smart_hosts));
  EXPECT_EQ(connector.flag(Property::dns_routing), false);
  EXPECT_EQ(words(connector.names(Property::source_servers)),
            std::vector<std::string>{"EX2007-01"});
  EXPECT_EQ(connector.text(Property::home), "First Administrative Group\\First Routing Group");
  EXPECT_EQ(connector.get<Size>(Property::max_message_size)->bytes, 10U * 1024 * 1024);
  // 2008-12-02T09:00:00Z
  EXPECT_EQ(connector.number(Property::changed), 1228208400);
  EXPECT_TRUE(connector.states_nothing(Property::comment));
  EXPECT_FALSE(connector.states(Property::enabled));
  EXPECT_EQ(read.at(connector.place_of(Property::port)), "25");
}

TEST(OrganizationFileTest, JsonOfTheSameShapeIsTheSame) {
  const OrganizationText read(
      R"({"connlint": 1, "organization": "Contoso", "transport_config": {"max_send_size": 4096},
      "connectors": [{"name": "Fax", "kind": "send", "port": 25, "enabled": true}]})",
      "json");

  EXPECT_EQ(read.remarks(), "");
  const Connector& connector = read.organization().connectors.at(0);
  EXPECT_EQ(connector.number(Property::port), 25);
  EXPECT_EQ(connector.flag(Property::enabled), true);
  EXPECT_EQ(read.organization().others.at(0).get<Size>(Property::max_send_size)->bytes, 4096U);
}

TEST(OrganizationFileTest, AnEmptyListCountsAsReadAndAListLeftOutDoesNot) {
  const OrganizationText read("connlint: 1\nconnectors: []\nservers:\n");

  EXPECT_TRUE(read.coverage().has(ObjectKind::connector));
  EXPECT_TRUE(read.coverage().all_connector_kinds);
  EXPECT_TRUE(read.coverage().only_organization_files);
  EXPECT_FALSE(read.coverage().has(ObjectKind::server));
  EXPECT_FALSE(read.coverage().has(ObjectKind::site));
  EXPECT_EQ(read.remarks(),
            "suspicious: 'servers' has no value and counts as left out; write [] where there are "
            "none @3:1\n");
}

TEST(OrganizationFileTest, CoverageHasThePropertiesThatOccur) {
  const OrganizationText read(
      "connlint: 1\nconnectors:\n  - {name: Fax, kind: send}\n  - {name: Sms, kind: send, port: "
      "25}\n");

  EXPECT_TRUE(read.coverage().has(ObjectKind::connector, Property::port));
  EXPECT_TRUE(read.coverage().has(ObjectKind::connector, Property::kind));
  EXPECT_FALSE(read.coverage().has(ObjectKind::connector, Property::enabled));
}

TEST(OrganizationFileTest, UnknownKeysAreErrorsThatNameTheNearestKnownOne) {
  const OrganizationText read(
      "connlint: 1\n"
      "conectors:\n"
      "  - name: Fax\n"
      "  - name: Sms\n"
      "connectors:\n"
      "  - {name: Pager, kind: send, adress_spaces: [], AddressSpaces: [], xyzzy: 1}\n"
      "servers:\n"
      "  - {name: EX2007-01, dns_routing: true}\n");

  EXPECT_EQ(read.remarks(),
            "error: 'conectors' is no key of an organisation file; the nearest known key is "
            "'connectors' @2:1\n"
            "error: 'adress_spaces' is no key of a connector; the nearest known key is "
            "'address_spaces' @6:31\n"
            "error: 'AddressSpaces' is no key of a connector; the nearest known key is "
            "'address_spaces' @6:50\n"
            "error: 'xyzzy' is no key of a connector; no known key is near @6:69\n"
            "error: 'dns_routing' is no key of a server; no known key is near @8:23\n");
  EXPECT_EQ(read.organization().connectors.size(), 1U);
}

TEST(OrganizationFileTest, ValuesOfTheWrongKindAreErrorsAndTheRestIsRead) {
  const OrganizationText read(
      "connlint: 1\n"
      "organization: [Contoso]\n"
      "required_address_types: FAX\n"
      "servers: {name: EX2007-01}\n"
      "sites: Seattle\n"
      "connectors:\n"
      "  - Fax\n"
      "  - name: {first: Fax}\n"
      "    kind: carrier-pigeon\n"
      "    address_spaces: \"FAX:*;1\"\n"
      "    smart_hosts: [[\"[192.0.2.20]\"], mail.contoso.com, ~]\n"
      "    source_servers: {first: EX2007-01}\n"
      "    enabled: yes\n"
      "    dns_routing: \"true\"\n"
      "    port: \"25\"\n"
      "    cost: 1\n");

  EXPECT_EQ(
      read.remarks(),
      "error: 'name' is a mapping, expected a single value @8:11\n"
      "error: 'kind' is 'carrier-pigeon', expected one of send, foreign, delivery-agent, smtp, "
      "x400, "
      "routing-group, gateway, receive, outbound, inbound @9:11\n"
      "error: 'address_spaces' is 'FAX:*;1', expected a list, as in address_spaces: [...] @10:22\n"
      "error: an item of 'smart_hosts' is a list, expected a text @11:19\n"
      "error: an item of 'smart_hosts' has no value, expected a text @11:55\n"
      "error: 'source_servers' is a mapping, expected a list, as in source_servers: [...] @12:21\n"
      "error: 'enabled' is 'yes', expected true or false @13:14\n"
      "error: 'dns_routing' is 'true', expected true or false @14:19\n"
      "error: 'port' is '25', expected a whole number @15:12\n"
      "error: 'organization' is a list, expected a text @2:15\n"
      "error: 'required_address_types' is 'FAX', expected a list such as [FAX, SMS] @3:25\n"
      "error: 'servers' is a mapping, expected a list of objects, as in '- name: ...' @4:10\n"
      "error: 'sites' is 'Seattle', expected a list of objects, as in '- name: ...' @5:8\n"
      "error: an item of 'connectors' is 'Fax', expected an object, as in '- name: ...' @7:5\n");
  ASSERT_EQ(read.organization().connectors.size(), 1U);
  const Connector& connector = read.organization().connectors[0];
  EXPECT_EQ(connector.number(Property::cost), 1);
  EXPECT_EQ(words(connector.names(Property::smart_hosts)),
            std::vector<std::string>{"mail.contoso.com"});
  EXPECT_FALSE(connector.states(Property::enabled));
}

TEST(OrganizationFileTest, RangesAndSyntaxAreNotTheReadersBusiness) {
  const OrganizationText read(
      "connlint: 1\n"
      "connectors:\n"
      "  - {name: \"\", kind: send, address_spaces: [\"::\"], port: -1, max_message_size: much,\n"
      "     smart_hosts: [\"not a host\"], cost: 100000}\n");

  EXPECT_EQ(read.remarks(), "");
}

TEST(OrganizationFileTest, WordsOfListsAreCheckedOneByOne) {
  const OrganizationText read(
      "connlint: 1\n"
      "servers:\n"
      "  - {name: EX2007-01, roles: [Hub-Transport, postman, mailbox]}\n");

  EXPECT_EQ(read.remarks(),
            "error: 'roles' is 'postman', expected one of mailbox, client-access, "
            "unified-messaging, hub-transport, edge-transport @3:46\n");
  EXPECT_EQ(words(read.organization().servers.at(0).names(Property::roles)),
            (std::vector<std::string>{"hub-transport", "mailbox"}));
}

TEST(OrganizationFileTest, AnotherVersionIsRefusedWithItsObjects) {
  const OrganizationText read("connlint: 2\nconnectors:\n  - {name: Fax, kind: send}\n");

  EXPECT_EQ(read.remarks(),
            "error: version 2 of the organisation file is not known here, expected 1; its objects "
            "are not read @1:11\n");
  EXPECT_TRUE(read.organization().connectors.empty());
}

TEST(OrganizationFileTest, TheVersionIsANumber) {
  EXPECT_EQ(OrganizationText("connlint: \"1\"\n").remarks(),
            "error: 'connlint' is a text in quotes, expected the number 1 @1:12\n");
  EXPECT_EQ(OrganizationText("connlint: one\n").remarks(),
            "error: 'connlint' is 'one', expected the version of the format: the number 1 @1:11\n");
}

TEST(OrganizationFileTest, ADocumentWithoutVersionIsRefused) {
  const OrganizationText read("connlint: 1\norganization: Contoso\n---\norganization: Fabrikam\n");

  EXPECT_EQ(
      read.remarks(),
      "error: this is no organisation file: the key 'connlint' is missing, expected "
      "'connlint: 1' as its first line @4:1\n"
      "suspicious: the organisation is 'Fabrikam' here and 'Contoso' before; the files of one "
      "run are one organisation @4:15\n");
}

TEST(OrganizationFileTest, AnObjectNeedsSomethingThatTellsItFromOthers) {
  const OrganizationText read(
      "connlint: 1\n"
      "connectors:\n"
      "  - {kind: send}\n"
      "  - {guid: 0292c782-9804-4d8b-ae0e-e1c7ab90852b, enabled: false}\n"
      "  - {name: Fax}\n"
      "accepted_domains:\n"
      "  - {type: authoritative}\n");

  EXPECT_EQ(
      read.remarks(),
      "error: a connector without 'name', expected 'name: ...' @3:5\n"
      "suspicious: the connector 'Fax' does not say its 'kind', so that little can be judged; "
      "expected one of send, foreign, delivery-agent, smtp, x400, routing-group, gateway, "
      "receive, outbound, inbound @5:5\n"
      "error: an accepted domain without 'name', expected 'name: ...' @7:5\n");
}

TEST(OrganizationFileTest, TransportConfigIsOneMapping) {
  EXPECT_EQ(OrganizationText("connlint: 1\ntransport_config: [{max_send_size: 10MB}]\n").remarks(),
            "error: 'transport_config' is a list, expected one mapping @2:1\n");
  EXPECT_EQ(
      OrganizationText("connlint: 1\ntransport_config: 10MB\n").remarks(),
      "error: 'transport_config' is '10MB', expected one mapping, as in 'max_send_size: 10MB' "
      "below it @2:19\n");
}

TEST(OrganizationFileTest, SecretsAreReportedAndNeverKept) {
  const OrganizationText read(
      "connlint: 1\n"
      "connectors:\n"
      "  - name: Fax\n"
      "    kind: send\n"
      "    authentication_credential: NotARealSecret\n"
      "    password: NotARealSecret\n"
      "  - {name: Sms, kind: send, authentication_credential: null}\n");

  const Organization& org = read.organization();
  ASSERT_EQ(org.secrets.size(), 2U);
  EXPECT_EQ(read.at(org.secrets[0].where), "authentication_credential");
  EXPECT_EQ(org.secrets[1].property, "password");
  EXPECT_EQ(org.secrets[0].object, "Fax");
  EXPECT_FALSE(org.connectors.at(0).states(Property::authentication_credential));
  EXPECT_TRUE(org.connectors.at(1).states_nothing(Property::authentication_credential));
  EXPECT_EQ(read.remarks().find("NotARealSecret"), std::string::npos);
}

TEST(OrganizationFileTest, AServerIsRepeatedToSayMoreOfIt) {
  const OrganizationText read(
      "connlint: 1\n"
      "servers:\n"
      "  - {name: EX2007-01, version: \"Version 8.1 (Build 30240.6)\"}\n"
      "  - {name: ex2007-01, update_rollup: 7}\n");

  ASSERT_EQ(read.organization().servers.size(), 1U);
  EXPECT_EQ(read.organization().servers[0].text(Property::version), "8.1 (Build 240.6)");
  EXPECT_EQ(read.organization().servers[0].number(Property::update_rollup), 7);
}

TEST(OrganizationFileTest, ErrorsAreBounded) {
  std::string text = "connlint: 1\nconnectors:\n  - name: Fax\n    kind: send\n";
  for (int i = 0; i < 500; ++i) text += "    key" + std::to_string(i) + ": x\n";

  const OrganizationText read(text);

  EXPECT_EQ(read.notes().size(), 201U);
  EXPECT_EQ(read.notes().back().message,
            "300 more keys and values that do not fit are left out; mend the first ones");
}

}  // namespace
}  // namespace connlint
