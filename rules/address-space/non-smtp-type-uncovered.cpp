#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_coverage.h"
#include "linter/facts/dropped.h"
#include "linter/outlook/allowed_types.h"

namespace connlint::rules {
namespace {

using Origin = RequiredType::Origin;
/// Who requires a type: the user's own statements before the recipients.
using Requirements = std::map<std::string, std::vector<const RequiredType*>>;

/// Whether a required type is one that a connector must have. X400 counts only where the user says
/// so, and then for transport: it is in every client's list.
bool counts(const RequiredType& required) {
  if (required.origin == Origin::recipient) return !never_required_by_import(required.type);
  return !always_listed(required.type) || equals_ignoring_case(required.type, "X400");
}

Requirements requirements_of(const Organization& organization) {
  Requirements requirements;
  for (const RequiredType& required : organization.required_types) {
    if (counts(required)) requirements[required.type].push_back(&required);
  }
  for (auto& [type, origins] : requirements) {
    std::ranges::stable_sort(origins, {}, [](const RequiredType* origin) {
      return std::pair(origin->origin, lower(origin->recipient));
    });
  }
  return requirements;
}

/// `the command line and the target address of 'Fax desk'`.
std::string who_requires(const std::vector<const RequiredType*>& origins) {
  std::vector<std::string> pieces;
  std::vector<std::string> recipients;
  for (const RequiredType* origin : origins) {
    switch (origin->origin) {
      case Origin::configuration: pieces.emplace_back("the configuration"); break;
      case Origin::command_line: pieces.emplace_back("the command line"); break;
      case Origin::organization_file: pieces.emplace_back("the organisation file"); break;
      case Origin::recipient: recipients.push_back(origin->recipient); break;
    }
  }
  std::ranges::sort(recipients, LessIgnoringCase());
  if (!recipients.empty()) {
    pieces.push_back(fmt::format("the target address{} of {}", recipients.size() == 1 ? "" : "es",
                                 listed(recipients)));
  }
  return join(pieces, " and ");
}

/// The connectors that have a type and do not carry it, by name.
struct Idle {
  std::vector<ConnectorId> disabled;
  /// Those whose address spaces of the type routing drops.
  std::vector<ConnectorId> dropped;
};

std::string names_of(const Organization& organization, const std::vector<ConnectorId>& ids) {
  std::vector<std::string> names;
  for (ConnectorId id : ids) names.emplace_back(organization.connector(id).name());
  return listed(names);
}

/// `is on no connector`, `is only on disabled connectors ('Fax')`.
std::string where_text(const Organization& organization, const Idle& idle) {
  if (idle.disabled.empty() && idle.dropped.empty()) return "is on no connector";
  std::string disabled;
  if (!idle.disabled.empty()) {
    disabled = fmt::format("on disabled connectors ({})", names_of(organization, idle.disabled));
  }
  std::string dropped;
  if (!idle.dropped.empty()) {
    dropped = fmt::format("on connectors that routing leaves out ({})",
                          names_of(organization, idle.dropped));
  }
  const bool both = !disabled.empty() && !dropped.empty();
  return fmt::format("is only {}{}{}", disabled, both ? " and " : "", dropped);
}

std::string message_of(const Organization& organization, const std::string& type,
                       const std::vector<const RequiredType*>& origins, const Idle& idle) {
  const std::string_view consequence =
      always_listed(type)
          ? "transport has no route for it"
          : "cached-mode Outlook returns mail to it at once, and transport has no route for it";
  return fmt::format("address type {}, required by {}, {}: {}", type, who_requires(origins),
                     where_text(organization, idle), consequence);
}

/// Connectors in the order of their names, so that it does not depend on the order of the inputs.
std::vector<ConnectorId> by_name(const Organization& organization, std::vector<ConnectorId> ids) {
  std::ranges::stable_sort(ids, LessIgnoringCase(),
                           [&](ConnectorId id) { return organization.connector(id).name(); });
  return ids;
}

/// Where the finding stands: the first statement that has a place of its own, which the command
/// line has not.
Span place_of(const std::vector<const RequiredType*>& origins) {
  const auto stated = std::ranges::find_if(
      origins, [](const RequiredType* origin) { return origin->origin != Origin::command_line; });
  return stated == origins.end() ? origins.front()->where : (*stated)->where;
}

/// The places that say so, but for the one at which the finding stands, and the connectors that
/// have the type and do not carry it.
std::vector<Related> related_of(const Organization& organization, const std::string& type,
                                const std::vector<const RequiredType*>& origins, const Idle& idle) {
  std::vector<Related> related;
  for (const RequiredType* origin : origins) {
    const bool has_place = origin->origin != Origin::command_line;
    if (!has_place || origin->where == place_of(origins)) continue;
    related.push_back(origin->recipient.empty()
                          ? Related{fmt::format("{} is required here too", type), origin->where}
                          : Related{fmt::format("recipient '{}' has a target address of type {}",
                                                origin->recipient, type),
                                    origin->where});
  }
  for (ConnectorId id : idle.disabled) {
    const Connector& connector = organization.connector(id);
    const AddressSpace& space = first_space_of(connector, type);
    related.push_back(
        {fmt::format("disabled {} has '{}'", described(connector), named(space)), space.where});
  }
  for (ConnectorId id : idle.dropped) {
    const Connector& connector = organization.connector(id);
    const AddressSpace& space = first_space_of(connector, type);
    related.push_back(
        {fmt::format("{} has '{}', which routing leaves out: {}", described(connector),
                     named(space), dropped_text(organization, connector, type)),
         space.where});
  }
  return related;
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  const Requirements requirements = requirements_of(organization);
  if (requirements.empty()) {
    const bool said = std::ranges::any_of(
        organization.required_types,
        [](const RequiredType& type) { return type.origin != Origin::recipient; });
    if (said) return;  // Only types that every client has and that need no connector.
    out.not_judged(
        "no required address type is known: declare `required_address_types` in an organisation "
        "file or in .connlint.yaml, give --required-type, or add recipients with their target "
        "addresses");
    return;
  }
  const std::vector<CarriedType>& carried = in.facts.carried_types();
  const std::string missing = missing_connectors(organization);
  for (const auto& [type, origins] : requirements) {
    const auto found = std::ranges::find(carried, type, &CarriedType::type);
    if (found != carried.end() && !found->connectors.empty()) continue;
    Idle idle;
    if (found != carried.end()) {
      idle = {.disabled = by_name(organization, found->disabled),
              .dropped = by_name(organization, found->dropped)};
    }
    std::string message = message_of(organization, type, origins, idle);
    if (!missing.empty()) {
      message += fmt::format("; a connector may be missing here, since {}", missing);
    }
    Finding& finding =
        out.report(place_of(origins), Subject{.kind = "address-type", .name = type}, "{}", message);
    if (!missing.empty()) finding.severity = Severity::warning;
    finding.detail = type;
    finding.related = related_of(organization, type, origins, idle);
  }
}

}  // namespace

Rule non_smtp_type_uncovered() {
  return {.code = "CL101",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence | Profile::decommission_2003,
          .needs = {{ObjectKind::connector}},
          .sources = "KB 959956, cause 1; Q133403; IXPLogon::AddressTypes",
          .check = check};
}

}  // namespace connlint::rules
