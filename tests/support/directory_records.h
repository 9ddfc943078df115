// Records of directory entries for the tests of their importer.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "linter/import/directory/directory.h"
#include "tests/support/imported.h"
#include "tests/support/record_builder.h"

namespace connlint::test {

using DirectoryImport = Imported<DirectoryImporter>;

inline const std::string kOrganization =
    "CN=Contoso,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com";
inline const std::string kOlder =
    "CN=First Routing Group,CN=Routing Groups,CN=First Administrative Group,CN=Administrative "
    "Groups," +
    kOrganization;
inline const std::string kModern =
    "CN=Exchange Routing Group (DWBGZMFD01QNBJR),CN=Routing Groups,CN=Exchange Administrative "
    "Group "
    "(FYDIBOHF23SPDLT),CN=Administrative Groups," +
    kOrganization;
inline const std::string kServers =
    "CN=Servers,CN=First Administrative Group,CN=Administrative Groups," + kOrganization;

/// An entry of the directory; each class is a value of objectClass.
inline RecordDraft entry(const std::string& dn, const std::vector<std::string>& classes,
                         std::vector<FieldDraft> attributes) {
  RecordDraft draft;
  draft.fields.push_back({"dn", text(dn)});
  for (const std::string& name : classes) draft.fields.push_back({"objectClass", text(name)});
  for (FieldDraft& attribute : attributes) draft.fields.push_back(std::move(attribute));
  return draft;
}

/// The classes of an SMTP connector and of a Send connector.
inline const std::vector<std::string> kSmtp = {"top", "msExchConnector", "mailGateway",
                                               "msExchRoutingSMTPConnector"};

/// A connector in the Connections container of a routing group.
inline RecordDraft connector(const std::string& name, const std::string& group,
                             const std::vector<std::string>& classes,
                             std::vector<FieldDraft> attributes) {
  attributes.insert(attributes.begin(), FieldDraft{"cn", text(name)});
  return entry("CN=" + name + ",CN=Connections," + group, classes, std::move(attributes));
}

}  // namespace connlint::test
