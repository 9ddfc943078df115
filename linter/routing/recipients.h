// What becomes of a recipient before any connector is looked at ("Recipient resolution"): the
// directory is asked first, and own domains never leave by the connector for everything.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "linter/model/organization.h"
#include "linter/routing/accepted_domains.h"
#include "linter/routing/address/address.h"

namespace connlint {

/// What the resolver does with an address.
struct Resolution {
  enum class Kind : std::uint8_t {
    routed,     ///< A connector takes it.
    inside,     ///< Delivered inside; a recipient that is not found is returned with an NDR.
    relayed,    ///< Delivered inside; a recipient that is not found goes on by a connector.
    returned,   ///< All recipients of its domain are known, and it is none of them.
    forwarded,  ///< It is that of a recipient whose target address is routed.
    open,       ///< In an accepted domain whose type no input tells.
  };
  Kind kind = Kind::routed;
  /// Why, as a clause without final stop. For `routed` a remark on own domains, or empty.
  std::string reason;
  /// With `forwarded`.
  std::optional<Address> target;
};

/// Resolves recipients. Keeps pointers into the organisation, which must outlive it.
class Recipients {
 public:
  explicit Recipients(const Organization& organization);
  explicit Recipients(const Organization&&) = delete;

  [[nodiscard]] Resolution resolve(const Address& address) const;
  [[nodiscard]] const AcceptedDomains& accepted() const { return accepted_; }

 private:
  [[nodiscard]] Resolution resolve_found(const Recipient& recipient, const Address& address) const;
  [[nodiscard]] Resolution resolve_smtp(const Address& address) const;

  AcceptedDomains accepted_;
  /// By `type:address` in lower case.
  std::unordered_map<std::string, const Recipient*> by_address_;
  /// The accepted domains of which mailboxes are known: addresses of recipients without a target
  /// address, which no partial export holds.
  std::unordered_set<const AcceptedDomain*> populated_;
};

}  // namespace connlint
