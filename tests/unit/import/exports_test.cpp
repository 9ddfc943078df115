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

TEST(Exports, OfADirectoryAndOfCmdletsGiveTheSameConnectors) {
  const auto entries =
      import_with<DirectoryImporter>(kFixtures / "organizations/kb959956-legacy-host/contoso.ldf");
  const auto cmdlets = import_with<CmdletImporter>(
      kFixtures / "formats/kb959956-legacy-host/clixml/send-connectors.xml");

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
      kFixtures / "formats/kb959956-legacy-host/clixml/exchange-servers.xml");

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
