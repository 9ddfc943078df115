// Declarations in a PowerShell script: parameters, attributes, classes.
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
  const std::size_t begin = scanner_.at();
  ScriptScanner ahead = scanner_;
  while (ahead.peek() == '[') {
    // Attributes hold no brackets but in texts and types; a short look is enough.
    int open = 0;
    do {
      open += ahead.peek() == '[' ? 1 : ahead.peek() == ']' ? -1 : 0;
      ahead.advance();
    } while (open > 0 && !ahead.ended() && ahead.at() - begin < 4096);
    ahead.skip_lines();
  }
  const std::string word = ahead.keyword();
  if (ahead.failed() || (word != "param" && word != "class" && word != "enum")) return false;
  scanner_.move_to(ahead.at());
  return true;
}

ScriptNodeId ScriptParser::type_definition(std::size_t begin) {
  const std::size_t end = scanner_.text().find_first_of("{\r\n;", scanner_.at());
  scanner_.move_to(end == std::string_view::npos ? scanner_.text().size() : end);
  scanner_.skip_lines();
  if (scanner_.peek() != '{') {
    scanner_.move_to(begin);
    return 0;
  }
  skip_enclosed();
  return tree_.add(Kind::nothing, begin, scanner_.at());
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
