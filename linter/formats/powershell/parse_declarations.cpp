// Declarations in a PowerShell script: parameters, attributes, classes.
#include <string>
#include <string_view>
#include <utility>

#include "linter/formats/powershell/parser.h"

namespace connlint {

ScriptNodeId ScriptParser::parameters(std::size_t begin) {
  scanner_.skip_lines();
  const std::size_t open = scanner_.at();
  const Id made = tree_.add(Kind::parameters, begin, open);
  ScriptChildren children(tree_, made);
  parameter_declarations(children, open);
  tree_.end_at(made, scanner_.at());
  return made;
}

void ScriptParser::parameter_declarations(ScriptChildren& children, std::size_t open) {
  scanner_.advance();
  const bool outer = commas_;
  commas_ = false;
  scanner_.skip_lines();
  while (!scanner_.ended() && scanner_.peek() != ')') {
    // Attributes and types before the variable are read as casts of it; attributes may stand on
    // lines of their own.
    if (scanner_.peek() != '[' && scanner_.peek() != '$') unexpected("a parameter such as $Name");
    children.add(unary());
    scanner_.skip_lines();
    if (scanner_.peek() == '=') {
      scanner_.advance();
      scanner_.skip_lines();
      static_cast<void>(expression());
      scanner_.skip_lines();
    }
    if (scanner_.peek() != ',') {
      if (scanner_.peek() == '[' || scanner_.peek() == '$') continue;
      break;
    }
    scanner_.advance();
    scanner_.skip_lines();
  }
  commas_ = outer;
  expect(')', open);
}

/// Goes past attributes such as `[CmdletBinding()]` where a declaration follows them; else stays.
bool ScriptParser::skip_attributes() {
  ScriptScanner ahead = scanner_;
  while (ahead.peek() == '[' && ahead.skip_square_brackets()) ahead.skip_lines();
  const std::string word = ahead.keyword();
  const bool declares =
      word == "param" || word == "class" || word == "enum" || word == "configuration";
  if (ahead.failed() || !declares) return false;
  scanner_.move_to(ahead.at());
  return true;
}

/// Whether `Name : Base, Base {` follows the word `class` or `enum`; goes to the bracket.
bool ScriptParser::at_type_body() {
  const auto belongs = [this] {
    const ScriptChar kind = scanner_.kind();
    return kind == ScriptChar::blank || kind == ScriptChar::line_end ||
           scanner_.is_name_char(scanner_.at()) ||
           std::string_view(":,.[]`").find(scanner_.peek()) != std::string_view::npos;
  };
  scanner_.skip_blanks();
  const bool named = scanner_.is_name_char(scanner_.at());
  while (!scanner_.ended() && belongs()) scanner_.advance(scanner_.char_length());
  return named && scanner_.peek() == '{';
}

ScriptNodeId ScriptParser::type_definition(bool members, std::size_t begin) {
  if (!at_type_body()) {
    // A command of that name.
    scanner_.move_to(begin);
    return 0;
  }
  if (!members) {
    skip_enclosed();
    return tree_.add(Kind::nothing, begin, scanner_.failed() ? begin : scanner_.at());
  }
  const Depth depth(*this);
  const bool outer = std::exchange(in_configuration_, false);
  const std::size_t open = scanner_.at();
  const Id made = tree_.add(Kind::sequence, begin, open);
  ScriptChildren children(tree_, made);
  scanner_.advance();
  scanner_.skip_separators();
  while (!scanner_.ended() && scanner_.peek() != '}') {
    children.add(class_member());
    scanner_.skip_separators();
  }
  expect('}', open);
  in_configuration_ = outer;
  tree_.end_at(made, scanner_.failed() ? begin : scanner_.at());
  return made;
}

/// A property, or a method, which is a function here; 0 for a property.
ScriptNodeId ScriptParser::class_member() {
  const std::size_t begin = scanner_.at();
  for (bool more = true; more && !scanner_.failed();) {
    const std::string word = scanner_.keyword();
    const bool modifier = word == "static" || word == "hidden";
    if (modifier) scanner_.advance(word.size());
    more = modifier || (scanner_.peek() == '[' && skip_type());
    scanner_.skip_lines();
  }
  if (scanner_.peek() == '$') {
    static_cast<void>(variable());
    scanner_.skip_blanks();
    if (scanner_.peek() == '=') {
      scanner_.advance();
      scanner_.skip_lines();
      static_cast<void>(statement());
      scanner_.skip_blanks();
    }
    if (!scanner_.at_statement_end()) unexpected("the end of the property");
    return 0;
  }
  if (!scanner_.is_name_char(scanner_.at())) {
    unexpected("a property or a method of the class");
    return 0;
  }
  return method(begin);
}

ScriptNodeId ScriptParser::method(std::size_t begin) {
  while (scanner_.is_name_char(scanner_.at())) scanner_.advance();
  scanner_.skip_lines();
  if (scanner_.peek() != '(') {
    unexpected("'(' behind the name of a method");
    return 0;
  }
  const Id made = tree_.add(Kind::function, begin, scanner_.at());
  ScriptChildren children(tree_, made);
  const std::size_t open = scanner_.at();
  const Id declared = tree_.add(Kind::parameters, open, open);
  ScriptChildren names(tree_, declared);
  parameter_declarations(names, open);
  scanner_.skip_lines();
  if (scanner_.peek() == ':') {
    // The constructor of the base class.
    scanner_.advance();
    scanner_.skip_lines();
    while (scanner_.is_name_char(scanner_.at())) scanner_.advance();
    scanner_.skip_lines();
    if (scanner_.peek() == '(') {
      static_cast<void>(
          call_arguments(tree_.add(Kind::call, scanner_.at(), scanner_.at()), scanner_.at()));
    }
  }
  children.add(block());
  tree_.end_at(made, scanner_.failed() ? begin : scanner_.at());
  return made;
}

/// Goes past what is enclosed in the brackets `{` or `(` that stand there and is no list of
/// statements.
void ScriptParser::skip_enclosed() {
  const std::size_t open = scanner_.at();
  int depth = 0;
  do {
    scanner_.skip_separators();
    if (scanner_.ended()) break;
    const char c = scanner_.peek();
    const ScriptChar kind = scanner_.kind();
    const ScriptChar next = scanner_.kind_at(scanner_.at() + 1);
    const bool text = kind == ScriptChar::single_quote || kind == ScriptChar::double_quote;
    const bool here =
        c == '@' && (next == ScriptChar::single_quote || next == ScriptChar::double_quote);
    if (text || here) {
      static_cast<void>(quoted());
      continue;
    }
    depth += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
    scanner_.advance(scanner_.char_length());
  } while (depth > 0);
  if (depth > 0) {
    scanner_.fail(open, 1,
                  "expected the bracket that closes the one here, found the end of the script");
  }
}

}  // namespace connlint
