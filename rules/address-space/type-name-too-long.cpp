#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/facts/address_types/type_name.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

constexpr std::size_t kLongestProxy = 8;
constexpr std::size_t kLongestTemplate = 32;

bool is_allowed(const std::vector<std::string>& allowed, std::string_view type) {
  return std::ranges::any_of(
      allowed, [&](const std::string& name) { return equals_ignoring_case(name, type); });
}

void check_types(const Organization& organization, const Connector& connector,
                 const std::vector<std::string>& allowed, Sink& out) {
  std::set<std::string> reported;
  for (const AddressSpace& space : connector.address_spaces()) {
    const std::string& type = space.type;
    if (type.size() <= kLongestProxy || !is_matchable_type(type)) continue;
    if (is_allowed(allowed, type) || !reported.insert(upper(type)).second) continue;
    const std::string_view consequence =
        type.size() > kLongestTemplate
            ? "so that neither a proxy address nor an address template can be made for it (32 at "
              "most)"
            : "so that no proxy address can be generated for it (8 at most)";
    Finding& finding =
        out.report(space.type_where, subject_of(organization, connector),
                   fmt::format("{} has a type of {} characters, {}", described(space, connector),
                               type.size(), consequence));
    finding.detail = upper(type);
  }
}

void check(const Context& in, Sink& out) {
  const std::vector<std::string> allowed = in.options.texts("allowed_types");
  for (const Connector& connector : in.organization.connectors) {
    if (carries_types(connector)) check_types(in.organization, connector, allowed, out);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::address_spaces}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 3> kSources = {"Exchange 2003 SDK, Creating a Proxy Address",
                                                      "Exchange 2007 SDK, Creating a Proxy Address",
                                                      "Active Directory schema, addressType"};
constexpr std::array kOptions = {OptionInfo{.name = "allowed_types",
                                            .type = OptionInfo::Type::texts,
                                            .default_value = "[COMPUSERVE]",
                                            .summary = "longer types that are known to work"}};

}  // namespace

extern const Rule type_name_too_long;
const Rule type_name_too_long = {
    .info = {.code = "CL116",
             .name = "type-name-too-long",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "address-space",
             .summary = "The name of an address type is longer than the tools of Exchange accept",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .options = kOptions},
    .check = check};

}  // namespace connlint::rules
