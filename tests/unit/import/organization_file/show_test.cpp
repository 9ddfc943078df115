#include "linter/import/organization_file/show.h"

#include <string>

#include <gtest/gtest.h>

#include "linter/import/organization_file/show_text.h"
#include "tests/support/organization_text.h"
#include "tests/support/record_text.h"

namespace connlint {
namespace {

using test::OrganizationText;

std::string shown(const std::string& text) {
  return write_yaml(OrganizationText(text).organization());
}

/// One connector with these lines.
std::string connector(const std::string& lines) {
  return "connlint: 1\nconnectors:\n  - name: Fax\n    kind: send\n" + lines;
}

TEST(ShowTest, WritesTheLayoutThatPeopleWrite) {
  const std::string text =
      "connlint: 1\n"
      "organization: Contoso\n"
      "required_address_types: [FAX, SMS]\n"
      "sites:\n"
      "  - {name: Seattle, hub: true}\n"
      "routing_groups:\n"
      "  - name: Exchange Routing Group (DWBGZMFD01QNBJR)\n"
      "    members: [EX2007-01]\n"
      "    administrative_group: Exchange Administrative Group (FYDIBOHF23SPDLT)\n"
      "servers:\n"
      "  - name: EX2007-01\n"
      "    fqdn: EX2007-01.contoso.com\n"
      "    version: \"8.1 (Build 240.6)\"\n"
      "    update_rollup: 7\n"
      "    roles: [mailbox, hub-transport]\n"
      "    site: Seattle\n"
      "connectors:\n"
      "  - name: Fax\n"
      "    changed: 2008-12-02T09:00:00Z\n"
      "    kind: send\n"
      "    address_spaces: [\"FAX:*;1\"]\n"
      "    smart_hosts: [\"[192.0.2.20]\", mail.contoso.com]\n"
      "    scope: organization\n"
      "    home: Exchange Routing Group (DWBGZMFD01QNBJR)\n"
      "    enabled: true\n"
      "    max_message_size: 10MB\n"
      "    port: 25\n"
      "    tls_domain: null\n"
      "    drop_directory: \"\"\n"
      "accepted_domains: []\n"
      "address_templates: [FAX]\n"
      "transport_config:\n"
      "  max_send_size: unlimited\n"
      "  tls_send_domain_secure_list: []\n";

  std::string expected = text;
  const std::string members = "    members: [EX2007-01]\n";
  const std::string group =
      "    administrative_group: Exchange Administrative Group (FYDIBOHF23SPDLT)\n";
  expected.replace(expected.find(members), members.size() + group.size(), group + members);
  EXPECT_EQ(shown(text), expected);
}

TEST(ShowTest, AddressSpacesHaveTheirTypeAndCostAndNoBlanksAroundThem) {
  EXPECT_EQ(shown(connector("    address_spaces: [\"FAX:*\", \" smtp : a.com ; 5 \", contoso.com,\n"
                            "      \"Local:SMTP:*;1\", \"X400:c=US;a= ;p=Contoso;\"]\n")),
            connector("    address_spaces:\n"
                      "      - \"FAX:*;1\"\n"
                      "      - \"smtp:a.com;5\"\n"
                      "      - \"SMTP:contoso.com;1\"\n"
                      "      - \"Local:SMTP:*;1\"\n"
                      "      - \"X400:c=US;a= ;p=Contoso;;1\"\n"
                      "    scope: site\n"));
}

TEST(ShowTest, SizesVersionsAndTimesAreCanonical) {
  EXPECT_EQ(shown("connlint: 1\n"
                  "servers:\n"
                  "  - {name: A, version: Version 8.1 (Build 30240.6), store_started: "
                  "2008-12-01T09:00:00+01:00}\n"
                  "connectors:\n"
                  "  - {name: B, kind: send, max_message_size: 36700160}\n"
                  "  - {name: C, kind: send, max_message_size: 1000}\n"
                  "  - {name: D, kind: send, max_message_size: Unlimited}\n"),
            "connlint: 1\n"
            "servers:\n"
            "  - {name: A, version: \"8.1 (Build 240.6)\", store_started: 2008-12-01T08:00:00Z}\n"
            "connectors:\n"
            "  - {name: B, kind: send, max_message_size: 35MB}\n"
            "  - {name: C, kind: send, max_message_size: 1000}\n"
            "  - {name: D, kind: send, max_message_size: unlimited}\n");
}

TEST(ShowTest, RoutingGroupsHaveTheirAdministrativeGroupOnlyWhereTwoShareTheName) {
  const std::string text = shown(
      "connlint: 1\n"
      "routing_groups:\n"
      "  - {name: Hub, administrative_group: Europe}\n"
      "  - {name: Hub, administrative_group: America}\n"
      "  - {name: Asia, administrative_group: Asia}\n"
      "connectors:\n"
      "  - {name: A, kind: smtp, home: Europe\\Hub}\n"
      "  - {name: B, kind: smtp, home: Asia\\Asia}\n");

  EXPECT_NE(text.find("{name: A, kind: smtp, home: Europe\\Hub}"), std::string::npos) << text;
  EXPECT_NE(text.find("{name: B, kind: smtp, home: Asia}"), std::string::npos) << text;
}

TEST(ShowTest, PlacesThatAreOnlyNamedAreNotWritten) {
  const std::string text = shown("connlint: 1\nservers: [{name: A, site: Seattle}]\n");

  EXPECT_EQ(text, "connlint: 1\nservers:\n  - {name: A, site: Seattle}\n");
}

TEST(ShowTest, SecretsAreNeverWritten) {
  const std::string text = shown(connector("    authentication_credential: NotARealSecret\n"));

  EXPECT_EQ(text.find("credential"), std::string::npos);
  EXPECT_EQ(text.find("NotARealSecret"), std::string::npos);
}

TEST(ShowTest, AddressTemplatesOfWhichMoreIsKnownAreObjects) {
  EXPECT_EQ(shown("connlint: 1\naddress_templates: [FAX, {name: SMS, comment: text}]\n"),
            "connlint: 1\n"
            "address_templates:\n"
            "  - {name: SMS, comment: text}\n"
            "  - {name: FAX}\n");
}

TEST(ShowTest, TextsAreInQuotesWhereAReaderCouldTakeThemForSomethingElse) {
  for (const char* plain : {"Fax", "Fax desk", "EX2007-01", "a.b_c/d@e (f)", "Zürich", "10MB",
                            "2008-12-02T09:00:00Z", "Europe\\Hub", "nullable"}) {
    EXPECT_EQ(yaml_scalar(plain), plain);
  }
  for (const char* text :
       {"*",    "yes", "No",          "true",      "null",       "~",    "12",   "1.5", "1e3",
        "0x1F", "-5",  "[192.0.2.1]", "192.0.2.1", "a#b",        "a #b", " a",   "a ",  "a: b",
        "a:",   "- a", "?",           "!a",        "&a",         "{a",   "@a",   "`a",  "%a",
        ",",    "|",   ">",           ".inf",      "2008-12-02", "10mb", "it's", "a, b"}) {
    EXPECT_EQ(yaml_scalar(text), "\"" + std::string(text) + "\"");
  }
  EXPECT_EQ(yaml_scalar(""), "\"\"");
  EXPECT_EQ(yaml_scalar("a\"b\\c:"), "\"a\\\"b\\\\c:\"");
  EXPECT_EQ(yaml_scalar("a\nb\tc\r\x01\x7F"), "\"a\\nb\\tc\\x0D\\x01\\x7F\"");
  // Bytes that are no text, as binary attributes of a directory have.
  EXPECT_EQ(yaml_scalar("a\xC3\"b\x9B"), "\"a\xEF\xBF\xBD\\\"b\xEF\xBF\xBD\"");
  // U+0085, U+202E, U+FEFF
  EXPECT_EQ(yaml_scalar("a\xC2\x85\xE2\x80\xAE\xEF\xBB\xBF"), "\"a\\x85\\u202E\\uFEFF\"");
}

TEST(ShowTest, OddTextsComeBackAsTheyWere) {
  for (const char* odd : {"*",
                          "yes",
                          "12",
                          " leading",
                          "trailing ",
                          "a: b",
                          "#",
                          "\t",
                          "a\nb\n",
                          "\x01\x1F\x7F",
                          "\xC2\x85\xE2\x80\xA8\xE2\x80\xAE",
                          "\"quoted\"",
                          "'",
                          "\\n",
                          "\xF0\x9F\x93\xA0 fax",
                          "[x]",
                          "{a: b}",
                          "",
                          "null",
                          "%",
                          "- - -",
                          "---",
                          "...",
                          "a\\",
                          "\xEF\xBF\xBD"}) {
    const std::string yaml =
        "connlint: 1\nconnectors:\n  - kind: send\n    name: Fax\n    comment: " +
        yaml_scalar(odd) + "\n";
    const OrganizationText first(yaml);
    EXPECT_EQ(first.organization().connectors.at(0).text(Property::comment), odd);

    const OrganizationText by_yaml(write_yaml(first.organization()));
    const OrganizationText by_json(write_json(first.organization()), "json");
    EXPECT_EQ(by_yaml.organization().connectors.at(0).text(Property::comment), odd);
    EXPECT_EQ(by_json.organization().connectors.at(0).text(Property::comment), odd);
  }
}

TEST(ShowTest, JsonHasTheSameKeysAndValues) {
  const OrganizationText read(
      connector("    comment: \"a\\u202Eb\"\n    address_spaces: [\"FAX:*\"]\n    smart_hosts: []\n"
                "    fqdn: null\n    enabled: false\n    port: 25\n    max_message_size: 1000\n"));

  EXPECT_EQ(write_json(read.organization()),
            "{\n"
            "  \"connlint\": 1,\n"
            "  \"connectors\": [\n"
            "    {\n"
            "      \"name\": \"Fax\",\n"
            "      \"comment\": \"a\\u202eb\",\n"
            "      \"kind\": \"send\",\n"
            "      \"address_spaces\": [\n"
            "        \"FAX:*;1\"\n"
            "      ],\n"
            "      \"smart_hosts\": [],\n"
            "      \"enabled\": false,\n"
            "      \"max_message_size\": 1000,\n"
            "      \"port\": 25,\n"
            "      \"fqdn\": null\n"
            "    }\n"
            "  ]\n"
            "}\n");
}

TEST(ShowTest, WhatIsShownIsReadAgainAsTheSame) {
  for (const char* file : {"fixtures/organizations/kb959956-uncovered/contoso.yaml",
                           "fixtures/formats/kb959956-legacy-host/yaml/contoso.yaml",
                           "fixtures/formats/kb955778-scoped/yaml/contoso.yaml",
                           "fixtures/formats/mixed-2003-2007/yaml/fabrikam.yaml",
                           "fixtures/formats/quirks/yaml/scalars.yaml"}) {
    const OrganizationText first(bytes_of(file));
    const std::string yaml = write_yaml(first.organization());
    const std::string json = write_json(first.organization());

    const OrganizationText by_yaml(yaml);
    const OrganizationText by_json(json, "json");

    EXPECT_EQ(by_yaml.remarks(), "") << file;
    EXPECT_EQ(write_yaml(by_yaml.organization()), yaml) << file;
    EXPECT_EQ(write_json(by_yaml.organization()), json) << file;
    EXPECT_EQ(by_json.remarks(), "") << file;
    EXPECT_EQ(write_yaml(by_json.organization()), yaml) << file;
  }
}

TEST(ShowTest, AListOfConnectorsThatLacksKindsSaysSo) {
  const std::string text =
      "connlint: 1\nall_connector_kinds: false\nconnectors:\n  - {name: Fax, kind: send}\n";
  const OrganizationText read(text);

  EXPECT_EQ(read.remarks(), "");
  EXPECT_TRUE(read.coverage().has(ObjectKind::connector));
  EXPECT_FALSE(read.coverage().all_connector_kinds);
  EXPECT_EQ(shown(text), text);
  EXPECT_EQ(OrganizationText("connlint: 1\nall_connector_kinds: some\n").remarks(),
            "error: 'all_connector_kinds' is 'some', expected true or false @2:22\n");
}

}  // namespace
}  // namespace connlint
