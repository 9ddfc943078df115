#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

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
    Finding& finding = out.report(
        object.where, subject_of(object),
        fmt::format("address template '{}' is for the type {}: with another name than its type it "
                    "is not usable offline",
                    object_name, type));
    finding.detail = object_name;
  }
}

constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 1> kSources = {"Q277563"};

}  // namespace

extern const Rule template_name_differs;
const Rule template_name_differs = {
    .info = {.code = "CL510",
             .name = "template-name-differs",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "organization",
             .summary = "The name of an address template differs from its address type",
             .profiles = kProfiles,
             .needs = {},
             .sources = kSources},
    .check = check};

}  // namespace connlint::rules
