// Which connectors take the mail of a domain.
#pragma once

#include <string_view>
#include <vector>

#include "linter/model/organization.h"
#include "linter/routing/address/space_index.h"
#include "linter/routing/routed_connector.h"

namespace connlint {

/// A connector that takes mail, and the address space by which it does.
struct DomainConnector {
  ConnectorId connector{};
  /// Its place in the list of the connector.
  std::uint32_t space = 0;
};

/// Finds connectors by domain. Keeps a reference to the organisation, which must outlive it.
class DomainConnectors {
 public:
  explicit DomainConnectors(const Organization& organization);
  explicit DomainConnectors(const Organization&&) = delete;

  /// The enabled connectors whose address space is the closest one for the domain, as Exchange 2007
  /// and later compare them, in the order of the organisation; of a domain with a wildcard
  /// (`*.contoso.com`) those for its subdomains. Empty where no connector takes it, or the text is
  /// no domain.
  [[nodiscard]] std::vector<DomainConnector> of(std::string_view domain) const;

 private:
  const Organization& organization_;
  SpaceIndex index_;
};

}  // namespace connlint
