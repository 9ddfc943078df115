#include "linter/model/wording.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

AddressSpace space(std::string_view text) {
  return parse_address_space({.value = text, .where = {}, .verbatim = false});
}

TEST(Named, fills_in_the_defaults_and_leaves_the_scope_word_out) {
  EXPECT_EQ(named(space("FAX:*;1")), "FAX:*;1");
  EXPECT_EQ(named(space("Local:FAX:*;5")), "FAX:*;5");
  EXPECT_EQ(named(space("contoso.com")), "SMTP:contoso.com;1");
}

TEST(Listed, joins_up_to_four_names) {
  const std::vector<std::string> names = {"A", "B", "C", "D", "E"};

  EXPECT_EQ(listed(std::span(names).first(0)), "");
  EXPECT_EQ(listed(std::span(names).first(1)), "'A'");
  EXPECT_EQ(listed(std::span(names).first(2)), "'A' and 'B'");
  EXPECT_EQ(listed(std::span(names).first(4)), "'A', 'B', 'C' and 'D'");
}

TEST(Listed, says_how_many_more_there_are) {
  const std::vector<std::string> names = {"A", "B", "C", "D", "E"};

  EXPECT_EQ(listed(names), "'A', 'B', 'C' and 2 more");
  EXPECT_EQ(listed(names, 60), "'A', 'B', 'C' and 57 more");
}

TEST(UnjudgedText, does_not_depend_on_the_order_of_the_names) {
  Unjudged unjudged;
  unjudged.add("b");
  unjudged.add("A");

  EXPECT_EQ(unjudged.text("not known"), "not known: 'A' and 'b'");
}

TEST(Described, names_the_kind_of_a_gateway) {
  Connector connector(ObjectKind::connector, Span{});
  connector.kind = ConnectorKind::gateway;
  connector.gateway_class = GatewayClass::notes;
  connector.set({.property = Property::name, .where = {}, .value = std::string("Domino")});

  EXPECT_EQ(described(connector), "Notes connector 'Domino'");
}

}  // namespace
}  // namespace connlint
