// Expressions of a PowerShell script.
#include <array>
#include <optional>
#include <utility>

#include "linter/formats/powershell/numbers.h"
#include "linter/formats/powershell/parser.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// An operator between two operands: how tightly it binds (about_Operator_Precedence), 0 least.
struct Operator {
  int level = -1;
  std::size_t length = 0;
};

struct NamedOperator {
  std::string_view name;
  int level;
  bool has_cases;  ///< Also with `c` or `i` before it.
};
constexpr std::array kNamed = {
    NamedOperator{"and", 1, false},        NamedOperator{"or", 1, false},
    NamedOperator{"xor", 1, false},        NamedOperator{"band", 2, false},
    NamedOperator{"bor", 2, false},        NamedOperator{"bxor", 2, false},
    NamedOperator{"eq", 3, true},          NamedOperator{"ne", 3, true},
    NamedOperator{"gt", 3, true},          NamedOperator{"ge", 3, true},
    NamedOperator{"lt", 3, true},          NamedOperator{"le", 3, true},
    NamedOperator{"like", 3, true},        NamedOperator{"notlike", 3, true},
    NamedOperator{"match", 3, true},       NamedOperator{"notmatch", 3, true},
    NamedOperator{"replace", 3, true},     NamedOperator{"contains", 3, true},
    NamedOperator{"notcontains", 3, true}, NamedOperator{"in", 3, true},
    NamedOperator{"notin", 3, true},       NamedOperator{"split", 3, true},
    NamedOperator{"join", 3, false},       NamedOperator{"is", 3, false},
    NamedOperator{"isnot", 3, false},      NamedOperator{"as", 3, false},
    NamedOperator{"shl", 3, false},        NamedOperator{"shr", 3, false},
    NamedOperator{"f", 6, false},
};

int level_of(std::string_view name) {
  for (const NamedOperator& known : kNamed) {
    if (name == known.name) return known.level;
    const bool cased = known.has_cases && name.size() == known.name.size() + 1 &&
                       (name.front() == 'c' || name.front() == 'i');
    if (cased && name.substr(1) == known.name) return known.level;
  }
  return -1;
}

Operator operator_at(const ScriptScanner& scanner) {
  const char c = scanner.peek();
  const char next = scanner.peek(1);
  if (scanner.kind() == ScriptChar::dash) {
    ScriptScanner word = scanner;
    word.advance(scanner.char_length());
    if (word.kind() == ScriptChar::dash || word.peek() == '=') return {};
    if (!is_letter(word.peek()) && word.peek() != '_') return {4, scanner.char_length()};
    std::size_t end = word.at();
    while (end < word.text().size() && is_letter(word.text()[end])) ++end;
    const std::string_view name = word.text().substr(word.at(), end - word.at());
    if (end < word.text().size() && word.is_name_char(end)) return {};
    const int level = level_of(lower(name));
    return level < 0 ? Operator{} : Operator{level, scanner.char_length() + name.size()};
  }
  if (c == '.' && next == '.') return {7, 2};
  if (c == '?' && next == '?') return scanner.peek(2) == '=' ? Operator{} : Operator{0, 2};
  if (next == '=' || (c == '+' && next == '+')) return {};
  if (c == '+') return {4, 1};
  // `*>` redirects all streams.
  if (c == '*' && next == '>') return {};
  if (c == '*' || c == '/' || c == '%') return {5, 1};
  return {};
}

}  // namespace

bool ScriptParser::is_unary_operator(std::string_view word) {
  return word == "not" || word == "bnot" || word == "join" || word == "split" || word == "isplit" ||
         word == "csplit";
}

ScriptNodeId ScriptParser::expression(int lowest) {
  const Depth depth(*this);
  const std::size_t begin = scanner_.at();
  Id left = list_expression();
  int made_level = -1;
  ScriptChildren operands(tree_, 0);
  while (!scanner_.failed()) {
    const std::size_t end = scanner_.at();
    scanner_.skip_blanks();
    const Operator found = operator_at(scanner_);
    if (found.level < lowest) {
      const bool condition = lowest == 0 && scanner_.peek() == '?' && scanner_.peek(1) != '?';
      if (condition) return ternary(left, begin);
      scanner_.move_to(end);
      break;
    }
    if (made_level != found.level) {
      const Id whole = tree_.add(Kind::binary, begin, end);
      operands.move_to(whole);
      operands.add(left);
      left = whole;
      made_level = found.level;
    }
    const std::size_t sign = scanner_.at();
    scanner_.advance(found.length);
    const Id operand =
        tree_.add(Kind::operand, sign, scanner_.at(), texts_.keep(lower(scanner_.since(sign))));
    scanner_.skip_lines();
    ScriptChildren(tree_, operand).add(expression(found.level + 1));
    operands.add(operand);
    tree_.end_at(left, scanner_.at());
  }
  return left;
}

/// `condition ? value : value` of PowerShell 7.
ScriptNodeId ScriptParser::ternary(Id condition, std::size_t begin) {
  const Id whole = tree_.add(Kind::opaque, begin, scanner_.at());
  ScriptChildren parts(tree_, whole);
  parts.add(condition);
  scanner_.advance();
  scanner_.skip_lines();
  parts.add(expression());
  scanner_.skip_lines();
  if (scanner_.peek() != ':') unexpected("':'");
  scanner_.advance();
  scanner_.skip_lines();
  parts.add(expression());
  tree_.end_at(whole, scanner_.at());
  return whole;
}

ScriptNodeId ScriptParser::list_expression() {
  const std::size_t begin = scanner_.at();
  const Id first = unary();
  if (!commas_) return first;
  Id whole = 0;
  ScriptChildren items(tree_, 0);
  while (!scanner_.failed()) {
    const std::size_t end = scanner_.at();
    scanner_.skip_blanks();
    if (scanner_.peek() != ',') {
      scanner_.move_to(end);
      break;
    }
    if (whole == 0) {
      whole = tree_.add(Kind::list, begin, end);
      items.move_to(whole);
      items.add(first);
    }
    scanner_.advance();
    scanner_.skip_lines();
    items.add(unary());
    tree_.end_at(whole, scanner_.at());
  }
  return whole == 0 ? first : whole;
}

ScriptNodeId ScriptParser::unary() {
  const Depth depth(*this);
  scanner_.skip_blanks();
  const std::size_t begin = scanner_.at();
  if (scanner_.failed()) return 0;
  const char c = scanner_.peek();
  std::size_t length = 0;
  if (scanner_.kind() == ScriptChar::dash) {
    if (at_number()) return postfix(number(), Place::expression);
    length = scanner_.char_length();
    const ScriptChar next = scanner_.kind_at(begin + length);
    if (next == ScriptChar::dash) {
      length += script_char_at(scanner_.text(), begin + length).length;
    } else if (is_letter(scanner_.peek(length))) {
      const std::string name = scanner_.dashed_word();
      if (!is_unary_operator(name)) {
        unexpected("a value");
        return 0;
      }
      length += name.size();
    }
  } else if (c == '!' || c == '+' || c == ',') {
    length = c == '+' && scanner_.peek(1) == '+' ? 2 : 1;
  } else if (c == '[') {
    return type_or_cast();
  } else {
    return with_step(postfix(primary(), Place::expression));
  }
  scanner_.advance(length);
  const Id made =
      tree_.add(Kind::unary, begin, scanner_.at(), texts_.keep(lower(scanner_.since(begin))));
  scanner_.skip_lines();
  ScriptChildren(tree_, made).add(unary());
  tree_.end_at(made, scanner_.at());
  return made;
}

bool ScriptParser::skip_type() {
  const std::size_t begin = scanner_.at();
  int open = 0;
  do {
    const ScriptChar kind = scanner_.kind();
    if (kind == ScriptChar::single_quote || kind == ScriptChar::double_quote) {
      static_cast<void>(quoted());
      continue;
    }
    if (scanner_.peek() == '(') {
      // The arguments of an attribute.
      skip_enclosed();
      continue;
    }
    open += scanner_.peek() == '[' ? 1 : scanner_.peek() == ']' ? -1 : 0;
    scanner_.advance(scanner_.char_length());
  } while (open > 0 && !scanner_.ended());
  if (open > 0) scanner_.fail(begin, 1, "expected ']' for the '[' that stands here");
  return open <= 0;
}

ScriptNodeId ScriptParser::type_or_cast() {
  const std::size_t begin = scanner_.at();
  if (!skip_type()) return 0;
  const std::string_view name = trim(scanner_.text().substr(begin + 1, scanner_.at() - begin - 2));
  const std::size_t end = scanner_.at();
  if (commas_) {
    scanner_.skip_blanks();
  } else {
    scanner_.skip_lines();
  }
  const char c = scanner_.peek();
  const ScriptChar kind = scanner_.kind();
  const bool negated = kind == ScriptChar::dash && is_unary_operator(scanner_.dashed_word());
  const bool value = c == '$' || c == '(' || c == '@' || c == '[' || c == '{' || c == '!' ||
                     kind == ScriptChar::single_quote || kind == ScriptChar::double_quote ||
                     negated || at_number();
  if (!value || scanner_.ended()) {
    scanner_.move_to(end);
    return postfix(tree_.add(Kind::opaque, begin, end, name), Place::expression);
  }
  const Id made = tree_.add(Kind::cast, begin, end, name);
  ScriptChildren(tree_, made).add(unary());
  tree_.end_at(made, scanner_.at());
  return made;
}

ScriptNodeId ScriptParser::primary() {
  const std::size_t begin = scanner_.at();
  const ScriptChar kind = scanner_.kind();
  if (kind == ScriptChar::single_quote || kind == ScriptChar::double_quote) return quoted();
  const char next = scanner_.peek(1);
  switch (scanner_.peek()) {
    case '$': return next == '(' ? enclosed(Kind::subexpression, begin, 2) : variable();
    case '(': return group();
    case '{': return enclosed(Kind::block, begin, 1);
    case '@':
      if (next == '(') return enclosed(Kind::array, begin, 2);
      if (next == '{') return hash();
      if (scanner_.kind_at(begin + 1) == ScriptChar::single_quote ||
          scanner_.kind_at(begin + 1) == ScriptChar::double_quote) {
        return quoted();
      }
      break;
    default:
      if (at_number()) return number();
      break;
  }
  unexpected("a value");
  return 0;
}

ScriptNodeId ScriptParser::variable() {
  const std::size_t begin = scanner_.at();
  scanner_.advance();
  const std::string_view name = scanner_.variable_name();
  if (name.empty()) {
    scanner_.move_to(begin);
    unexpected("the name of a variable behind '$'");
    return 0;
  }
  return tree_.add(Kind::variable, begin, scanner_.at(), name);
}

/// Statements between brackets. `opening` is the length of the opening bracket.
ScriptNodeId ScriptParser::enclosed(Kind kind, std::size_t begin, std::size_t opening) {
  const Depth depth(*this);
  const Id made = tree_.add(kind, begin, begin);
  const bool outer = std::exchange(commas_, true);
  scanner_.advance(opening);
  statements_until(kind == Kind::block ? '}' : ')', made, begin + opening - 1);
  commas_ = outer;
  tree_.end_at(made, scanner_.failed() ? begin : scanner_.at());
  return made;
}

ScriptNodeId ScriptParser::group() {
  const Depth depth(*this);
  const std::size_t begin = scanner_.at();
  const bool outer = std::exchange(commas_, true);
  const Id made = tree_.add(Kind::group, begin, begin);
  scanner_.advance();
  scanner_.skip_lines();
  if (scanner_.peek() == ')') unexpected("an expression behind '('");
  ScriptChildren(tree_, made).add(chain());
  scanner_.skip_lines();
  expect(')', begin);
  commas_ = outer;
  tree_.end_at(made, scanner_.failed() ? begin : scanner_.at());
  return made;
}

bool ScriptParser::at_number() const {
  const std::string_view text = scanner_.text();
  std::size_t at = scanner_.at();
  if (scanner_.kind() == ScriptChar::dash) at += scanner_.char_length();
  const std::size_t length = at < text.size() ? script_number_length(text.substr(at)) : 0;
  if (length == 0) return false;
  // `7z.exe` and `192.0.2.1` are words.
  const std::size_t end = at + length;
  if (end >= text.size()) return true;
  const bool range = text[end] == '.' && end + 1 < text.size() && text[end + 1] == '.';
  const bool word = scanner_.is_name_char(end) || text[end] == '\\' || text[end] == '.';
  return range || !word;
}

ScriptNodeId ScriptParser::number() {
  const std::size_t begin = scanner_.at();
  const bool negative = scanner_.kind() == ScriptChar::dash;
  if (negative) scanner_.advance(scanner_.char_length());
  scanner_.advance(script_number_length(scanner_.text().substr(scanner_.at())));
  const std::optional<std::string> value = script_number(scanner_.since(begin));
  if (!value) return tree_.add(Kind::opaque, begin, scanner_.at());
  return tree_.add(Kind::number, begin, scanner_.at(), texts_.keep(*value));
}

}  // namespace connlint
