// Statements of a PowerShell script that begin with a keyword.
#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "linter/formats/powershell/parser.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

bool is_keyword_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (std::string_view known : words) {
    if (word == known) return true;
  }
  return false;
}

}  // namespace

ScriptNodeId ScriptParser::keyword_statement(const std::string& word, std::size_t begin) {
  const std::string_view written = scanner_.text().substr(scanner_.at(), word.size());
  scanner_.advance(word.size());
  if (word == "if") return condition(begin);
  if (is_keyword_of(word, {"foreach", "for", "while"})) return loop(written, begin);
  if (word == "do") return loop_until(begin);
  if (word == "switch") return choice(begin);
  if (word == "try") return attempt(begin);
  if (is_keyword_of(word, {"function", "filter", "workflow"})) return function(begin);
  if (word == "configuration") return configuration(begin);
  if (is_keyword_of(word, {"exit", "return", "throw", "break", "continue"})) {
    return flow(written, begin);
  }
  if (is_keyword_of(word, {"class", "enum"})) return type_definition(word == "class", begin);
  if (word == "using") return using_statement(begin);
  ScriptScanner after = scanner_;
  after.skip_lines();
  if (word == "param" && after.peek() == '(') return parameters(begin);
  if (is_keyword_of(word, {"begin", "process", "end", "clean", "dynamicparam", "parallel",
                           "sequence", "inlinescript"}) &&
      after.peek() == '{') {
    return named_block(begin);
  }
  if (word == "trap") return trap(begin);
  if (word == "data") return data(begin);
  if (is_keyword_of(word, {"else", "elseif", "catch", "finally"})) {
    scanner_.move_to(begin);
    refuse("a statement ('" + word + "' must follow its '}')");
  }
  return 0;
}

ScriptNodeId ScriptParser::clause(std::size_t begin) {
  scanner_.skip_lines();
  const std::size_t open = scanner_.at();
  if (scanner_.peek() != '(') {
    unexpected("'(' and a condition");
    return 0;
  }
  const Id made = tree_.add(Kind::clause, begin, begin);
  ScriptChildren children(tree_, made);
  scanner_.advance();
  scanner_.skip_lines();
  children.add(chain());
  scanner_.skip_lines();
  expect(')', open);
  children.add(block());
  tree_.end_at(made, scanner_.at());
  return made;
}

ScriptNodeId ScriptParser::condition(std::size_t begin) {
  const Id made = tree_.add(Kind::condition, begin, scanner_.at(), scanner_.since(begin));
  ScriptChildren children(tree_, made);
  children.add(clause(begin));
  while (!scanner_.failed()) {
    const std::size_t end = scanner_.at();
    scanner_.skip_lines();
    const std::size_t next = scanner_.at();
    const std::string word = scanner_.keyword();
    scanner_.advance(word.size());
    if (word == "elseif") {
      children.add(clause(next));
      continue;
    }
    if (word == "else") {
      const Id last = tree_.add(Kind::clause, next, next);
      ScriptChildren(tree_, last).add(block());
      tree_.end_at(last, scanner_.at());
      children.add(last);
    } else {
      scanner_.move_to(end);
    }
    break;
  }
  tree_.end_at(made, scanner_.at());
  return made;
}

void ScriptParser::loop_head(std::string_view word, ScriptChildren& children) {
  scanner_.skip_lines();
  const std::size_t open = scanner_.at();
  if (scanner_.peek() != '(') return unexpected("'(' behind '" + std::string(word) + "'");
  scanner_.advance();
  scanner_.skip_lines();
  if (equals_ignoring_case(word, "foreach")) {
    if (scanner_.peek() != '$') return unexpected("a variable");
    children.add(variable());
    scanner_.skip_lines();
    if (scanner_.keyword() != "in") return unexpected("'in'");
    scanner_.advance(2);
    scanner_.skip_lines();
    children.add(chain());
  } else {
    scanner_.skip_separators();
    while (!scanner_.ended() && scanner_.peek() != ')') {
      children.add(statement());
      scanner_.skip_blanks();
      if (!scanner_.at_statement_end()) unexpected("')'");
      scanner_.skip_separators();
      if (scanner_.peek() == '}') break;
    }
  }
  scanner_.skip_lines();
  expect(')', open);
}

ScriptNodeId ScriptParser::loop(std::string_view word, std::size_t begin) {
  const Id made = tree_.add(Kind::loop, begin, scanner_.at(), word);
  ScriptChildren children(tree_, made);
  scanner_.skip_lines();
  // foreach -parallel, -ThrottleLimit 5 of workflows.
  while (scanner_.kind() == ScriptChar::dash) {
    static_cast<void>(parameter());
    scanner_.skip_lines();
    const bool value = scanner_.peek() != '(' && scanner_.kind() != ScriptChar::dash;
    if (value && argument_item() == 0) break;
    scanner_.skip_lines();
  }
  loop_head(word, children);
  children.add(block());
  tree_.end_at(made, scanner_.at());
  return made;
}

ScriptNodeId ScriptParser::loop_until(std::size_t begin) {
  const Id made = tree_.add(Kind::loop, begin, scanner_.at(), scanner_.since(begin));
  const Id body = block();
  ScriptChildren children(tree_, made);
  scanner_.skip_lines();
  const std::string word = scanner_.keyword();
  if (word != "while" && word != "until") {
    unexpected("'while' or 'until'");
    return 0;
  }
  scanner_.advance(word.size());
  loop_head(word, children);
  children.add(body);
  tree_.end_at(made, scanner_.at());
  return made;
}

ScriptNodeId ScriptParser::choice(std::size_t begin) {
  const Id made = tree_.add(Kind::choice, begin, scanner_.at(), scanner_.since(begin));
  ScriptChildren children(tree_, made);
  scanner_.skip_lines();
  while (scanner_.kind() == ScriptChar::dash && !scanner_.failed()) {
    const Id option = parameter();
    scanner_.skip_lines();
    if (option != 0 && equals_ignoring_case(tree_[option].text, "file")) {
      children.add(argument_item());
      scanner_.skip_lines();
    }
  }
  if (scanner_.peek() == '(') children.add(group());
  scanner_.skip_lines();
  choice_bodies(children);
  tree_.end_at(made, scanner_.at());
  return made;
}

void ScriptParser::choice_bodies(ScriptChildren& children) {
  const std::size_t open = scanner_.at();
  if (scanner_.peek() != '{') return unexpected("'{'");
  scanner_.advance();
  scanner_.skip_separators();
  while (!scanner_.ended() && scanner_.peek() != '}') {
    // What is compared with: a word, a text, an expression or a block.
    const Id compared = argument_item();
    if (compared == 0) return unexpected("a value and '{'");
    const bool otherwise = tree_[compared].kind == Kind::string && tree_[compared].flag &&
                           equals_ignoring_case(tree_[compared].text, "default");
    const Id body = block();
    if (body != 0) tree_[body].flag = otherwise;
    children.add(body);
    scanner_.skip_separators();
  }
  expect('}', open);
}

ScriptNodeId ScriptParser::attempt(std::size_t begin) {
  const Id made = tree_.add(Kind::attempt, begin, scanner_.at(), scanner_.since(begin));
  ScriptChildren children(tree_, made);
  children.add(block());
  bool handled = false;
  while (!scanner_.failed()) {
    const std::size_t end = scanner_.at();
    scanner_.skip_lines();
    const std::size_t next = scanner_.at();
    const std::string word = scanner_.keyword();
    if (word != "catch" && word != "finally") {
      scanner_.move_to(end);
      break;
    }
    handled = true;
    scanner_.advance(word.size());
    const Id handler = tree_.add(Kind::handler, next, next, scanner_.since(next));
    // The types of exceptions.
    while (!scanner_.ended() && word == "catch" && scanner_.peek() != '{') {
      scanner_.skip_lines();
      if (scanner_.peek() == '{') break;
      if (scanner_.peek() != '[' && scanner_.peek() != ',') break;
      if (scanner_.peek() == ',') {
        scanner_.advance();
      } else {
        static_cast<void>(skip_type());
      }
    }
    ScriptChildren(tree_, handler).add(block());
    tree_.end_at(handler, scanner_.at());
    children.add(handler);
  }
  if (!handled) refuse("'catch' or 'finally' behind the block of 'try'");
  tree_.end_at(made, scanner_.at());
  return made;
}

ScriptNodeId ScriptParser::function(std::size_t begin) {
  scanner_.skip_lines();
  const std::size_t from = scanner_.at();
  while (!scanner_.ends_word(scanner_.at())) scanner_.advance();
  if (scanner_.at() == from) {
    unexpected("the name of the function");
    return 0;
  }
  const Id made = tree_.add(Kind::function, begin, scanner_.at(), scanner_.since(from));
  ScriptChildren children(tree_, made);
  scanner_.skip_lines();
  if (scanner_.peek() == '(') {
    const std::size_t open = scanner_.at();
    const Id declared = tree_.add(Kind::parameters, open, open);
    ScriptChildren names(tree_, declared);
    parameter_declarations(names, open);
  }
  const bool outer = in_configuration_;
  in_configuration_ = false;
  children.add(block());
  in_configuration_ = outer;
  tree_.end_at(made, scanner_.at());
  return made;
}

ScriptNodeId ScriptParser::configuration(std::size_t begin) {
  scanner_.skip_lines();
  ScriptScanner ahead = scanner_;
  if (!ahead.at_text() || !ahead.skip_text()) {
    while (!ahead.ends_word(ahead.at())) ahead.advance(ahead.char_length());
  }
  const bool named = ahead.at() > scanner_.at();
  ahead.skip_lines();
  // Else a command or a function of that name.
  if (!named || ahead.peek() != '{' || ahead.failed()) return 0;
  const Id name = argument_item();
  scanner_.skip_lines();
  const Id made = tree_.add(Kind::configuration, begin, scanner_.at(), tree_[name].text);
  const bool outer = in_configuration_;
  in_configuration_ = true;
  ScriptChildren(tree_, made).add(block());
  in_configuration_ = outer;
  tree_.end_at(made, scanner_.at());
  return made;
}

ScriptNodeId ScriptParser::flow(std::string_view word, std::size_t begin) {
  const Id made = tree_.add(Kind::flow, begin, scanner_.at(), word);
  scanner_.skip_blanks();
  if (!scanner_.at_command_end()) ScriptChildren(tree_, made).add(chain());
  tree_.end_at(made, scanner_.at());
  return made;
}

ScriptNodeId ScriptParser::named_block(std::size_t begin) {
  scanner_.skip_lines();
  const Id made = tree_.add(Kind::sequence, begin, scanner_.at());
  const std::size_t open = scanner_.at();
  scanner_.advance();
  statements_until('}', made, open);
  tree_.end_at(made, scanner_.failed() ? begin : scanner_.at());
  return made;
}

/// `trap { }`, `trap [Exception] { }`; its block runs where something fails.
ScriptNodeId ScriptParser::trap(std::size_t begin) {
  ScriptScanner ahead = scanner_;
  ahead.skip_lines();
  const bool typed = ahead.peek() == '[' && ahead.skip_square_brackets();
  if (typed) ahead.skip_lines();
  // Else a command of that name.
  if (ahead.peek() != '{' || ahead.failed()) return 0;
  const Id made = tree_.add(Kind::loop, begin, scanner_.at(), scanner_.since(begin));
  scanner_.move_to(ahead.at());
  ScriptChildren(tree_, made).add(block());
  tree_.end_at(made, scanner_.failed() ? begin : scanner_.at());
  return made;
}

/// `data Name -SupportedCommand A { }`.
ScriptNodeId ScriptParser::data(std::size_t begin) {
  // Words, commas and texts stand before the block.
  ScriptScanner ahead = scanner_;
  ahead.skip_lines();
  for (bool more = true; more && ahead.peek() != '{' && !ahead.failed(); ahead.skip_lines()) {
    const bool text = ahead.at_text();
    more = text ? ahead.skip_text()
                : ahead.is_name_char(ahead.at()) || ahead.peek() == ',' ||
                      ahead.kind() == ScriptChar::dash;
    if (!text && more) ahead.advance(ahead.char_length());
  }
  // Else a command of that name.
  if (ahead.peek() != '{' || ahead.failed()) return 0;
  const Id made = tree_.add(Kind::loop, begin, scanner_.at(), scanner_.since(begin));
  scanner_.move_to(ahead.at());
  ScriptChildren(tree_, made).add(block());
  tree_.end_at(made, scanner_.failed() ? begin : scanner_.at());
  return made;
}

/// `using namespace A.B`, `using module @{ ... }`.
ScriptNodeId ScriptParser::using_statement(std::size_t begin) {
  scanner_.skip_blanks();
  const std::string kind = scanner_.keyword();
  scanner_.advance(kind.size());
  scanner_.skip_blanks();
  if (scanner_.starts_with("@{")) {
    static_cast<void>(hash());
  } else {
    const std::size_t end = scanner_.text().find_first_of("\r\n;", scanner_.at());
    scanner_.move_to(std::min(end, scanner_.text().size()));
  }
  return tree_.add(Kind::nothing, begin, scanner_.failed() ? begin : scanner_.at());
}

}  // namespace connlint
