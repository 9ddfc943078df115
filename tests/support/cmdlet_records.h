// Records of cmdlet objects for the tests of their importer.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "linter/import/cmdlet/cmdlet.h"
#include "tests/support/imported.h"
#include "tests/support/record_builder.h"

namespace connlint::test {

using CmdletImport = Imported<CmdletImporter>;

inline const std::string kSendType =
    "Deserialized.Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig";
inline const std::string kServerType =
    "Microsoft.Exchange.Data.Directory.Management.ExchangeServer";
inline const std::string kBelowServers =
    ",CN=Servers,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative "
    "Groups,CN=Contoso,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com";
inline const std::string kBelowConnections =
    ",CN=Connections,CN=Exchange Routing Group (DWBGZMFD01QNBJR),CN=Routing Groups,CN=Exchange "
    "Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,CN=Contoso,CN=Microsoft "
    "Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com";

/// A Send connector named Fax.
inline RecordDraft send(std::vector<FieldDraft> fields) {
  fields.insert(fields.begin(), FieldDraft{"Name", text("Fax")});
  return {.container = {}, .types = {kSendType}, .label = {}, .fields = std::move(fields)};
}

/// A server named EX07.
inline RecordDraft server(std::vector<FieldDraft> fields) {
  fields.insert(fields.begin(), FieldDraft{"Name", text("EX07")});
  return {.container = {}, .types = {kServerType}, .label = {}, .fields = std::move(fields)};
}

/// An object without type names, as in JSON.
inline RecordDraft untyped(std::vector<FieldDraft> fields, std::string container = {}) {
  return {.container = std::move(container), .types = {}, .label = {}, .fields = std::move(fields)};
}

/// A reference to the object `name` below another one, as a nested object.
inline ValueDraft reference(const std::string& name, const std::string& below, std::string shown) {
  return object(std::move(shown),
                {{"DistinguishedName", text("CN=" + name + below)}, {"Name", text(name)}});
}

}  // namespace connlint::test
