#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_coverage.h"
#include "linter/outlook/allowed_types.h"

namespace connlint::rules {
namespace {

/// A place that mentions an address type.
struct Mention {
  /// `e-mail address policy 'Default Policy'`.
  std::string by;
  /// The policy; empty for a template.
  std::string policy;
  Span where{};
};
/// By type, in upper case.
using Mentions = std::map<std::string, std::vector<Mention>>;

/// Whether a mention means something: X400 does, since it needs a connector in transport; types of
/// the directory and of other transports do not.
bool counts(std::string_view type) {
  return !type.empty() && (equals_ignoring_case(type, "X400") || !never_required_by_import(type));
}

void add(Mentions& mentions, std::string_view type, Mention mention) {
  const std::string name = upper(trim(type));
  if (counts(name)) mentions[name].push_back(std::move(mention));
}

/// The templates of a policy: `FAX:@contoso.com`; without a type SMTP (New-EmailAddressPolicy).
void add_policy(Mentions& mentions, const Object& policy) {
  for (const Located<std::string>& text : policy.names(Property::enabled_email_address_templates)) {
    const std::size_t colon = text->find(':');
    if (colon == std::string::npos) continue;
    add(mentions, std::string_view(*text).substr(0, colon),
        {.by = fmt::format("e-mail address policy '{}'", policy.name()),
         .policy = std::string(policy.name()),
         .where = text.where});
  }
}

Mentions mentions_in(const Organization& organization) {
  Mentions mentions;
  for (const Object& object : organization.others) {
    if (object.object_kind() == ObjectKind::email_address_policy) add_policy(mentions, object);
    if (object.object_kind() == ObjectKind::address_template) {
      add(mentions, object.name(),
          {.by = "an address template", .policy = {}, .where = object.where});
    }
  }
  // Policies by name, then templates, whatever the order of the inputs.
  for (auto& [type, places] : mentions) {
    std::ranges::stable_sort(places, {}, [](const Mention& mention) {
      return std::pair(mention.policy.empty(), lower(mention.policy));
    });
  }
  return mentions;
}

/// Whether somebody requires the type, so that it is more than a suggestion, or a connector has it.
bool is_known(const Organization& organization, const std::vector<CarriedType>& carried,
              const std::string& type) {
  return std::ranges::find(organization.required_types, type, &RequiredType::type) !=
             organization.required_types.end() ||
         std::ranges::find(carried, type, &CarriedType::type) != carried.end();
}

void check(const Context& in, Sink& out) {
  constexpr std::size_t kMostRelated = 20;
  const Organization& organization = in.organization;
  const Mentions mentions = mentions_in(organization);
  if (mentions.empty()) {
    const bool read = organization.coverage.has(ObjectKind::email_address_policy) ||
                      organization.coverage.has(ObjectKind::address_template);
    if (!read) {
      out.not_judged("the inputs hold neither recipient policies nor address templates");
    }
    return;
  }
  const std::vector<CarriedType>& carried = in.facts.carried_types();
  const std::string missing = missing_connectors(organization);
  for (const auto& [type, places] : mentions) {
    if (is_known(organization, carried, type)) continue;
    std::string message = fmt::format(
        "address type {}, which {} mentions, is on no connector, so that mail to such addresses is "
        "returned; setup of Exchange mentions types of connectors that were never installed, too",
        type, places.front().by);
    if (!missing.empty()) {
      message += fmt::format("; a connector may be missing here, since {}", missing);
    }
    Finding& finding = out.report(places.front().where,
                                  Subject{.kind = "address-type", .name = type}, "{}", message);
    finding.detail = type;
    for (std::size_t i = 1; i < std::min(places.size(), kMostRelated); ++i) {
      finding.also(places[i].where, "{} mentions {} too", places[i].by, type);
    }
  }
}

}  // namespace

Rule suggested_type_uncovered() {
  return {
      .code = "CL109",
      .severity = Severity::info,
      .confidence = Confidence::inferred,
      .profiles = Profile::recommended | Profile::decommission_2003,
      .needs = {{ObjectKind::connector}},
      .sources = "New-EmailAddressPolicy; Q250903; Exchange 2003 SDK, ms-Exch-Addressing-Policy",
      .check = check};
}

}  // namespace connlint::rules
