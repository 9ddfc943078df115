#include <set>

#include "linter/engine/rule.h"
#include "linter/facts/address_types/type_name.h"
#include "linter/outlook/allowed_types.h"

namespace connlint::rules {
namespace {

constexpr std::size_t kLongestProxy = 8;
constexpr std::size_t kLongestTemplate = 32;

void check_types(const Context& in, const Connector& connector, Sink& out) {
  std::set<std::string> reported;
  for (const AddressSpace& space : connector.address_spaces()) {
    const std::string& type = space.type;
    if (type.size() <= kLongestProxy || !is_matchable_type(type)) continue;
    if (in.options.lists("allowed_types", type)) continue;
    if (!reported.insert(upper(type)).second) continue;
    const std::string_view consequence =
        type.size() > kLongestTemplate
            ? "so that neither a proxy address nor an address template can be made for it (32 at "
              "most)"
            : "so that no proxy address can be generated for it (8 at most)";
    out.report(space.type_where, connector, "{} has a type of {} characters, {}",
               described(space, connector), type.size(), consequence)
        .detail = upper(type);
  }
}

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    if (carries_types(connector)) check_types(in, connector, out);
  }
}

}  // namespace

Rule type_name_too_long() {
  return {.code = "CL116",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources =
              "Exchange 2003 SDK, Creating a Proxy Address; Exchange 2007 SDK, Creating a Proxy "
              "Address; Active Directory schema, addressType",
          .options = {{.name = "allowed_types",
                       .type = OptionInfo::Type::texts,
                       .default_value = "[COMPUSERVE]",
                       .summary = "longer types that are known to work"}},
          .check = check};
}

}  // namespace connlint::rules
