#include "linter/import/import.h"

#include <array>
#include <utility>

#include "linter/import/cmdlet/cmdlet.h"
#include "linter/import/code/configuration_code.h"
#include "linter/import/directory/directory.h"
#include "linter/import/organization_file/organization_file.h"
#include "linter/import/table.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Words that only exports and code of Exchange hold.
constexpr std::array<std::string_view, 44> kObjectWords = {
    "Microsoft.Exchange.",
    "CN=Microsoft Exchange",
    "msExch",
    "mailGateway",
    "routingList",
    "targetAddress",
    "gatewayProxy",
    "AddressSpaces",
    "SourceTransportServers",
    "TargetTransportServers",
    "SmartHosts",
    "DNSRoutingEnabled",
    "IsScopedConnector",
    "DropDirectory",
    "DeliveryProtocol",
    "AdminDisplayVersion",
    "ExchangeVersion",
    "ExchangeLegacyDN",
    "HubSiteEnabled",
    "ExchangeCost",
    "DomainType",
    "RemoteIPRanges",
    "PermissionGroups",
    "ExternalEmailAddress",
    "EnabledEmailAddressTemplates",
    "TLSSendDomainSecureList",
    "ExchSendConnector",
    "ExchReceiveConnector",
    "ExchAcceptedDomain",
    "EXOInboundConnector",
    "EXOOutboundConnector",
    "-SendConnector",
    "-ForeignConnector",
    "-DeliveryAgentConnector",
    "-RoutingGroupConnector",
    "-ReceiveConnector",
    "-AdSiteLink",
    "-AcceptedDomain",
    "TlsSenderCertificateName",
    "RecipientDomains",
    "SenderDomains",
    "13dbb0c8aa05101a9bb000aa002fc45a",
    "01026687",
    "RootDropDirectoryPath",
};

/// Whether the key `connlint` stands at the beginning of a line, or as a JSON key.
bool shows_organization_file(std::string_view head) {
  constexpr std::string_view kKey = "connlint";
  for (std::size_t at = head.find(kKey); at != std::string_view::npos;
       at = head.find(kKey, at + 1)) {
    std::string_view rest = head.substr(at + kKey.size());
    const bool quoted = at > 0 && (head[at - 1] == '"' || head[at - 1] == '\'');
    if (quoted && !rest.empty() && rest.front() == head[at - 1]) rest.remove_prefix(1);
    const std::size_t begin = quoted ? at - 1 : at;
    const bool line_start = begin == 0 || head[begin - 1] == '\n' || head[begin - 1] == '\r';
    if (!trim(rest).starts_with(':')) continue;
    if (line_start || quoted) return true;
  }
  return false;
}

template <class Importer>
ImportedObjects read_with(const SourceFile& file, const Format& format) {
  Importer importer(file);
  format.read(file, importer);
  return importer.finish();
}

/// Of a format whose keys tell the vocabulary.
ImportedObjects read_document(const SourceFile& file, const Format& format) {
  const std::string_view head = std::string_view(file.text).substr(0, kHeadSize);
  if (shows_organization_file(head)) return read_with<OrganizationFileImporter>(file, format);
  if (shows_code(head, file.name)) return import_code(file, format);
  return read_with<CmdletImporter>(file, format);
}

ImportedObjects read_file(const SourceFile& file, const Format& format) {
  switch (format.vocabulary) {
    case Vocabulary::cmdlet_objects: break;
    case Vocabulary::directory: return read_with<DirectoryImporter>(file, format);
    case Vocabulary::configuration_code: return import_code(file, format);
    case Vocabulary::table: return read_with<TableImporter>(file, format);
    case Vocabulary::document: return read_document(file, format);
  }
  return read_with<CmdletImporter>(file, format);
}

}  // namespace

bool shows_exchange_object(std::string_view head) {
  const std::string_view beginning = head.substr(0, kHeadSize);
  if (shows_organization_file(beginning)) return true;
  for (std::string_view word : kObjectWords) {
    if (find_ignoring_case(beginning, word) != std::string_view::npos) return true;
  }
  return false;
}

bool is_configuration_code(const SourceFile& file, const Format& format) {
  if (format.vocabulary == Vocabulary::configuration_code) return true;
  if (format.vocabulary != Vocabulary::document) return false;
  const std::string_view head = std::string_view(file.text).substr(0, kHeadSize);
  return !shows_organization_file(head) && shows_code(head, file.name);
}

ImportedObjects import_file(const SourceFile& file, const Format& format) {
  ImportedObjects objects = read_file(file, format);
  if (file.replaced) {
    objects.notes.push_back({.kind = NoteKind::unreadable,
                             .message = "some bytes mean nothing in " +
                                        std::string(name_of(file.encoding)) +
                                        " and were replaced; give the right --encoding",
                             .where = file.span(0, 0),
                             .located = false});
  }
  return objects;
}

}  // namespace connlint
