#include "linter/engine/rule.h"

namespace connlint::rules {
namespace {

/// The value of the first step of a distinguished name, as far as it holds no escape.
std::string_view first_value(std::string_view dn) {
  const std::string_view step = dn.substr(0, dn.find(','));
  const std::size_t equals = step.find('=');
  if (equals == std::string_view::npos || step.find('\\') != std::string_view::npos) return {};
  return step.substr(equals + 1);
}

void check(const Context& in, Sink& out) {
  if (!in.organization.coverage.has(ObjectKind::address_template, Property::dn)) {
    return out.not_applicable("the inputs hold no address templates of the directory");
  }
  for (const Object& object : in.organization.others) {
    if (object.object_kind() != ObjectKind::address_template) continue;
    const std::string_view object_name = first_value(object.text(Property::dn));
    const std::string_view type = object.name();
    if (object_name.empty() || type.empty() || equals_ignoring_case(object_name, type)) continue;
    out.report(object,
               "address template '{}' is for the type {}: with another name than its type it is "
               "not usable offline",
               object_name, type)
        .detail = object_name;
  }
}

}  // namespace

Rule template_name_differs() {
  return {.code = "CL510",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .sources = "Q277563",
          .check = check};
}

}  // namespace connlint::rules
