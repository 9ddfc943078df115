// What the text of a script alone tells of the values of its expressions.
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "linter/formats/powershell/run.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

using Known = ScriptValueKind;

ScriptValue boolean(bool value, const Text& where) {
  ScriptValue made;
  made.kind = Known::boolean;
  made.text = {value ? "True" : "False", where.where, false};
  return made;
}

}  // namespace

bool ScriptRun::afford(std::size_t weight) {
  if (budget_ < weight) {
    budget_ = 0;
    return false;
  }
  budget_ -= weight;
  return true;
}

ScriptValue ScriptRun::unresolved(Id id) const {
  ScriptValue value;
  value.text = source_of(id);
  return value;
}

ScriptValue ScriptRun::copy(const ScriptValue& value, Id where) {
  return afford(weight_of(value)) ? value : unresolved(where);
}

ScriptValue ScriptRun::value_of(Id id) {
  const ScriptNode& node = tree_[id];
  switch (node.kind) {
    case Kind::string: {
      ScriptValue value;
      value.kind = Known::text;
      value.text = text_of(id);
      return value;
    }
    case Kind::number: {
      ScriptValue value;
      value.kind = Known::number;
      value.text = source_of(id);
      if (!node.flag && value.text.value != node.text) {
        value.text = {node.text, value.text.where, false};
      }
      return value;
    }
    case Kind::variable: return value_of_variable(id);
    case Kind::expandable: return value_of_expandable(id);
    case Kind::list: return value_of_list(id);
    case Kind::array: return collect(id, true);
    case Kind::subexpression: return collect(id, false);
    case Kind::hash: return value_of_hash(id);
    case Kind::group: return value_of_statement(node.first);
    case Kind::postfix: return value_of_postfix(id);
    case Kind::cast: return cast_value(value_of(node.first), node.text, source_of(id));
    case Kind::unary: return value_of_unary(id);
    case Kind::binary: return value_of_binary(id);
    case Kind::block: run_block(id, blocks_see_variables_); return unresolved(id);
    case Kind::parameter:
    case Kind::opaque:
      for (Id part = node.first; part != 0; part = tree_.next(part)) {
        static_cast<void>(value_of(part));
      }
      return unresolved(id);
    default: return value_of_statement(id);
  }
}

ScriptValue ScriptRun::value_of_variable(Id id) {
  const std::string_view name = tree_[id].text;
  if (equals_ignoring_case(name, "true")) return boolean(true, source_of(id));
  if (equals_ignoring_case(name, "false")) return boolean(false, source_of(id));
  if (equals_ignoring_case(name, "null")) {
    ScriptValue value;
    value.kind = Known::null;
    value.text = source_of(id);
    return value;
  }
  const ScriptValue* found = variables_.find(name);
  return found == nullptr ? unresolved(id) : copy(*found, id);
}

ScriptValue ScriptRun::value_of_expandable(Id id) {
  std::string text;
  bool certain = true;
  for (Id part = tree_.first(id); part != 0; part = tree_.next(part)) {
    const ScriptValue value = value_of(part);
    const std::optional<std::string_view> piece = script_text(value);
    certain = certain && piece.has_value();
    if (piece) text += *piece;
  }
  if (!certain || !afford(1 + text.size() / 16)) return unresolved(id);
  ScriptValue value;
  value.kind = Known::text;
  value.text = {texts_.keep(text), source_of(id).where, false};
  return value;
}

ScriptValue ScriptRun::value_of_list(Id id) {
  ScriptValue list;
  list.kind = Known::list;
  list.text = source_of(id);
  for (Id item = tree_.first(id); item != 0; item = tree_.next(item)) {
    list.items.push_back(value_of(item));
  }
  return list;
}

/// What statements put out: each value, lists item by item. `$( )` of one value is that value.
ScriptValue ScriptRun::collect(Id id, bool as_list) {
  ScriptValue list;
  list.kind = Known::list;
  list.text = source_of(id);
  bool certain = true;
  for (Id statement = tree_.first(id); statement != 0; statement = tree_.next(statement)) {
    const Kind kind = tree_[statement].kind;
    ScriptValue value = value_of_statement(statement);
    if (kind == Kind::assignment || kind == Kind::function || kind == Kind::nothing) continue;
    certain = certain && value.known();
    if (value.kind != Known::list) {
      list.items.push_back(std::move(value));
    } else {
      for (ScriptValue& item : value.items) list.items.push_back(std::move(item));
    }
  }
  if (!certain) {
    // One unknown value may be none or many.
    const bool one = as_list && tree_.first(id) != 0 && tree_.next(tree_.first(id)) == 0;
    if (!one || list.items.size() < 2) return unresolved(id);
  }
  if (as_list || list.items.size() > 1) return list;
  if (!list.items.empty()) return std::move(list.items.front());
  list.kind = Known::null;
  return list;
}

ScriptValue ScriptRun::value_of_hash(Id id) {
  // The pairs of a resource are in its last child.
  Id pairs = id;
  if (tree_[id].kind == Kind::resource) {
    pairs = tree_.first(id);
    if (tree_.next(pairs) != 0) pairs = tree_.next(pairs);
  }
  ScriptValue hash;
  hash.kind = Known::hash;
  hash.text = source_of(id);
  hash.identity = variables_.new_identity();
  bool certain = true;
  for (Id key = tree_.first(pairs); key != 0;) {
    const Id value = tree_.next(key);
    const bool plain = tree_[key].kind == Kind::string;
    const ScriptValue name = plain ? ScriptValue{} : value_of(key);
    const std::optional<std::string_view> text = script_text(name);
    certain = certain && (plain || text);
    if (plain) hash.keys.push_back(text_of(key));
    if (!plain) hash.keys.push_back(text_at(text.value_or(""), key));
    hash.items.push_back(value_of_statement(value));
    key = value == 0 ? 0 : tree_.next(value);
  }
  return certain ? hash : unresolved(id);
}

ScriptValue ScriptRun::value_of_postfix(Id id) {
  const Id base = tree_.first(id);
  const Id part = tree_.next(base);
  bool certain = tree_.next(part) == 0;
  for (Id each = part; each != 0; each = tree_.next(each)) {
    for (Id child = tree_.first(each); child != 0; child = tree_.next(child)) {
      static_cast<void>(value_of(child));
    }
    const Kind kind = tree_[each].kind;
    if (kind == Kind::step || kind == Kind::call) {
      certain = false;
      forget_changed_in(id);
    }
  }
  ScriptValue value = value_of(base);
  if (!certain || !value.known()) return unresolved(id);
  const Id index = tree_.first(part);
  const bool named = tree_[part].kind == Kind::index && tree_[index].kind == Kind::string;
  if (value.kind == Known::hash && (tree_[part].kind == Kind::member || named)) {
    ScriptValue* found = value.find(named ? tree_[index].text : tree_[part].text);
    return found == nullptr ? unresolved(id) : std::move(*found);
  }
  if (value.kind == Known::list && tree_[part].kind == Kind::index &&
      tree_[index].kind == Kind::number) {
    const std::optional<std::int64_t> number = parse_integer(tree_[index].text);
    if (number && *number >= 0 && static_cast<std::size_t>(*number) < value.items.size()) {
      return std::move(value.items[static_cast<std::size_t>(*number)]);
    }
  }
  return unresolved(id);
}

ScriptValue ScriptRun::value_of_unary(Id id) {
  const std::string_view sign = tree_[id].text;
  const Id operand = tree_.first(id);
  if (sign == "++" || sign == "--") {
    forget_changed_in(id);
    return unresolved(id);
  }
  ScriptValue value = value_of(operand);
  if (sign == ",") {
    ScriptValue list;
    list.kind = Known::list;
    list.text = source_of(id);
    list.items.push_back(std::move(value));
    return list;
  }
  if (sign == "!" || ends_with_ignoring_case(sign, "not")) {
    const std::optional<bool> truth = truth_of(value);
    if (truth && sign != "-bnot" && value.known()) return boolean(!*truth, source_of(id));
  }
  return unresolved(id);
}

ScriptValue ScriptRun::value_of_binary(Id id) {
  const Id first = tree_.first(id);
  ScriptValue left = value_of(first);
  for (Id operand = tree_.next(first); operand != 0; operand = tree_.next(operand)) {
    ScriptValue right = value_of(tree_.first(operand));
    const std::string_view sign = tree_[operand].text;
    if (sign == "+" && afford(1 + left.text.value.size() / 64)) {
      left = add_values(std::move(left), std::move(right), source_of(id), texts_);
      left.identity = 0;
      continue;
    }
    const std::optional<bool> a = truth_of(left);
    const std::optional<bool> b = truth_of(right);
    const bool logical =
        a && b && (ends_with_ignoring_case(sign, "and") || ends_with_ignoring_case(sign, "or"));
    // `-band`, `-bor`, `-xor` end alike.
    if (!logical || sign.size() > 4 || ends_with_ignoring_case(sign, "xor")) {
      left = unresolved(id);
    } else {
      const bool both = ends_with_ignoring_case(sign, "and");
      left = boolean(both ? *a && *b : *a || *b, source_of(id));
    }
  }
  return left;
}

}  // namespace connlint
