#include "linter/engine/needs.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "linter/model/export_command.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

std::string missing_kind(ObjectKind kind) {
  return fmt::format(
      "the inputs hold no {}: export them ({}), or declare `{}` in an organisation file",
      plural_of(kind), export_command(kind), input_name(kind));
}

std::string missing_property(ObjectKind kind, Property property) {
  const PropertyInfo& info = info_of(property);
  const std::string export_hint =
      info.cmdlet.empty() && info.attribute.empty()
          ? std::string()
          : fmt::format("export all properties ({}), or ", export_command(kind));
  return fmt::format("the {} of the inputs do not state `{}`: {}declare it in an organisation file",
                     plural_of(kind), info.name, export_hint);
}

}  // namespace

std::string_view input_name(ObjectKind kind) {
  return kind == ObjectKind::organization ? name_of(kind) : list_name_of(kind);
}

std::string plural_of(ObjectKind kind) {
  std::string words(input_name(kind));
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::vector<Need> unmet_needs(const RuleInfo& info, const Coverage& coverage) {
  std::vector<Need> unmet;
  std::set<std::string> seen;
  for (const Need& need : info.needs) {
    const std::string reason = missing_need(need, coverage);
    if (reason.empty() || !seen.insert(reason).second) continue;
    // Where there is no object of the kind, its properties are not what is missing.
    unmet.push_back(coverage.has(need.kind) ? need : Need{.kind = need.kind, .property = {}});
  }
  return unmet;
}

std::string missing_need(const Need& need, const Coverage& coverage) {
  if (!coverage.has(need.kind)) return missing_kind(need.kind);
  if (need.property && !coverage.has(need.kind, *need.property)) {
    return missing_property(need.kind, *need.property);
  }
  return {};
}

std::string missing_needs(const RuleInfo& info, const Coverage& coverage) {
  std::vector<std::string> missing;
  for (const Need& need : unmet_needs(info, coverage)) {
    missing.push_back(missing_need(need, coverage));
  }
  return join(missing, "; ");
}

std::vector<std::string> needs_of(const RuleInfo& info) {
  std::vector<std::string> names;
  for (const Need& need : info.needs) {
    std::string name(input_name(need.kind));
    if (need.property) name += fmt::format(".{}", name_of(*need.property));
    names.push_back(std::move(name));
  }
  return names;
}

std::string out_of_range(const RuleInfo& info, const Organization& organization) {
  std::set<Generation> known;
  for (const Server& server : organization.servers) {
    // A server of unknown version may be one that the rule speaks of.
    if (server.generation == Generation::unknown) return {};
    if (server.generation >= info.from && server.generation <= info.to) return {};
    known.insert(server.generation);
  }
  if (known.empty()) return {};
  std::vector<std::string> names;
  names.reserve(known.size());
  for (Generation generation : known) names.emplace_back(name_of(generation));
  const std::string range = info.from == info.to
                                ? std::string(name_of(info.from))
                                : fmt::format("{} to {}", name_of(info.from), name_of(info.to));
  return fmt::format("it speaks of {}, and all servers are of {}", range, join(names, ", "));
}

}  // namespace connlint
