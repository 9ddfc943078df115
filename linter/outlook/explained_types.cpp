#include "linter/outlook/explained_types.h"

#include "linter/facts/connector_delivery.h"
#include "linter/support/text.h"

namespace connlint {

std::set<std::string> explained_types(const Organization& organization, const ListGaps& gaps,
                                      GapCause except) {
  std::set<std::string> types;
  for (const ListGap& gap : gaps.gaps) {
    if (gap.cause != except) types.insert(gap.type);
  }
  for (const UnknownListing& listing : gaps.unknown) types.insert(listing.type);
  for (const Connector& connector : organization.connectors) {
    if (!speaks_smtp(connector) || !connector.counts_as_enabled()) continue;
    const Delivery delivery = delivery_of(organization, connector);
    if (delivery != Delivery::dns && delivery != Delivery::no_smart_host) continue;
    for (const AddressSpace& space : connector.address_spaces()) {
      if (!is_smtp(space)) types.insert(upper(space.type));
    }
  }
  return types;
}

}  // namespace connlint
