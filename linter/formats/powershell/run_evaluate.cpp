// What the text of a script alone tells of the values of its expressions.
#include <optional>
#include <string>
#include <utility>
#include <vector>

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
  if (found == nullptr) return unresolved(id);
  ScriptValue value = copy(*found, id);
  // An output is shown as it is called here.
  if (!value.known()) value.text = source_of(id);
  return value;
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
  if (certain) return made_text(text, id);
  ScriptValue value = unresolved(id);
  value.in_part = !trim(text).empty();
  return value;
}

ScriptValue ScriptRun::made_text(const std::string& text, Id where) {
  if (!afford(1 + text.size() / 16)) return unresolved(where);
  ScriptValue value;
  value.kind = Known::text;
  value.text = {texts_.keep(text), source_of(where).where, false};
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
  const Id first = tree_.next(base);
  std::vector<ScriptValue> arguments;
  const auto evaluate = [this, &arguments](Id call) {
    arguments.clear();
    for (Id child = tree_.first(call); child != 0; child = tree_.next(child)) {
      arguments.push_back(value_of(child));
    }
  };
  const bool called = tree_[first].kind == Kind::call;
  if (called) evaluate(first);
  const bool alone = called && tree_.next(first) == 0 && tree_[base].kind == Kind::variable;
  if (alone && change_by_call(tree_[base].text, tree_[first].text, arguments, id)) {
    return unresolved(id);
  }
  bool changes = false;
  for (Id each = tree_.next(base); each != 0; each = tree_.next(each)) {
    changes = changes || tree_[each].kind == Kind::step;
    changes = changes || (tree_[each].kind == Kind::call && !leaves_as_is(tree_[each].text));
  }
  ScriptValue value = value_of(base);
  const bool typed = tree_[base].kind == Kind::opaque && !tree_[base].text.empty();
  for (Id each = tree_.next(base); each != 0; each = tree_.next(each)) {
    if (tree_[each].kind != Kind::call) {
      value = value_of_part(each, std::move(value), id);
      continue;
    }
    if (each != first) evaluate(each);
    value = typed && each == first ? static_call_of(tree_[base].text, each, arguments, id)
                                   : call_of(each, value, arguments, id);
  }
  // A method that connlint does not know may change what it is called on.
  if (changes && !value.known()) forget_changed_in(id);
  return value;
}

/// A member or an item of `base`.
ScriptValue ScriptRun::value_of_part(Id part, ScriptValue base, Id id) {
  const ScriptNode& node = tree_[part];
  ScriptValue index;
  if (node.first != 0) index = value_of(node.first);
  if (node.kind == Kind::step) return unresolved(id);
  if (!base.known()) {
    const bool same =
        !base.command.value.empty() && node.kind == Kind::member &&
        is_one_of(node.text, {"Identity", "Name", "Id", "Guid", "DistinguishedName", "DomainName"});
    if (!same) return unresolved(id);
    base.text = source_of(id);
    return base;
  }
  const bool named = node.kind == Kind::member && !node.text.empty();
  if (base.kind == Known::hash) {
    const std::optional<std::string_view> key = named ? node.text : script_text(index);
    ScriptValue* found = key ? base.find(*key) : nullptr;
    return found == nullptr ? unresolved(id) : std::move(*found);
  }
  if (base.kind == Known::list && node.kind == Kind::index && index.kind == Known::number) {
    const std::optional<std::int64_t> number = parse_integer(index.text.value);
    const auto size = static_cast<std::int64_t>(base.items.size());
    const std::int64_t at = number && *number < 0 ? size + *number : number.value_or(-1);
    if (at >= 0 && at < size) return std::move(base.items[static_cast<std::size_t>(at)]);
  }
  if (base.kind == Known::list && named && is_one_of(node.text, {"Count", "Length"})) {
    ScriptValue count = made_text(std::to_string(base.items.size()), id);
    if (count.known()) count.kind = Known::number;
    return count;
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
  if (ends_with_ignoring_case(sign, "join")) return join_texts(value, {}, id);
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
    left = value_of_operator(tree_[operand].text, std::move(left), std::move(right), id);
  }
  return left;
}

ScriptValue ScriptRun::value_of_operator(std::string_view sign, ScriptValue left, ScriptValue right,
                                         Id id) {
  if (sign == "+") {
    const bool texts = left.kind == Known::text || right.kind == Known::text;
    ScriptValue sum = add_values(std::move(left), std::move(right), source_of(id), joiner_);
    sum.identity = sum.kind == Known::hash ? variables_.new_identity() : 0;
    sum.in_part = !sum.known() && texts;
    return sum;
  }
  if (sign == "..") return range_of(left, right, id);
  if (!sign.starts_with('-')) return unresolved(id);
  const std::string_view word = sign.substr(1);
  if (word == "f") return format_text(left, right, id);
  if (word == "join") {
    const std::optional<std::string_view> between = script_text(right);
    return between ? join_texts(left, *between, id) : unresolved(id);
  }
  if (is_one_of(word, {"split", "isplit"}) && right.kind == Known::text) {
    return split_text(left, right.text.value, id);
  }
  if (is_one_of(word, {"eq", "ieq", "ne", "ine"})) {
    const std::optional<std::string_view> a = script_text(left);
    const std::optional<std::string_view> b = script_text(right);
    const bool alike = left.kind == right.kind && left.kind != Known::number;
    if (!a || !b || !alike) return unresolved(id);
    const bool equal = equals_ignoring_case(*a, *b);
    return boolean(word.ends_with("eq") == equal, source_of(id));
  }
  const std::optional<bool> a = truth_of(left);
  const std::optional<bool> b = truth_of(right);
  if (a && b && word == "and") return boolean(*a && *b, source_of(id));
  if (a && b && word == "or") return boolean(*a || *b, source_of(id));
  if ((a == false || b == false) && word == "and") return boolean(false, source_of(id));
  if ((a == true || b == true) && word == "or") return boolean(true, source_of(id));
  return unresolved(id);
}

}  // namespace connlint
