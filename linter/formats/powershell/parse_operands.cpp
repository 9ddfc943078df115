// What follows a value in an expression (members, indexes, calls), and hashtables.
#include <string>
#include <unordered_set>
#include <utility>

#include "linter/formats/powershell/parser.h"
#include "linter/support/text.h"

namespace connlint {

ScriptNodeId ScriptParser::postfix(Id base, Place place) {
  if (base == 0) return 0;
  Id whole = 0;
  ScriptChildren parts(tree_, 0);
  while (!scanner_.failed()) {
    const Id part = postfix_part(place);
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

/// `$i ++`: a step with a blank before it.
ScriptNodeId ScriptParser::with_step(Id operand) {
  const std::size_t end = scanner_.at();
  if (operand == 0 || scanner_.failed()) return operand;
  scanner_.skip_blanks();
  const bool steps = scanner_.starts_with("++") || scanner_.starts_with("--");
  const char next = scanner_.peek(2);
  if (!steps || next == '$' || next == '(' || scanner_.is_name_char(scanner_.at() + 2)) {
    scanner_.move_to(end);
    return operand;
  }
  const std::size_t sign = scanner_.at();
  scanner_.advance(2);
  const Id made = tree_.add(Kind::postfix, tree_[operand].begin, scanner_.at());
  ScriptChildren parts(tree_, made);
  parts.add(operand);
  parts.add(tree_.add(Kind::step, sign, scanner_.at()));
  return made;
}

/// `.Name`, `?.Name`, `::Name`, `[index]`, `.Name(arguments)`, `.Name{ }`, `++`; 0 where none of
/// them stands.
ScriptNodeId ScriptParser::postfix_part(Place place) {
  const std::size_t begin = scanner_.at();
  const bool conditional = scanner_.starts_with("?.") || scanner_.starts_with("?[");
  const std::size_t sign = conditional ? 1 : 0;
  const char c = scanner_.peek(sign);
  if (c == '[') {
    scanner_.advance(sign);
    return index();
  }
  const bool steps = scanner_.starts_with("++") || scanner_.starts_with("--");
  if (steps && scanner_.peek(2) != '$' && !scanner_.is_name_char(begin + 2)) {
    scanner_.advance(2);
    return tree_.add(Kind::step, begin, scanner_.at());
  }
  const bool is_static = scanner_.starts_with("::");
  if (c != '.' && !is_static) return 0;
  ScriptScanner ahead = scanner_;
  ahead.advance(is_static ? 2 : sign + 1);
  if (place == Place::expression) ahead.skip_lines();
  const std::size_t name = ahead.at();
  const ScriptChar kind = scanner_.kind_at(name);
  const bool quote = kind == ScriptChar::single_quote || kind == ScriptChar::double_quote;
  const bool named = quote || ahead.peek() == '$' || ahead.peek() == '(' ||
                     (scanner_.is_name_char(name) && ahead.peek() != '?');
  return named && !ahead.failed() ? member(begin, name) : 0;
}

/// `[expression]`, or the types of a generic method that is called: `[int](...)`.
ScriptNodeId ScriptParser::index() {
  const std::size_t begin = scanner_.at();
  const Id made = tree_.add(Kind::index, begin, begin);
  if (is_letter(scanner_.peek(1))) {
    if (skip_type() && scanner_.peek() != '(') unexpected("'(' behind the types of a method");
    tree_.end_at(made, scanner_.failed() ? begin : scanner_.at());
    if (scanner_.failed()) return made;
    return call_arguments(tree_.add(Kind::call, begin, scanner_.at()), scanner_.at());
  }
  const bool outer = std::exchange(commas_, true);
  scanner_.advance();
  scanner_.skip_lines();
  ScriptChildren(tree_, made).add(expression());
  scanner_.skip_lines();
  expect(']', begin);
  commas_ = outer;
  return made;
}

/// The member whose name begins at `name`, perhaps called.
ScriptNodeId ScriptParser::member(std::size_t begin, std::size_t name) {
  scanner_.move_to(name);
  const char first = scanner_.peek();
  const ScriptChar kind = scanner_.kind();
  Id made = tree_.add(Kind::member, begin, begin);
  if (kind == ScriptChar::single_quote || kind == ScriptChar::double_quote) {
    const Id text = quoted();
    tree_[made].text = tree_[text].kind == Kind::string ? tree_[text].text : "";
    if (tree_[made].text.empty()) tree_[made].first = text;
  } else if (first == '$') {
    const Id computed =
        scanner_.peek(1) == '(' ? enclosed(Kind::subexpression, name, 2) : variable();
    tree_[made].first = computed;
  } else if (first == '(') {
    const Id computed = group();
    tree_[made].first = computed;
  } else {
    while (scanner_.is_name_char(scanner_.at()) && scanner_.peek() != '?') scanner_.advance();
    tree_[made].text = scanner_.since(name);
  }
  if (scanner_.peek() == '(') {
    const Id called = tree_.add(Kind::call, begin, begin, tree_[made].text);
    made = call_arguments(called, scanner_.at());
  } else if (scanner_.peek() == '{') {
    const Id called = tree_.add(Kind::call, begin, begin, tree_[made].text);
    ScriptChildren(tree_, called).add(enclosed(Kind::block, scanner_.at(), 1));
    made = called;
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
    if (scanner_.at_statement_end()) return refuse("a value behind '='");
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
                               "' stands twice in one hashtable: PowerShell refuses to run the "
                               "script");
    }
    const Id value = tree_.next(key);
    key = value == 0 ? 0 : tree_.next(value);
  }
}

}  // namespace connlint
