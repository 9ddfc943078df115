// Statements, pipelines and blocks of a PowerShell script.
#include <string>
#include <utility>

#include "linter/formats/format.h"
#include "linter/formats/powershell/parser.h"
#include "linter/support/characters.h"
#include "linter/support/text.h"

namespace connlint {

ScriptParser::Depth::Depth(ScriptParser& parser) : parser_(parser) {
  if (++parser_.depth_ > kMaxDepth) {
    parser_.scanner_.fail(parser_.scanner_.at(), 1,
                          "nested too deeply; real scripts stay below 20 levels");
  }
}

std::string ScriptParser::there() const {
  if (scanner_.ended()) return "the end of the script";
  if (scanner_.kind() == ScriptChar::line_end) return "the end of the line";
  constexpr std::size_t kShown = 24;
  std::size_t end = scanner_.at();
  const std::string_view text = scanner_.text();
  while (end < text.size() && end - scanner_.at() < kShown &&
         script_char_at(text, end).kind != ScriptChar::blank &&
         script_char_at(text, end).kind != ScriptChar::line_end) {
    ++end;
  }
  end = next_character(text, end);
  return "'" + std::string(text.substr(scanner_.at(), end - scanner_.at())) + "'";
}

void ScriptParser::unexpected(std::string_view expected) {
  scanner_.fail(scanner_.at(), 1,
                "connlint cannot read this statement: expected " + std::string(expected) +
                    ", found " + there() + "; it is left out");
}

void ScriptParser::refuse(std::string_view expected) {
  scanner_.fail(scanner_.at(), 1,
                "expected " + std::string(expected) + ", found " + there() +
                    "; PowerShell refuses to run the script");
}

void ScriptParser::expect(char close, std::size_t open) {
  if (scanner_.peek() == close && !scanner_.ended()) return scanner_.advance();
  if (scanner_.failed()) return;
  const std::string expected = std::string("expected '") + close + "' for the '" +
                               scanner_.text()[open] + "' that stands here, found " + there();
  const std::size_t reached = scanner_.at();
  std::string message = "connlint cannot read this statement: " + expected + "; it is left out";
  if (scanner_.ended()) message = expected + "; PowerShell refuses to run the script";
  scanner_.move_to(reached);
  scanner_.fail(open, 1, std::move(message));
}

/// Whether the statement ends with its block, so that another may follow on the same line.
bool ScriptParser::ends_itself(Id statement) const {
  switch (tree_[statement].kind) {
    case Kind::condition:
    case Kind::loop:
    case Kind::choice:
    case Kind::attempt:
    case Kind::function:
    case Kind::sequence:
    case Kind::nothing:
    case Kind::lost:
    case Kind::parameters: return statement != 0;
    default: return false;
  }
}

ScriptNodeId ScriptParser::next_statement() {
  scanner_.skip_separators();
  if (scanner_.failed()) return give_up(scanner_.damage()->begin);
  while (!scanner_.ended()) {
    if (const Id made = whole_statement(); made != 0) return made;
    scanner_.skip_separators();
  }
  return 0;
}

/// A statement with its end; a node `lost` where it cannot be read.
ScriptNodeId ScriptParser::whole_statement() {
  const std::size_t begin = scanner_.at();
  const bool commas = commas_;
  const bool in_configuration = in_configuration_;
  if (scanner_.peek() == '}' || scanner_.peek() == ')') unexpected("a statement");
  const Id made = statement();
  scanner_.skip_blanks();
  const bool in_background = std::exchange(in_background_, false);
  if (!scanner_.at_statement_end() && !ends_itself(made) && !in_background) {
    unexpected("an operator or the end of the statement");
  }
  if (!scanner_.failed()) return made;
  commas_ = commas;
  in_configuration_ = in_configuration;
  return give_up(begin);
}

void ScriptParser::statements_until(char close, Id parent, std::size_t open) {
  ScriptChildren children(tree_, parent);
  scanner_.skip_separators();
  while (!scanner_.ended() && scanner_.peek() != close) {
    // A `}` belongs to a block around the brackets; a `)` in a block belongs to nothing.
    if (scanner_.peek() == '}') break;
    children.add(whole_statement());
    scanner_.skip_separators();
  }
  expect(close, open);
}

ScriptNodeId ScriptParser::block() {
  scanner_.skip_lines();
  const std::size_t begin = scanner_.at();
  if (scanner_.peek() != '{') {
    unexpected("'{'");
    return 0;
  }
  return enclosed(Kind::block, begin, 1);
}

ScriptNodeId ScriptParser::statement() {
  const Depth depth(*this);
  if (scanner_.failed()) return 0;
  if (scanner_.peek() == ':' && is_letter(scanner_.peek(1))) {
    // The label of a loop.
    while (scanner_.is_name_char(scanner_.at() + 1)) scanner_.advance();
    scanner_.advance();
    scanner_.skip_lines();
  }
  if (scanner_.peek() == '[') static_cast<void>(skip_attributes());
  const std::size_t begin = scanner_.at();
  const std::string word = scanner_.keyword();
  if (!word.empty()) {
    const Id made = keyword_statement(word, begin);
    if (made != 0 || scanner_.failed()) return made;
    scanner_.move_to(begin);
  }
  return chain();
}

ScriptNodeId ScriptParser::chain() {
  const std::size_t begin = scanner_.at();
  const Id first = pipeline();
  Id chain = 0;
  ScriptChildren children(tree_, 0);
  for (scanner_.skip_blanks(); scanner_.starts_with("&&") || scanner_.starts_with("||");
       scanner_.skip_blanks()) {
    if (chain == 0) {
      chain = tree_.add(Kind::chain, begin, begin);
      children.move_to(chain);
      children.add(first);
    }
    scanner_.advance(2);
    scanner_.skip_lines();
    children.add(pipeline());
    tree_.end_at(chain, scanner_.at());
  }
  // PowerShell 7: run in the background.
  if (scanner_.peek() == '&') {
    scanner_.advance();
    in_background_ = true;
  }
  return chain == 0 ? first : chain;
}

ScriptNodeId ScriptParser::pipeline() {
  const std::size_t begin = scanner_.at();
  const Id first = pipeline_element(true);
  Id whole = 0;
  ScriptChildren children(tree_, 0);
  while (!scanner_.failed()) {
    scanner_.skip_blanks();
    const std::size_t end = scanner_.at();
    // PowerShell 7 lets a line begin with the bar.
    if (scanner_.kind() == ScriptChar::line_end) scanner_.skip_lines();
    if (scanner_.peek() != '|' || scanner_.peek(1) == '|') {
      scanner_.move_to(end);
      break;
    }
    scanner_.advance();
    scanner_.skip_lines();
    if (whole == 0) {
      whole = tree_.add(Kind::pipeline, begin, begin);
      children.move_to(whole);
      children.add(first);
    }
    children.add(pipeline_element(false));
    tree_.end_at(whole, scanner_.at());
  }
  return whole == 0 ? first : whole;
}

bool ScriptParser::at_invocation() const {
  if (scanner_.peek() == '&') return scanner_.peek(1) != '&';
  if (scanner_.peek() != '.') return false;
  const ScriptChar after = scanner_.kind_at(scanner_.at() + 1);
  if (after == ScriptChar::blank || after == ScriptChar::single_quote ||
      after == ScriptChar::double_quote) {
    return true;
  }
  const char c = scanner_.peek(1);
  return c == '{' || c == '(' || c == '$';
}

bool ScriptParser::at_expression() const {
  const char c = scanner_.peek();
  const ScriptChar kind = scanner_.kind();
  if (kind == ScriptChar::single_quote || kind == ScriptChar::double_quote) return true;
  if (c == '$') {
    const char next = scanner_.peek(1);
    return next == '(' || next == '{' || next == '$' || next == '^' ||
           scanner_.is_name_char(scanner_.at() + 1);
  }
  if (c == '@' || c == '(' || c == '{' || c == '[' || c == '!' || c == ',' || c == '+') return true;
  if (kind != ScriptChar::dash) return at_number();
  const std::size_t next = scanner_.at() + scanner_.char_length();
  const bool word = next < scanner_.text().size() &&
                    (is_letter(scanner_.text()[next]) || scanner_.text()[next] == '_');
  return !word || is_unary_operator(scanner_.dashed_word());
}

ScriptNodeId ScriptParser::pipeline_element(bool first) {
  scanner_.skip_blanks();
  if (scanner_.failed()) return 0;
  if (at_invocation() || !at_expression()) return command();
  if (!first) {
    refuse("a command behind '|'");
    return 0;
  }
  const Id value = expression();
  scanner_.skip_blanks();
  const Id assigned = assignment(value);
  if (assigned != 0) return assigned;
  while (redirection()) scanner_.skip_blanks();
  return value;
}

ScriptNodeId ScriptParser::assignment(Id target) {
  constexpr std::string_view kSimple = "=";
  std::string_view found;
  for (std::string_view word :
       {kSimple, std::string_view("+="), std::string_view("*="), std::string_view("/="),
        std::string_view("%="), std::string_view("\?\?=")}) {
    if (scanner_.starts_with(word)) found = word;
  }
  std::size_t length = found.size();
  if (found.empty() && scanner_.kind() == ScriptChar::dash) {
    length = scanner_.char_length() + 1;
    if (scanner_.peek(length - 1) == '=') found = "-=";
  }
  if (found.empty() || target == 0) return 0;
  const Id made = tree_.add(Kind::assignment, tree_[target].begin, scanner_.at(), found);
  scanner_.advance(length);
  scanner_.skip_lines();
  if (scanner_.at_statement_end()) {
    refuse("a value behind '" + std::string(found) + "'");
    return 0;
  }
  ScriptChildren children(tree_, made);
  children.add(target);
  children.add(statement());
  tree_.end_at(made, scanner_.at());
  return made;
}

}  // namespace connlint
