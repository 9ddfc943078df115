#include "linter/import/join/join.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace connlint {
namespace {

/// Objects with the properties of a test, each at a place of its own.
class Input {
 public:
  Object& add(ObjectKind kind, std::string_view name) {
    files_.emplace_back();
    files_.back().objects.emplace_back(kind, next());
    Object& object = files_.back().objects.back();
    set(object, Property::name, std::string(name));
    return object;
  }
  Object& connector(std::string_view kind, std::string_view name) {
    Object& object = add(ObjectKind::connector, name);
    set(object, Property::kind, std::string(kind));
    return object;
  }
  template <class T>
  void set(Object& object, Property property, T value) {
    object.set({.property = property, .where = next(), .value = std::move(value)});
  }
  void names(Object& object, Property property, std::initializer_list<const char*> texts) {
    Names made;
    for (const char* text : texts) made.push_back({text, next()});
    set(object, property, std::move(made));
  }
  Organization join() { return connlint::join(std::move(files_), notes); }
  void reverse() { std::ranges::reverse(files_); }

  std::vector<Note> notes;

 private:
  Span next() { return {FileId{0}, at_ += 10, 5}; }
  std::vector<ImportedObjects> files_;
  std::uint32_t at_ = 0;
};

TEST(JoinTest, ObjectsOfOneGuidAreOne) {
  Input input;
  Object& first = input.connector("send", "Fax");
  input.set(first, Property::guid, std::string("{0292C782-9804-4d8b-ae0e-e1c7ab90852b}"));
  input.set(first, Property::port, std::int64_t{25});
  Object& second = input.connector("send", "Fax (renamed)");
  input.set(second, Property::guid, std::string("0292c782-9804-4d8b-ae0e-e1c7ab90852b"));
  input.set(second, Property::require_tls, true);

  const Organization org = input.join();

  ASSERT_EQ(org.connectors.size(), 1U);
  EXPECT_EQ(org.connectors[0].name(), "Fax");
  EXPECT_EQ(org.connectors[0].number(Property::port), 25);
  EXPECT_EQ(org.connectors[0].flag(Property::require_tls), true);
}

TEST(JoinTest, ConnectorsOfOneNameInTwoRoutingGroupsAreTwo) {
  Input input;
  input.set(input.connector("smtp", "Internet"), Property::home, std::string("AG\\RG 1"));
  input.set(input.connector("smtp", "internet"), Property::home, std::string("AG\\RG 2"));
  input.set(input.connector("smtp", "INTERNET"), Property::home, std::string("RG 1"));

  const Organization org = input.join();

  ASSERT_EQ(org.connectors.size(), 2U);
  EXPECT_TRUE(input.notes.empty());
  EXPECT_EQ(org.routing_groups.size(), 2U);
  EXPECT_TRUE(org.routing_groups[0].implied);
}

TEST(JoinTest, AHomeThatOnlyOneInputKnowsIsNoDifference) {
  Input input;
  input.set(input.connector("smtp", "Fax"), Property::home, std::string("RG"));
  input.set(input.connector("smtp", "Fax"), Property::home, std::string("AG\\RG"));
  input.connector("smtp", "fax");

  const Organization org = input.join();

  ASSERT_EQ(org.connectors.size(), 1U);
  EXPECT_EQ(org.connectors[0].text(Property::home), "AG\\RG");
  EXPECT_TRUE(org.conflicts.empty());
}

TEST(JoinTest, ANameThatCouldMeanTwoStaysAloneAndIsSaid) {
  Input input;
  input.set(input.connector("smtp", "Fax"), Property::home, std::string("RG 1"));
  input.set(input.connector("smtp", "Fax"), Property::home, std::string("RG 2"));
  input.connector("smtp", "Fax");

  const Organization org = input.join();

  EXPECT_EQ(org.connectors.size(), 3U);
  ASSERT_EQ(input.notes.size(), 1U);
  EXPECT_EQ(input.notes[0].kind, NoteKind::suspicious);
}

TEST(JoinTest, TwoGuidsTellObjectsOfOneNameApart) {
  Input input;
  input.set(input.connector("send", "Fax"), Property::guid, std::string("1"));
  input.set(input.connector("send", "Fax"), Property::guid, std::string("2"));
  EXPECT_EQ(input.join().connectors.size(), 2U);
}

TEST(JoinTest, ServersAreTheSameByNameFqdnAndDn) {
  Input input;
  Object& by_name = input.add(ObjectKind::server, "EX07A");
  input.set(by_name, Property::fqdn, std::string("ex07a.contoso.com"));
  Object& by_fqdn = input.add(ObjectKind::server, "ex07a.contoso.com");
  input.set(by_fqdn, Property::update_rollup, std::int64_t{7});
  Object& by_dn = input.add(ObjectKind::server, "EX07A");
  input.set(by_dn, Property::version, std::string("8.1 (Build 240.6)"));
  input.names(input.connector("send", "A"), Property::source_servers, {"EX07A"});
  input.names(input.connector("send", "B"), Property::source_servers, {"Ex07a.Contoso.com"});

  const Organization org = input.join();

  ASSERT_EQ(org.servers.size(), 1U);
  EXPECT_EQ(org.servers[0].name(), "EX07A");
  EXPECT_EQ(org.servers[0].number(Property::update_rollup), 7);
  EXPECT_EQ(org.servers[0].generation, Generation::exchange_2007);
  EXPECT_TRUE(org.conflicts.empty());
  for (const Connector& connector : org.connectors) {
    ASSERT_EQ(connector.sources.size(), 1U);
    EXPECT_EQ(connector.sources[0].server, ServerId{0});
    EXPECT_EQ(connector.host, Host::modern);
  }
}

TEST(JoinTest, ServersOfOneNameInTwoDomainsAreTwo) {
  Input input;
  input.add(ObjectKind::server, "ex1.contoso.com");
  input.add(ObjectKind::server, "ex1.fabrikam.com");
  EXPECT_EQ(input.join().servers.size(), 2U);
}

TEST(JoinTest, DifferentValuesAreAConflictAndTheFirstCounts) {
  Input input;
  input.set(input.connector("send", "Fax"), Property::port, std::int64_t{25});
  input.set(input.connector("send", "Fax"), Property::port, std::int64_t{2525});

  const Organization org = input.join();

  EXPECT_EQ(org.connectors[0].number(Property::port), 25);
  ASSERT_EQ(org.conflicts.size(), 1U);
  EXPECT_EQ(org.conflicts[0].property, Property::port);
  EXPECT_EQ(org.conflicts[0].object, "Fax");
  EXPECT_EQ(org.conflicts[0].first_value, "25");
  EXPECT_EQ(org.conflicts[0].second_value, "2525");
}

TEST(JoinTest, WhichObjectsAreOneDoesNotDependOnTheOrder) {
  for (const bool reversed : {false, true}) {
    Input input;
    input.connector("smtp", "Fax");
    input.set(input.connector("smtp", "Fax"), Property::home, std::string("AG\\RG"));
    input.set(input.connector("smtp", "Fax"), Property::home, std::string("RG"));
    input.set(input.connector("smtp", "Fax"), Property::dn,
              std::string("CN=Fax,CN=Connections,CN=RG,DC=contoso"));
    if (reversed) input.reverse();
    EXPECT_EQ(input.join().connectors.size(), 1U) << reversed;
  }
}

TEST(ResolveTest, HostFollowsVersionsThenKindAndHome) {
  Input input;
  input.set(input.add(ObjectKind::server, "EX03"), Property::version,
            std::string("6.5 (Build 7638.2)"));
  input.set(input.add(ObjectKind::server, "EX07"), Property::version,
            std::string("8.1 (Build 240.6)"));
  input.names(input.connector("smtp", "old"), Property::source_servers, {"EX03"});
  input.names(input.connector("send", "new"), Property::source_servers, {"EX07"});
  input.names(input.connector("send", "both"), Property::source_servers, {"EX03", "EX07"});
  input.set(input.connector("gateway", "by mta"), Property::home_mta_server_id,
            std::string("EX03"));
  input.set(input.connector("send", "by home"), Property::home,
            std::string("Exchange Routing Group (DWBGZMFD01QNBJR)"));
  input.names(input.connector("smtp", "unknown server"), Property::source_servers, {"EX99"});
  input.connector("routing-group", "no home");

  const Organization org = input.join();

  const Host expected[] = {Host::legacy, Host::modern, Host::modern, Host::legacy,
                           Host::modern, Host::legacy, Host::unknown};
  ASSERT_EQ(org.connectors.size(), std::size(expected));
  for (std::size_t i = 0; i < std::size(expected); ++i) {
    EXPECT_EQ(org.connectors[i].host, expected[i]) << org.connectors[i].name();
  }
  EXPECT_TRUE(org.routing_groups[0].modern);
}

TEST(ResolveTest, ASendConnectorOfAnExportWithoutHomeMayBeAnOldOne) {
  Input input;
  input.connector("send", "Fax");
  std::vector<ImportedObjects> files(1);
  files[0].objects.emplace_back(ObjectKind::connector, Span{});
  files[0].objects[0].set({.property = Property::kind, .where = {}, .value = std::string("send")});
  files[0].coverage.cmdlet_objects = true;

  EXPECT_EQ(join(std::move(files), input.notes).connectors[0].host, Host::unknown);
  EXPECT_EQ(input.join().connectors[0].host, Host::modern);
}

TEST(ResolveTest, LocalSpacesScopeAConnectorWhereNothingElseIsSaid) {
  const auto spaces = [](std::string_view text) {
    return Spaces{parse_address_space({text, {}, false})};
  };
  Input input;
  input.set(input.connector("smtp", "a"), Property::address_spaces, spaces("Local:FAX:*;1"));
  input.set(input.connector("send", "b"), Property::address_spaces, spaces("Local:FAX:*;1"));
  input.set(input.connector("send", "c"), Property::address_spaces, spaces("FAX:*;1"));
  input.set(input.connector("send", "d"), Property::scope, std::string("organization"));

  const Organization org = input.join();

  EXPECT_EQ(org.connectors[0].scope, Scope::routing_group);
  EXPECT_EQ(org.connectors[1].scope, Scope::site);
  EXPECT_EQ(org.connectors[2].scope, Scope::unknown);
  EXPECT_EQ(org.connectors[3].scope, Scope::organization);
}

TEST(ResolveTest, RoutingGroupsOfOneNameNeedTheirAdministrativeGroup) {
  Input input;
  input.set(input.add(ObjectKind::routing_group, "RG"), Property::administrative_group,
            std::string("A"));
  input.set(input.add(ObjectKind::routing_group, "RG"), Property::administrative_group,
            std::string("B"));
  input.set(input.connector("smtp", "in A"), Property::home, std::string("A\\RG"));
  input.set(input.connector("smtp", "somewhere"), Property::home, std::string("RG"));

  const Organization org = input.join();

  ASSERT_EQ(org.routing_groups.size(), 2U);
  EXPECT_EQ(org.connectors[0].home, RoutingGroupId{0});
  EXPECT_EQ(org.connectors[1].home, std::nullopt);
  EXPECT_EQ(display_name(org, RoutingGroupId{1}), "B\\RG");
}

TEST(ResolveTest, DeletedServersAreMarked) {
  Input input;
  input.names(input.connector("smtp", "Fax"), Property::source_servers, {"EX03 (deleted)"});
  const Organization org = input.join();
  EXPECT_TRUE(org.connectors[0].sources[0].deleted);
  EXPECT_EQ(*org.connectors[0].sources[0].name, "EX03");
}

TEST(RequiredTypesTest, ComeFromUsersAndRecipients) {
  Input input;
  for (int i = 0; i < 9; ++i) {
    input.set(input.add(ObjectKind::recipient, "r" + std::to_string(i)), Property::target_address,
              std::string("fax:1"));
  }
  input.set(input.add(ObjectKind::recipient, "odd"), Property::target_address,
            std::string("no type"));

  Organization org = input.join();
  require_type(org, " sms ", RequiredType::Origin::command_line, std::nullopt);
  require_type(org, "SMS", RequiredType::Origin::command_line, std::nullopt);

  ASSERT_EQ(org.required_types.size(), 6U);
  EXPECT_EQ(org.required_types[0].type, "FAX");
  EXPECT_EQ(org.required_types[0].recipient, "r0");
  EXPECT_EQ(org.required_types[5].type, "SMS");
  EXPECT_EQ(org.required_types[5].where, *org.where);
}

TEST(JoinTest, ThousandsOfObjectsOfOneNameAreJoinedInTime) {
  Input input;
  for (int i = 0; i < 20000; ++i) {
    Object& object = input.connector("send", "same");
    input.set(object, Property::guid, std::to_string(i));
  }
  EXPECT_EQ(input.join().connectors.size(), 20000U);
}

}  // namespace
}  // namespace connlint
