#include "linter/formats/format.h"

#include <array>

#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::array kFormats = {
    Format{"clixml", "CLIXML (Export-Clixml)", Vocabulary::cmdlet_objects, QuotationSign::none,
           claims_clixml, read_clixml},
    Format{"convertto-xml", "XML (ConvertTo-Xml)", Vocabulary::cmdlet_objects, QuotationSign::none,
           claims_convertto_xml, read_convertto_xml},
    Format{"ldif", "LDIF (ldifde, ldapsearch)", Vocabulary::directory, QuotationSign::none,
           claims_ldif, read_ldif},
    Format{"powershell", "PowerShell (scripts, DSC configurations)", Vocabulary::configuration_code,
           QuotationSign::code_fence, claims_powershell, read_powershell},
    Format{"mof", "MOF (compiled DSC configurations)", Vocabulary::configuration_code,
           QuotationSign::code_fence, claims_mof, read_mof},
    Format{"registry", "registry text (.reg)", Vocabulary::cmdlet_objects, QuotationSign::none,
           claims_registry, read_registry},
    Format{"json", "JSON", Vocabulary::document, QuotationSign::known_mark, claims_json, read_json},
    Format{"list", "list text (Format-List)", Vocabulary::cmdlet_objects, QuotationSign::code_fence,
           claims_list, read_list},
    Format{"csv", "CSV (Export-Csv, csvde)", Vocabulary::table, QuotationSign::none, claims_csv,
           read_csv},
    Format{"yaml", "YAML", Vocabulary::document, QuotationSign::not_begun, claims_yaml, read_yaml},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* format_named(std::string_view name) {
  for (const Format& format : kFormats) {
    if (equals_ignoring_case(format.name, name)) return &format;
  }
  return nullptr;
}

const Format* recognize_format(std::string_view text) {
  const std::string_view head = text.substr(0, kHeadSize);
  for (const Format& format : kFormats) {
    if (format.claims(head)) return &format;
  }
  return nullptr;
}

}  // namespace connlint
