#include "linter/formats/powershell/values.h"

#include <utility>

#include "linter/formats/powershell/numbers.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

using Kind = ScriptValueKind;

ScriptValue unresolved(const Text& where) {
  ScriptValue value;
  value.text = where;
  return value;
}

ScriptValue made(Kind kind, std::string_view text, const Text& where) {
  ScriptValue value;
  value.kind = kind;
  value.text = {text, where.where, false};
  return value;
}

/// Numbers up to here are added without loss.
constexpr std::int64_t kLargest = 1'000'000'000'000;

std::optional<std::int64_t> whole_number(const ScriptValue& value) {
  const std::optional<std::int64_t> number = parse_integer(value.text.value);
  if (!number || *number > kLargest || *number < -kLargest) return std::nullopt;
  return number;
}

ScriptValue merge_hashes(ScriptValue left, ScriptValue right, const Text& where) {
  if (left.keys.size() + right.keys.size() > kMostScriptKeys) return unresolved(where);
  for (std::size_t i = 0; i < right.keys.size(); ++i) {
    // A key in both is an error of the run.
    if (left.find(right.keys[i].value) != nullptr) return unresolved(where);
    left.keys.push_back(right.keys[i]);
    left.items.push_back(std::move(right.items[i]));
  }
  return left;
}

ScriptValue cast_to_text(ScriptValue value, const Text& where) {
  const std::optional<std::string_view> text = script_text(value);
  if (!text) return unresolved(where);
  value.kind = Kind::text;
  value.text.verbatim = value.text.verbatim && value.text.value == *text;
  value.text.value = *text;
  return value;
}

ScriptValue cast_to_number(ScriptValue value, const Text& where) {
  if (value.kind != Kind::number && value.kind != Kind::text) return unresolved(where);
  if (!whole_number(value)) return unresolved(where);
  value.kind = Kind::number;
  return value;
}

ScriptValue cast_to_list(ScriptValue value, bool of_texts, const Text& where) {
  if (value.kind == Kind::null || value.kind == Kind::unresolved) return unresolved(where);
  if (value.kind != Kind::list) {
    ScriptValue list;
    list.kind = Kind::list;
    list.text = value.text;
    list.items.push_back(std::move(value));
    value = std::move(list);
  }
  for (ScriptValue& item : value.items) {
    if (of_texts && item.kind != Kind::text && item.known()) {
      item = cast_to_text(std::move(item), where);
    }
  }
  return value;
}

}  // namespace

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (std::string_view known : words) {
    if (equals_ignoring_case(word, known)) return true;
  }
  return false;
}

bool leaves_as_is(std::string_view method) {
  return is_one_of(method,
                   {"ContainsKey", "Contains", "ContainsValue", "GetEnumerator", "ToString",
                    "GetType",     "Clone",    "ForEach",       "Where",         "IndexOf",
                    "ToLower",     "ToUpper",  "Trim",          "TrimStart",     "TrimEnd",
                    "Replace",     "Split",    "StartsWith",    "EndsWith",      "Substring"});
}

const ScriptValue* ScriptValue::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (equals_ignoring_case(keys[i].value, key)) return &items[i];
  }
  return nullptr;
}

ScriptValue* ScriptValue::find(std::string_view key) {
  const ScriptValue* found = std::as_const(*this).find(key);
  return found == nullptr ? nullptr : &items[static_cast<std::size_t>(found - items.data())];
}

std::size_t weight_of(const ScriptValue& value) {
  std::size_t weight = 1;
  for (const ScriptValue& item : value.items) weight += weight_of(item);
  return weight;
}

std::optional<std::string_view> script_text(const ScriptValue& value) {
  switch (value.kind) {
    case Kind::null: return std::string_view();
    case Kind::boolean:
    case Kind::number:
    case Kind::text: return value.text.value;
    case Kind::unresolved:
    case Kind::list:
    case Kind::hash: break;
  }
  return std::nullopt;
}

std::optional<std::string_view> TextJoiner::join(std::string_view left, std::string_view right) {
  constexpr std::size_t kRoom = 32;
  const auto known = by_begin_.find(left.data());
  const std::size_t size = left.size() + right.size();
  if (known != by_begin_.end()) {
    std::string& block = *known->second;
    const bool fits = block.size() == left.size() && size <= block.capacity();
    if (fits && right.size() <= budget_) {
      budget_ -= right.size();
      block += right;
      return block;
    }
  }
  if (size > budget_) return std::nullopt;
  budget_ -= size;
  std::string& block = blocks_.emplace_back();
  block.reserve(known != by_begin_.end() ? 2 * size : size + kRoom);
  block += left;
  block += right;
  by_begin_[block.data()] = &block;
  return block;
}

ScriptValue add_values(ScriptValue left, ScriptValue right, const Text& where, TextJoiner& texts) {
  if (!left.known() || !right.known()) {
    if (left.kind != Kind::list) return unresolved(where);
  }
  switch (left.kind) {
    case Kind::null: return right;
    case Kind::list:
      if (right.kind == Kind::list) {
        for (ScriptValue& item : right.items) left.items.push_back(std::move(item));
      } else if (!right.known()) {
        return unresolved(where);
      } else {
        left.items.push_back(std::move(right));
      }
      left.text = {left.text.value, left.text.where, false};
      return left;
    case Kind::text: {
      const std::optional<std::string_view> text = script_text(right);
      const std::optional<std::string_view> joined =
          text ? texts.join(left.text.value, *text) : std::nullopt;
      return joined ? made(Kind::text, *joined, where) : unresolved(where);
    }
    case Kind::number: {
      const std::optional<std::int64_t> a = whole_number(left);
      const std::optional<std::int64_t> b = whole_number(right);
      if (right.kind != Kind::number || !a || !b) return unresolved(where);
      const std::optional<std::string_view> sum = texts.join({}, std::to_string(*a + *b));
      return sum ? made(Kind::number, *sum, where) : unresolved(where);
    }
    case Kind::hash:
      if (right.kind != Kind::hash) return unresolved(where);
      return merge_hashes(std::move(left), std::move(right), where);
    case Kind::boolean:
    case Kind::unresolved: break;
  }
  return unresolved(where);
}

ScriptValue cast_value(ScriptValue value, std::string_view type, const Text& where) {
  if (type.starts_with("System.")) type.remove_prefix(7);
  if (type.starts_with("Collections.")) type.remove_prefix(12);
  if (!value.known() || is_one_of(type, {"object", "psobject"})) return value;
  if (is_one_of(type, {"ArrayList", "Generic.List[string]", "Generic.List[object]"})) {
    value = cast_to_list(std::move(value), type.ends_with("[string]"), where);
    value.grows = value.kind == Kind::list;
    return value;
  }
  if (is_one_of(type, {"string"})) return cast_to_text(std::move(value), where);
  if (is_one_of(type, {"string[]"})) return cast_to_list(std::move(value), true, where);
  if (is_one_of(type, {"array", "object[]"})) return cast_to_list(std::move(value), false, where);
  if (is_one_of(type, {"int", "int32", "long", "int64", "uint32"})) {
    return cast_to_number(std::move(value), where);
  }
  const bool fits =
      (value.kind == Kind::boolean && is_one_of(type, {"bool", "boolean"})) ||
      (value.kind == Kind::hash && is_one_of(type, {"hashtable", "ordered", "pscustomobject"}));
  return fits ? value : unresolved(where);
}

bool equal_values(const ScriptValue& a, const ScriptValue& b) {
  if (!a.known() || a.kind != b.kind || a.items.size() != b.items.size()) return false;
  if (a.kind == Kind::hash) {
    for (std::size_t i = 0; i < a.keys.size(); ++i) {
      const ScriptValue* other = b.find(a.keys[i].value);
      if (other == nullptr || !equal_values(a.items[i], *other)) return false;
    }
    return true;
  }
  if (a.kind != Kind::list) return a.text.value == b.text.value;
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    if (!equal_values(a.items[i], b.items[i])) return false;
  }
  return true;
}

ScriptValue common_value(ScriptValue a, const ScriptValue& b) {
  if (equal_values(a, b)) return a;
  if (a.kind != Kind::hash || b.kind != Kind::hash) return unresolved(a.text);
  for (std::size_t i = 0; i < a.keys.size(); ++i) {
    const ScriptValue* other = b.find(a.keys[i].value);
    const Text where = a.items[i].text;
    a.items[i] = other == nullptr ? unresolved(where) : common_value(std::move(a.items[i]), *other);
  }
  for (std::size_t i = 0; i < b.keys.size(); ++i) {
    if (a.find(b.keys[i].value) != nullptr) continue;
    a.keys.push_back(b.keys[i]);
    a.items.push_back(unresolved(b.items[i].text));
  }
  return a;
}

std::optional<bool> truth_of(const ScriptValue& value) {
  switch (value.kind) {
    case Kind::null: return false;
    case Kind::boolean: return value.text.value == "True";
    case Kind::text: return !value.text.value.empty();
    case Kind::number: {
      const std::optional<std::string> digits = script_number(value.text.value);
      if (!digits) return std::nullopt;
      return *digits != "0" && *digits != "-0";
    }
    case Kind::hash: return true;
    case Kind::list:
    case Kind::unresolved: break;
  }
  return std::nullopt;
}

}  // namespace connlint
