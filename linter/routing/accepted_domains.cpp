#include "linter/routing/accepted_domains.h"

#include "linter/support/text.h"

namespace connlint {

DomainRole role_of(const AcceptedDomain& domain) {
  const std::string_view type = domain.text(Property::type);
  if (equals_ignoring_case(type, "authoritative")) return DomainRole::authoritative;
  if (equals_ignoring_case(type, "internal-relay")) return DomainRole::internal_relay;
  if (equals_ignoring_case(type, "external-relay")) return DomainRole::external_relay;
  return DomainRole::unknown;
}

std::string_view name_of(DomainRole role) {
  switch (role) {
    case DomainRole::foreign: return "foreign";
    case DomainRole::authoritative: return "authoritative";
    case DomainRole::internal_relay: return "internal relay";
    case DomainRole::external_relay: return "external relay";
    case DomainRole::unknown: return "unknown";
  }
  return {};
}

DomainRole AcceptedMatch::role() const {
  return domain == nullptr ? DomainRole::foreign : role_of(*domain);
}

AcceptedDomains::AcceptedDomains(const Organization& organization)
    : known_(organization.coverage.has(ObjectKind::accepted_domain) ||
             !organization.accepted_domains.empty()) {
  for (const AcceptedDomain& domain : organization.accepted_domains) {
    const std::string name = lower(trim(domain.name()));
    if (default_ == nullptr && domain.flag(Property::default_).value_or(false)) default_ = &domain;
    if (name == "*") {
      if (all_ == nullptr) all_ = &domain;
    } else if (name.starts_with("*.")) {
      with_subdomains_.emplace(name.substr(2), &domain);
    } else {
      exact_.emplace(name, &domain);
      if (domain.flag(Property::match_sub_domains).value_or(false)) {
        with_subdomains_.emplace(name, &domain);
      }
    }
  }
}

AcceptedMatch AcceptedDomains::of(std::string_view domain) const {
  const std::string name = lower(domain);
  if (const auto found = exact_.find(name); found != exact_.end()) return {found->second, true};
  for (std::string_view rest = name; !rest.empty();) {
    const auto found = with_subdomains_.find(std::string(rest));
    if (found != with_subdomains_.end()) return {found->second, false};
    const std::size_t dot = rest.find('.');
    rest = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + 1);
  }
  return {all_, false};
}

}  // namespace connlint
