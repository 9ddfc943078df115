#include "linter/formats/carrier.h"

#include <array>

#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::size_t kHeadSize = std::size_t{64} * 1024;

constexpr std::array kCarriers = {
    Carrier{"clixml", "CLIXML (Export-Clixml)", claims_clixml, read_clixml},
    Carrier{"convertto-xml", "XML (ConvertTo-Xml)", claims_convertto_xml, read_convertto_xml},
    Carrier{"ldif", "LDIF (ldifde, ldapsearch)", claims_ldif, read_ldif},
    Carrier{"powershell", "PowerShell (scripts, DSC configurations)", claims_powershell,
            read_powershell},
    Carrier{"mof", "MOF (compiled DSC configurations)", claims_mof, read_mof},
    Carrier{"registry", "registry text (.reg)", claims_registry, read_registry},
    Carrier{"json", "JSON", claims_json, read_json},
    Carrier{"list", "list text (Format-List)", claims_list, read_list},
    Carrier{"csv", "CSV (Export-Csv, csvde)", claims_csv, read_csv},
    Carrier{"yaml", "YAML", claims_yaml, read_yaml},
};

}  // namespace

std::span<const Carrier> carriers() { return kCarriers; }

const Carrier* carrier_named(std::string_view name) {
  for (const Carrier& carrier : kCarriers) {
    if (equals_ignoring_case(carrier.name, name)) return &carrier;
  }
  return nullptr;
}

const Carrier* recognize_carrier(std::string_view text) {
  const std::string_view head = text.substr(0, kHeadSize);
  for (const Carrier& carrier : kCarriers) {
    if (carrier.claims(head)) return &carrier;
  }
  return nullptr;
}

}  // namespace connlint
