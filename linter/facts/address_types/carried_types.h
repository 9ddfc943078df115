// The address types that connectors carry.
// Knows model types only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/model/organization.h"

namespace connlint {

/// Whether a type is in every client's list whatever the connectors (SMTP, X400, EX, MAPIPDL).
bool always_listed(std::string_view type);

/// Whether a type is internal or of another transport, so that a recipient that has it never makes
/// it a required one: EX, SMTP, X500, X400, MAPIPDL, EUM, SIP and the like.
bool never_required_by_import(std::string_view type);

/// An address type on connectors.
struct CarriedType {
  /// In upper case.
  std::string type;
  /// The enabled connectors with an address space of the type that routing looks at, in the order
  /// of the organisation.
  std::vector<ConnectorId> connectors;
  /// The enabled ones whose address spaces of the type routing drops (`Carriage::dropped`).
  std::vector<ConnectorId> dropped;
  /// The disabled ones.
  std::vector<ConnectorId> disabled;
};
/// All types on connectors, by name.
std::vector<CarriedType> carried_types(const Organization& organization);

/// Whether a kind of connector has address spaces at all (not routing group, Receive and Exchange
/// Online connectors).
bool carries_types(const Connector& connector);
/// The first address space of the type on a connector that has one.
const AddressSpace& first_space_of(const Connector& connector, std::string_view type);

}  // namespace connlint
