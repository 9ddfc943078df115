#include "linter/model/object.h"

#include <gtest/gtest.h>

#include "linter/model/organization.h"

namespace connlint {
namespace {

struct SizeCase {
  std::string_view text, written;
};

TEST(SizeTest, IsWrittenInTheLargestUnitThatDivides) {
  const SizeCase cases[] = {
      {"35 MB (36,700,160 bytes)", "35MB"},
      {"25MB", "25MB"},
      {"10485760", "10MB"},
      {"30 GB (32,212,254,720 bytes)", "30GB"},
      {"256 KB (262.144 bytes)", "256KB"},
      {"1000", "1000"},
      {"0", "0"},
      {"Unlimited", "unlimited"},
      {"1536 KB", "1536KB"},
      {"1.5 MB", "1536KB"},
      {"64 KB (65\xC2\xA0"
       "536 bytes)",
       "64KB"},
  };
  for (const SizeCase& expected : cases) {
    EXPECT_EQ(to_text(parse_size(expected.text)), expected.written) << expected.text;
  }
}

TEST(SizeTest, OtherTextsHaveNoBytes) {
  for (std::string_view text :
       {"", "big", "10 XB", "-5", "MB", "(bytes)", "99999999999999999999"}) {
    const Size size = parse_size(text);
    EXPECT_FALSE(size.bytes) << text;
    EXPECT_FALSE(size.unlimited) << text;
  }
}

TEST(TimeTest, IsReadInEveryZoneAndWrittenInUtc) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"2008-12-01T08:00:00Z", "2008-12-01T08:00:00Z"},
      {"2022-03-23T18:00:30+01:00", "2022-03-23T17:00:30Z"},
      {"2022-10-19T20:31:31-07:00", "2022-10-20T03:31:31Z"},
      {"2008-12-01T08:00:00", "2008-12-01T08:00:00Z"},
      {"2008-12-01", "2008-12-01T00:00:00Z"},
      {"2023-01-05T12:08:37.6177687Z", "2023-01-05T12:08:37Z"},
      {"2000-02-29T23:59:59Z", "2000-02-29T23:59:59Z"},
      {"1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"},
  };
  for (const auto& [text, written] : cases) {
    const auto seconds = parse_time(text);
    ASSERT_TRUE(seconds) << text;
    EXPECT_EQ(time_text(*seconds), written);
  }
  EXPECT_EQ(parse_time("1970-01-02T00:00:00Z"), 86400);
}

TEST(TimeTest, OtherTextsAreNoTime) {
  for (std::string_view text :
       {"", "12/1/2008 8:00:00 AM", "2008-13-01", "2008-12-01T08", "2008-12-01T08:00:00 PM"}) {
    EXPECT_FALSE(parse_time(text)) << text;
  }
}

TEST(ObjectTest, UnknownUnsetAndEmptyAreThreeThings) {
  Object object(ObjectKind::connector, {FileId{0}, 5, 3});
  object.set({.property = Property::tls_domain, .where = {FileId{0}, 10, 1}, .value = Unset{}});
  object.set({.property = Property::comment, .where = {FileId{0}, 20, 2}, .value = std::string()});

  EXPECT_FALSE(object.states(Property::fqdn));
  EXPECT_FALSE(object.states_nothing(Property::fqdn));
  EXPECT_TRUE(object.states(Property::tls_domain));
  EXPECT_TRUE(object.states_nothing(Property::tls_domain));
  EXPECT_EQ(object.get<std::string>(Property::tls_domain), nullptr);
  EXPECT_TRUE(object.states_nothing(Property::comment));
  EXPECT_NE(object.get<std::string>(Property::comment), nullptr);
  EXPECT_EQ(object.place_of(Property::tls_domain).begin, 10U);
  EXPECT_EQ(object.place_of(Property::fqdn).begin, 5U);
}

TEST(ObjectTest, ValuesStandInTheOrderOfTheTable) {
  Object object(ObjectKind::connector, {});
  object.set({.property = Property::port, .where = {}, .value = std::int64_t{25}});
  object.set({.property = Property::name, .where = {}, .value = std::string("Fax")});
  object.set({.property = Property::port, .where = {}, .value = std::int64_t{26}});

  ASSERT_EQ(object.values().size(), 2U);
  EXPECT_EQ(object.values()[0].property, Property::name);
  EXPECT_EQ(object.number(Property::port), 26);
  object.remove(Property::port);
  EXPECT_FALSE(object.states(Property::port));
}

TEST(SameValueTest, ComparesNamesWithoutCaseAndListsWithoutOrder) {
  const auto names = [](std::initializer_list<const char*> texts) {
    Names made;
    for (const char* text : texts) made.push_back({text, {}});
    return PropertyValue{.property = Property::source_servers, .where = {}, .value = made};
  };
  EXPECT_TRUE(same_value(names({"EX1", "EX2"}), names({"ex2", "ex1"})));
  EXPECT_FALSE(same_value(names({"EX1"}), names({"EX1", "EX2"})));
  EXPECT_TRUE(
      same_value(names({}), {.property = Property::source_servers, .where = {}, .value = Unset{}}));
  EXPECT_FALSE(same_value({.property = Property::port, .where = {}, .value = std::int64_t{1}},
                          {.property = Property::port, .where = {}, .value = true}));
}

TEST(SameValueTest, IgnoresTheScopeWordOfAddressSpaces) {
  const auto spaces = [](std::string_view text) {
    return PropertyValue{.property = Property::address_spaces,
                         .where = {},
                         .value = Spaces{parse_address_space({text, {}, false})}};
  };
  EXPECT_TRUE(same_value(spaces("Local:SMTP:a.example;1"), spaces("smtp:A.example")));
  EXPECT_FALSE(same_value(spaces("SMTP:a.example;1"), spaces("SMTP:a.example;2")));
}

TEST(PropertyTableTest, EveryPropertyIsFoundByEachOfItsNames) {
  for (const PropertyInfo& info : properties()) {
    for (std::size_t i = 0; i < kObjectKinds; ++i) {
      const auto kind = static_cast<ObjectKind>(i);
      if ((info.kinds & bit(kind)) == 0) continue;
      EXPECT_EQ(property_named(info.name, kind), &info) << info.name;
      if (!info.cmdlet.empty()) {
        EXPECT_EQ(property_of_cmdlet(info.cmdlet, kind), &info) << info.cmdlet;
      }
      if (!info.attribute.empty()) {
        EXPECT_EQ(property_of_attribute(info.attribute, kind), &info) << info.attribute;
      }
    }
    EXPECT_EQ(&info_of(info.id), &info);
  }
  EXPECT_EQ(property_named("default", ObjectKind::accepted_domain)->id, Property::default_);
  EXPECT_EQ(property_named("Port", ObjectKind::connector), nullptr);
  EXPECT_EQ(property_of_cmdlet("REQUIRETLS", ObjectKind::connector)->name, "require_tls");
}

TEST(WordsTest, EveryWordIsReadBack) {
  for (const ConnectorKind kind :
       {ConnectorKind::send, ConnectorKind::foreign, ConnectorKind::delivery_agent,
        ConnectorKind::smtp, ConnectorKind::x400, ConnectorKind::routing_group,
        ConnectorKind::gateway, ConnectorKind::receive, ConnectorKind::outbound,
        ConnectorKind::inbound}) {
    EXPECT_EQ(connector_kind_named(word_of(kind)), kind);
  }
  EXPECT_EQ(connector_kind_named(""), std::nullopt);
  EXPECT_EQ(scope_named("Routing-Group"), Scope::routing_group);
  EXPECT_EQ(role_named("hub-transport"), Role::hub_transport);
  EXPECT_EQ(gateway_class_named("groupwise"), GatewayClass::groupwise);
}

}  // namespace
}  // namespace connlint
