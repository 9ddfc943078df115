#include "linter/engine/needs.h"

#include <algorithm>
#include <set>
#include <span>

#include <fmt/format.h>

#include "linter/model/wording.h"
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

std::string missing_need(const Need& need, const Coverage& coverage) {
  if (!coverage.has(need.kind)) return missing_kind(need.kind);
  if (need.property && !coverage.has(need.kind, *need.property)) {
    return missing_property(need.kind, *need.property);
  }
  return {};
}

/// Whether `code` is the one after `before`: `CL205` after `CL204`.
bool follows(std::string_view code, std::string_view before) {
  const auto number = [](std::string_view text) { return parse_integer(text.substr(2)); };
  const auto first = number(before);
  const auto second = number(code);
  return first && second && *second == *first + 1;
}

/// `CL102, CL104 to CL108 and CL203`.
std::string codes_text(const std::vector<std::string_view>& codes) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < codes.size();) {
    std::size_t end = begin + 1;
    while (end < codes.size() && follows(codes[end], codes[end - 1])) ++end;
    const bool run = end - begin > 2;
    if (run) parts.push_back(fmt::format("{} to {}", codes[begin], codes[end - 1]));
    for (; !run && begin < end; ++begin) parts.emplace_back(codes[begin]);
    begin = end;
  }
  if (parts.size() < 2) return join(parts, "");
  const std::string last = std::move(parts.back());
  parts.pop_back();
  return fmt::format("{} and {}", join(parts, ", "), last);
}

template <class T>
void insert_sorted(std::vector<T>& values, T value) {
  const auto at = std::ranges::lower_bound(values, value);
  if (at == values.end() || *at != value) values.insert(at, value);
}

}  // namespace

std::string_view input_name(ObjectKind kind) {
  return kind == ObjectKind::organization ? name_of(kind) : list_name_of(kind);
}

std::string missing_needs(const Rule& rule, const Coverage& coverage) {
  std::vector<std::string> missing;
  for (const Need& need : rule.needs) {
    std::string reason = missing_need(need, coverage);
    if (!reason.empty() && std::ranges::find(missing, reason) == missing.end()) {
      missing.push_back(std::move(reason));
    }
  }
  return join(missing, "; ");
}

void add_lacks(std::vector<Lack>& lacks, const Rule& rule, const Coverage& coverage) {
  for (const Need& need : rule.needs) {
    if (missing_need(need, coverage).empty()) continue;
    // Where there is no object of the kind, its properties are not what is missing.
    const bool whole = !need.property || !coverage.has(need.kind);
    const bool exported = whole || is_exported(*need.property);
    auto lack = std::ranges::find_if(lacks, [&](const Lack& known) {
      return known.kind == need.kind && known.exported == exported;
    });
    if (lack == lacks.end()) lack = lacks.insert(lack, Lack{need.kind, exported, {}, {}});
    if (!whole) insert_sorted(lack->properties, name_of(*need.property));
    insert_sorted(lack->codes, rule.code);
  }
}

std::string text_of(const Lack& lack, std::size_t named) {
  const std::span<const std::string_view> properties = lack.properties;
  // To count a single one would take more room than to name it.
  const bool some = properties.size() > named && properties.size() - named > 1;
  const std::size_t shown = some ? named : properties.size();
  std::string what = fmt::to_string(fmt::join(properties.first(shown), ", "));
  if (some) {
    what += fmt::format(" and {} other properties", properties.size() - shown);
  }
  what += fmt::format("{}{}", what.empty() ? "" : " of ", plural_of(lack.kind));
  const std::string_view from = lack.exported
                                    ? export_command(lack.kind)
                                    : "no export holds it; declare it in an organisation file";
  return fmt::format("{} ({}), needed by {}", what, from, codes_text(lack.codes));
}

std::vector<std::string> needs_of(const Rule& rule) {
  std::vector<std::string> names;
  for (const Need& need : rule.needs) {
    std::string name(input_name(need.kind));
    if (need.property) name += fmt::format(".{}", name_of(*need.property));
    names.push_back(std::move(name));
  }
  return names;
}

std::string out_of_range(const Rule& rule, const Organization& organization) {
  std::set<Generation> known;
  for (const Server& server : organization.servers) {
    // A server of unknown version may be one that the rule speaks of.
    if (server.generation == Generation::unknown) return {};
    if (server.generation >= rule.from && server.generation <= rule.to) return {};
    known.insert(server.generation);
  }
  if (known.empty()) return {};
  std::vector<std::string> names;
  names.reserve(known.size());
  for (Generation generation : known) names.emplace_back(name_of(generation));
  const std::string range = rule.from == rule.to
                                ? std::string(name_of(rule.from))
                                : fmt::format("{} to {}", name_of(rule.from), name_of(rule.to));
  return fmt::format("it speaks of {}, and all servers are of {}", range, join(names, ", "));
}

}  // namespace connlint
