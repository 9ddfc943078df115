// Which accepted domain takes a domain of SMTP (Set-AcceptedDomain).
// Knows model types only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "linter/model/organization.h"

namespace connlint {

/// What the organisation is for a domain.
enum class DomainRole : std::uint8_t {
  foreign,         ///< No accepted domain takes it.
  authoritative,   ///< Recipients are in the directory or are returned.
  internal_relay,  ///< Those that are not in the directory go on by a connector.
  external_relay,  ///< A connector takes its mail.
  unknown,         ///< An accepted domain takes it whose type no input tells.
};

/// An accepted domain and how it takes a domain.
struct AcceptedMatch {
  /// Null where none does.
  const AcceptedDomain* domain = nullptr;
  /// Whether it is that domain itself, rather than one of its subdomains (`*.contoso.com`,
  /// MatchSubDomains) or any (`*`).
  bool exact = false;

  [[nodiscard]] DomainRole role() const;
};

/// Finds accepted domains. Keeps pointers into the organisation, which must outlive it.
class AcceptedDomains {
 public:
  explicit AcceptedDomains(const Organization& organization);
  explicit AcceptedDomains(const Organization&&) = delete;

  /// The accepted domain that takes `domain` (without regard to case): the domain itself, else the
  /// longest one that takes its subdomains, else `*`. `*.contoso.com` takes the subdomains and, as
  /// in address spaces, the domain itself where no other one does.
  [[nodiscard]] AcceptedMatch of(std::string_view domain) const;
  /// Whether the inputs tell accepted domains at all, be it that there is none.
  [[nodiscard]] bool known() const { return known_; }
  /// The default accepted domain, or null where no input tells.
  [[nodiscard]] const AcceptedDomain* default_domain() const { return default_; }

 private:
  bool known_ = false;
  const AcceptedDomain* default_ = nullptr;
  const AcceptedDomain* all_ = nullptr;
  /// By the domain in lower case.
  std::unordered_map<std::string, const AcceptedDomain*> exact_, with_subdomains_;
};

/// The role that the type of an accepted domain states; `unknown` where it states none.
DomainRole role_of(const AcceptedDomain& domain);
/// `authoritative`, `internal relay`, `external relay`.
std::string_view name_of(DomainRole role);

}  // namespace connlint
