// Operators and methods of a script that make texts and lists from known ones.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "linter/formats/powershell/run.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

using Known = ScriptValueKind;

constexpr std::int64_t kMostNumbers = 1000;

/// The items of a list, or the value itself as the only one.
std::span<const ScriptValue> items_of(const ScriptValue& value) {
  return value.kind == Known::list ? std::span(value.items) : std::span(&value, 1);
}

bool is_plain(std::string_view pattern) {
  return !pattern.empty() && pattern.find_first_of("\\^$.|?*+()[]{}") == std::string_view::npos;
}

/// `text` with every `from`, without regard to case or not, replaced.
std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string made;
  for (std::size_t at = text.find(from); at != std::string_view::npos; at = text.find(from)) {
    made += std::string(text.substr(0, at)) + std::string(to);
    text.remove_prefix(at + from.size());
  }
  return made + std::string(text);
}

}  // namespace

ScriptValue ScriptRun::join_texts(const ScriptValue& items, std::string_view separator, Id where) {
  std::string text;
  bool first = true;
  for (const ScriptValue& item : items_of(items)) {
    const std::optional<std::string_view> piece = script_text(item);
    if (!piece) return unresolved(where);
    if (!first) text += separator;
    text += *piece;
    first = false;
  }
  return made_text(text, where);
}

/// `'{0}-{1}' -f a, b`, without forms such as `{0:N2}`.
ScriptValue ScriptRun::format_text(const ScriptValue& pattern, const ScriptValue& items, Id where) {
  ScriptValue unknown = unresolved(where);
  if (pattern.kind != Known::text) return unknown;
  const std::span<const ScriptValue> values = items_of(items);
  std::string text;
  std::string_view rest = pattern.text.value;
  while (!rest.empty()) {
    const std::size_t brace = std::min(rest.find_first_of("{}"), rest.size());
    text += rest.substr(0, brace);
    rest.remove_prefix(brace);
    if (rest.empty()) break;
    if (rest.size() > 1 && rest[0] == rest[1]) {
      text += rest[0];
      rest.remove_prefix(2);
      continue;
    }
    const std::size_t end = rest.find('}');
    const std::optional<std::int64_t> index =
        end == std::string_view::npos ? std::nullopt : parse_integer(rest.substr(1, end - 1));
    const bool there = index && *index >= 0 && static_cast<std::size_t>(*index) < values.size();
    const std::optional<std::string_view> piece =
        there ? script_text(values[static_cast<std::size_t>(*index)]) : std::nullopt;
    if (!piece) {
      unknown.in_part = true;
      return unknown;
    }
    text += *piece;
    rest.remove_prefix(end + 1);
  }
  return made_text(text, where);
}

ScriptValue ScriptRun::split_text(const ScriptValue& text, std::string_view separator, Id where) {
  if (text.kind != Known::text || separator.size() != 1 || !is_plain(separator)) {
    return unresolved(where);
  }
  ScriptValue list;
  list.kind = Known::list;
  list.text = source_of(where);
  if (!afford(text.text.value.size())) return unresolved(where);
  std::size_t offset = 0;
  for (std::string_view piece : split(text.text.value, separator.front())) {
    ScriptValue item;
    item.kind = Known::text;
    item.text = text.text.part(offset, piece.size());
    offset += piece.size() + 1;
    list.items.push_back(std::move(item));
  }
  return list;
}

/// `1..5`.
ScriptValue ScriptRun::range_of(const ScriptValue& first, const ScriptValue& last, Id where) {
  const auto number = [](const ScriptValue& value) {
    return value.kind == Known::number ? parse_integer(value.text.value) : std::nullopt;
  };
  const std::optional<std::int64_t> from = number(first);
  const std::optional<std::int64_t> to = number(last);
  const auto small = [](const std::optional<std::int64_t>& end) {
    return end && *end > -1'000'000'000 && *end < 1'000'000'000;
  };
  if (!small(from) || !small(to)) return unresolved(where);
  const std::int64_t step = *from <= *to ? 1 : -1;
  const std::int64_t count = (*to - *from) * step + 1;
  if (count > kMostNumbers || !afford(static_cast<std::size_t>(count))) return unresolved(where);
  ScriptValue list;
  list.kind = Known::list;
  list.text = source_of(where);
  for (std::int64_t i = 0; i < count; ++i) {
    ScriptValue item;
    item.kind = Known::number;
    item.text = {texts_.keep(std::to_string(*from + i * step)), source_of(where).where, false};
    list.items.push_back(std::move(item));
  }
  return list;
}

/// What a method of a known value gives.
ScriptValue ScriptRun::call_of(Id call, const ScriptValue& base, std::vector<ScriptValue> arguments,
                               Id where) {
  const std::string_view method = tree_[call].text;
  const std::optional<std::string_view> text = script_text(base);
  if (!text || !base.known()) return unresolved(where);
  if (arguments.empty()) {
    if (equals_ignoring_case(method, "ToString")) return made_text(std::string(*text), where);
    if (equals_ignoring_case(method, "ToLower")) return made_text(lower(*text), where);
    if (equals_ignoring_case(method, "ToUpper")) return made_text(upper(*text), where);
    if (equals_ignoring_case(method, "Trim")) return made_text(std::string(trim(*text)), where);
    return unresolved(where);
  }
  const std::optional<std::string_view> first = script_text(arguments[0]);
  if (!first || first->empty() || base.kind != Known::text) return unresolved(where);
  if (equals_ignoring_case(method, "Split") && arguments.size() == 1) {
    return split_text(base, *first, where);
  }
  const std::optional<std::string_view> second =
      arguments.size() == 2 ? script_text(arguments[1]) : std::nullopt;
  if (!second || !equals_ignoring_case(method, "Replace")) return unresolved(where);
  if (!afford(1 + text->size() / 16 * (1 + second->size()))) return unresolved(where);
  return made_text(replaced(*text, *first, *second), where);
}

/// `[string]::Join(...)`, `[hashtable]::new()` and the like.
ScriptValue ScriptRun::static_call_of(std::string_view type, Id call,
                                      std::vector<ScriptValue> arguments, Id where) {
  const std::string_view method = tree_[call].text;
  if (equals_ignoring_case(method, "new") && arguments.empty()) return made_object(type, where);
  if (!is_one_of(type, {"string", "System.String"}) || arguments.empty()) return unresolved(where);
  ScriptValue rest;
  rest.kind = Known::list;
  if (arguments.size() == 2 && arguments[1].kind == Known::list) {
    rest = std::move(arguments[1]);
  } else {
    rest.items.assign(std::make_move_iterator(arguments.begin() + 1),
                      std::make_move_iterator(arguments.end()));
  }
  if (equals_ignoring_case(method, "Format")) return format_text(arguments[0], rest, where);
  const std::optional<std::string_view> separator = script_text(arguments[0]);
  const bool joins = equals_ignoring_case(method, "Join") && separator;
  return joins ? join_texts(rest, *separator, where) : unresolved(where);
}

/// A new hashtable or list; unresolved for other types.
ScriptValue ScriptRun::made_object(std::string_view type, Id where) {
  for (std::string_view prefix : {"System.", "Collections.", "Specialized.", "Generic."}) {
    if (starts_with_ignoring_case(type, prefix)) type.remove_prefix(prefix.size());
  }
  ScriptValue made = unresolved(where);
  if (is_one_of(type, {"Hashtable", "OrderedDictionary"}) ||
      starts_with_ignoring_case(type, "Dictionary[string,")) {
    made.kind = Known::hash;
  } else if (is_one_of(type, {"ArrayList", "List[string]", "List[object]", "List[hashtable]"})) {
    made.kind = Known::list;
    made.grows = true;
  } else {
    return made;
  }
  made.identity = variables_.new_identity();
  return made;
}

}  // namespace connlint
