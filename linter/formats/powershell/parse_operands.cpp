// What follows a value in an expression (members, indexes, calls), and hashtables.
#include <string>
#include <unordered_set>
#include <utility>

#include "linter/formats/powershell/parser.h"
#include "linter/support/text.h"

namespace connlint {

ScriptNodeId ScriptParser::postfix(Id base) {
  if (base == 0) return 0;
  Id whole = 0;
  ScriptChildren parts(tree_, 0);
  while (!scanner_.failed()) {
    const Id part = postfix_part();
    if (part == 0) break;
    if (whole == 0) {
      whole = tree_.add(Kind::postfix, tree_[base].begin, scanner_.at());
      parts.move_to(whole);
      parts.add(base);
    }
    parts.add(part);
    tree_.end_at(whole, scanner_.at());
  }
  return whole == 0 ? base : whole;
}

/// `.Name`, `::Name`, `[index]`, `.Name(arguments)`, `++`; 0 where none of them stands.
ScriptNodeId ScriptParser::postfix_part() {
  const std::size_t begin = scanner_.at();
  const char c = scanner_.peek();
  if (c == '[') {
    const Id made = tree_.add(Kind::index, begin, begin);
    const bool outer = std::exchange(commas_, true);
    scanner_.advance();
    scanner_.skip_lines();
    ScriptChildren(tree_, made).add(expression());
    scanner_.skip_lines();
    expect(']', begin);
    commas_ = outer;
    return made;
  }
  const bool steps = scanner_.starts_with("++") || scanner_.starts_with("--");
  if (steps && scanner_.peek(2) != '$' && !scanner_.is_name_char(begin + 2)) {
    scanner_.advance(2);
    return tree_.add(Kind::step, begin, scanner_.at());
  }
  const bool is_static = scanner_.starts_with("::");
  if (c != '.' && !is_static) return 0;
  const std::size_t name = begin + (is_static ? 2 : 1);
  const ScriptChar kind = scanner_.kind_at(name);
  const char first = scanner_.peek(name - begin);
  const bool quote = kind == ScriptChar::single_quote || kind == ScriptChar::double_quote;
  if (!quote && first != '$' && first != '(' && !scanner_.is_name_char(name)) return 0;
  scanner_.move_to(name);
  Id made = tree_.add(Kind::member, begin, begin);
  if (quote) {
    const Id text = quoted();
    tree_[made].text = tree_[text].kind == Kind::string ? tree_[text].text : "";
    if (tree_[made].text.empty()) tree_[made].first = text;
  } else if (first == '$') {
    tree_[made].first = variable();
  } else if (first == '(') {
    tree_[made].first = group();
  } else {
    while (scanner_.is_name_char(scanner_.at())) scanner_.advance();
    tree_[made].text = scanner_.since(name);
  }
  if (scanner_.peek() == '(') {
    const Id called = tree_.add(Kind::call, begin, begin, tree_[made].text);
    made = call_arguments(called, scanner_.at());
  }
  if (made != 0) tree_.end_at(made, scanner_.failed() ? begin : scanner_.at());
  return made;
}

ScriptNodeId ScriptParser::call_arguments(Id call, std::size_t open) {
  const Depth depth(*this);
  const bool outer = std::exchange(commas_, false);
  ScriptChildren arguments(tree_, call);
  scanner_.advance();
  scanner_.skip_lines();
  while (!scanner_.ended() && scanner_.peek() != ')') {
    arguments.add(expression());
    scanner_.skip_lines();
    if (scanner_.peek() != ',') break;
    scanner_.advance();
    scanner_.skip_lines();
  }
  expect(')', open);
  commas_ = outer;
  return call;
}

ScriptNodeId ScriptParser::hash() {
  const Depth depth(*this);
  const std::size_t begin = scanner_.at();
  const Id made = tree_.add(Kind::hash, begin, begin);
  scanner_.advance(2);
  hash_entries(made, begin + 1);
  tree_.end_at(made, scanner_.failed() ? begin : scanner_.at());
  return made;
}

/// The pairs of a hashtable or of a resource, up to its `}`.
void ScriptParser::hash_entries(Id hash, std::size_t open) {
  const bool outer = std::exchange(commas_, true);
  ScriptChildren children(tree_, hash);
  scanner_.skip_separators();
  while (!scanner_.ended() && scanner_.peek() != '}') {
    const Id key = hash_key();
    scanner_.skip_blanks();
    if (key == 0 || scanner_.peek() != '=') return unexpected("'=' behind the key");
    scanner_.advance();
    scanner_.skip_lines();
    if (scanner_.at_command_end()) return unexpected("a value behind '='");
    children.add(key);
    const Id value = statement();
    children.add(value == 0 ? tree_.add(Kind::opaque, scanner_.at(), scanner_.at()) : value);
    scanner_.skip_blanks();
    if (!scanner_.at_statement_end()) return unexpected("';', a new line or '}'");
    scanner_.skip_separators();
  }
  commas_ = outer;
  expect('}', open);
  refuse_duplicate_keys(hash);
}

ScriptNodeId ScriptParser::hash_key() {
  const std::size_t begin = scanner_.at();
  if (at_expression()) return unary();
  while (!scanner_.ends_word(scanner_.at()) && scanner_.peek() != '=') {
    scanner_.advance(scanner_.char_length());
  }
  if (scanner_.at() == begin) return 0;
  const Id made = tree_.add(Kind::string, begin, scanner_.at(), scanner_.since(begin));
  tree_[made].flag = true;
  return made;
}

/// PowerShell refuses a hashtable that states a key twice, without regard to case.
void ScriptParser::refuse_duplicate_keys(Id hash) {
  std::unordered_set<std::string> known;
  for (Id key = tree_.first(hash); key != 0;) {
    const ScriptNode& node = tree_[key];
    if (node.kind == Kind::string && !known.insert(lower(node.text)).second) {
      return scanner_.fail(node.begin, node.length,
                           "the key '" + std::string(node.text) +
                               "' stands twice in one hashtable, where PowerShell takes it once");
    }
    const Id value = tree_.next(key);
    key = value == 0 ? 0 : tree_.next(value);
  }
}

}  // namespace connlint
