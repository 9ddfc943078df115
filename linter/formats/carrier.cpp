#include "linter/formats/carrier.h"

#include <array>

#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::size_t kHeadSize = std::size_t{64} * 1024;

constexpr std::array kCarriers = {
    Carrier{"clixml", "CLIXML (Export-Clixml)", claims_clixml, read_clixml},
    Carrier{"ldif", "LDIF (ldifde, ldapsearch)", claims_ldif, read_ldif},
    Carrier{"json", "JSON", claims_json, read_json},
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
