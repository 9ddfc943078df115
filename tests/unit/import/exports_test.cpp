// The importers over whole files: fixtures in several formats.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

const std::filesystem::path kFixtures = std::filesystem::path(CONNLINT_SOURCE_DIR) / "fixtures";

/// Whether two objects state the same, where both state a property of those named.
void expect_same(const Object& a, const Object& b, const std::vector<Property>& properties) {
  for (Property property : properties) {
    const PropertyValue* first = a.find(property);
    const PropertyValue* second = b.find(property);
    ASSERT_TRUE(first != nullptr && second != nullptr) << a.name() << ": " << name_of(property);
    EXPECT_TRUE(same_value(*first, *second)) << a.name() << ": " << name_of(property);
  }
}

const std::string kOrganization = "kb959956-legacy-host";

/// What the directory export of an organisation gives, and one of its exports by cmdlets.
struct TwoExports {
  ImportedObjects directory =
      import_with<DirectoryImporter>(kFixtures / "organizations" / kOrganization / "contoso.ldf");
  ImportedObjects cmdlets;
};
TwoExports exports(const std::string& of_cmdlets) {
  return {.cmdlets = import_with<CmdletImporter>(kFixtures / "formats" / kOrganization / "clixml" /
                                                 of_cmdlets)};
}

/// Whether the directory has all objects of a kind that the cmdlets give, with the same values.
void expect_same_objects(const TwoExports& exports, ObjectKind kind,
                         const std::vector<Property>& properties) {
  const auto from_directory = objects_of(exports.directory, kind);
  const auto from_cmdlets = objects_of(exports.cmdlets, kind);
  ASSERT_FALSE(from_cmdlets.empty());
  for (const auto& [name, object] : from_cmdlets) {
    ASSERT_TRUE(from_directory.contains(name)) << name;
    expect_same(object, from_directory.at(name), properties);
  }
}

TEST(Exports, OfADirectoryAndOfCmdletsGiveTheSameConnectors) {
  const TwoExports read = exports("send-connectors.xml");

  expect_same_objects(
      read, ObjectKind::connector,
      {Property::kind, Property::address_spaces, Property::scope, Property::home,
       Property::source_servers, Property::home_mta_server_id, Property::smart_hosts,
       Property::dns_routing, Property::max_message_size, Property::guid, Property::dn});
  EXPECT_TRUE(read.directory.coverage.all_connector_kinds);
  EXPECT_FALSE(read.cmdlets.coverage.all_connector_kinds);
}

TEST(Exports, OfADirectoryAndOfCmdletsGiveTheSameServers) {
  expect_same_objects(exports("exchange-servers.xml"), ObjectKind::server,
                      {Property::version, Property::fqdn});
}

TEST(Exports, HoldNoSecretInWhatIsKept) {
  const auto credential =
      import_with<CmdletImporter>(kFixtures / "formats/quirks/clixml/secure-string.xml");
  const auto passwords =
      import_with<DirectoryImporter>(kFixtures / "formats/quirks/ldif/password.ldf");

  ASSERT_THAT(credential.secrets, SizeIs(1));
  EXPECT_EQ(credential.secrets.front().property, "AuthenticationCredential");
  EXPECT_THAT(passwords.secrets, SizeIs(3));
  EXPECT_THAT(credential.objects, SizeIs(1));
  EXPECT_FALSE(credential.objects.front().states(Property::authentication_credential));
}

TEST(Exports, OfNamesAloneLeaveAllUnknown) {
  const auto found =
      import_with<DirectoryImporter>(kFixtures / "formats/quirks/ldif/names-only.ldf");

  ASSERT_THAT(found.objects, SizeIs(1));
  EXPECT_EQ(found.objects.front().name(), "Sms");
  EXPECT_FALSE(found.objects.front().states(Property::dns_routing));
}

}  // namespace
}  // namespace connlint
