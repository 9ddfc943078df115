// Commands of a PowerShell script: names, parameters, arguments, redirections; resources of DSC.
#include "linter/formats/powershell/numbers.h"
#include "linter/formats/powershell/parser.h"
#include "linter/support/text.h"

namespace connlint {

ScriptNodeId ScriptParser::command() {
  const std::size_t begin = scanner_.at();
  std::string_view invocation;
  if (at_invocation()) {
    invocation = scanner_.text().substr(begin, 1);
    scanner_.advance();
    scanner_.skip_blanks();
  } else if (scanner_.kind() == ScriptChar::dash && at_parameter()) {
    const std::string found = there();
    scanner_.fail(begin, 1,
                  "expected a command, found " + found +
                      "; a line that continues the one before needs a backtick at its end, without "
                      "a blank behind it");
    return 0;
  }
  const Id name = command_name();
  if (name == 0) return 0;
  Id first_argument = 0;
  if (in_configuration_ && invocation.empty()) {
    const Id made = resource(name, begin, first_argument);
    if (made != 0 || scanner_.failed()) return made;
  }
  const Id made = tree_.add(Kind::command, begin, scanner_.at(), invocation);
  tree_[made].first = name;
  command_elements(made, first_argument);
  return made;
}

ScriptNodeId ScriptParser::command_name() {
  const char c = scanner_.peek();
  if (scanner_.ended() || scanner_.ends_word(scanner_.at())) {
    if (c != '(' && c != '{') {
      if (c == '<') {
        refuse("a command; '<' is reserved");
      } else {
        unexpected("a command or an expression");
      }
      return 0;
    }
  }
  return argument_item();
}

/// What follows the name of a command. Its first argument may have been read already.
void ScriptParser::command_elements(Id command, Id first_argument) {
  ScriptChildren children(tree_, command);
  children.add(tree_[command].first);
  if (first_argument != 0) {
    children.add(argument_list(tree_[first_argument].begin, 0, first_argument));
  }
  bool only_arguments = false;
  std::size_t end = scanner_.at();
  for (scanner_.skip_blanks(); !scanner_.at_command_end(); scanner_.skip_blanks()) {
    if (redirection()) {
      end = scanner_.at();
      continue;
    }
    if (scanner_.starts_with("--%")) {
      // What follows is handed over as it stands.
      const std::size_t begin = scanner_.at();
      while (!scanner_.ended() && scanner_.kind() != ScriptChar::line_end &&
             scanner_.peek() != '|' && !scanner_.starts_with("&&")) {
        scanner_.advance();
      }
      children.add(tree_.add(Kind::opaque, begin, scanner_.at()));
    } else if (scanner_.starts_with("--") && scanner_.ends_word(scanner_.at() + 2)) {
      only_arguments = true;
      scanner_.advance(2);
    } else {
      children.add(!only_arguments && at_parameter() ? parameter() : argument());
    }
    end = scanner_.at();
  }
  tree_.end_at(command, scanner_.failed() ? tree_[command].begin : end);
}

bool ScriptParser::at_redirection() const {
  const char stream = scanner_.peek();
  return stream == '>' || ((is_digit(stream) || stream == '*') && scanner_.peek(1) == '>');
}

/// Goes past `> file`, `2>&1` and the like.
bool ScriptParser::redirection() {
  if (scanner_.peek() == '<') {
    refuse("an argument; '<' is reserved");
    return false;
  }
  if (!at_redirection()) return false;
  scanner_.advance(scanner_.peek() == '>' ? 1 : 2);
  if (scanner_.peek() == '>') scanner_.advance();
  if (scanner_.peek() == '&' && is_digit(scanner_.peek(1))) {
    scanner_.advance(2);
    return true;
  }
  scanner_.skip_blanks();
  if (scanner_.at_command_end()) {
    refuse("the name of a file behind '>'");
    return false;
  }
  return argument_item() != 0;
}

bool ScriptParser::at_parameter() const {
  if (scanner_.kind() != ScriptChar::dash) return false;
  const std::size_t next = scanner_.at() + scanner_.char_length();
  return scanner_.is_name_char(next) && !is_digit(scanner_.text()[next]);
}

ScriptNodeId ScriptParser::parameter() {
  const std::size_t begin = scanner_.at();
  scanner_.advance(scanner_.char_length());
  const std::size_t name = scanner_.at();
  const auto ends = [this] {
    return scanner_.ends_word(scanner_.at()) || scanner_.peek() == ':' || scanner_.peek() == '.' ||
           scanner_.peek() == '[';
  };
  while (!ends()) {
    const ScriptChar kind = scanner_.kind();
    if (kind == ScriptChar::single_quote || kind == ScriptChar::double_quote) {
      // With a quote in it, it is a text.
      scanner_.move_to(begin);
      return word();
    }
    scanner_.advance(scanner_.char_length());
  }
  const Id made = tree_.add(Kind::parameter, begin, scanner_.at(), scanner_.since(name));
  if (scanner_.peek() != ':') return made;
  tree_[made].flag = true;
  scanner_.advance();
  scanner_.skip_blanks();
  if (scanner_.at_command_end()) {
    refuse("an argument for the parameter '-" + std::string(tree_[made].text) + ":'");
    return 0;
  }
  const Id value = argument();
  tree_[made].first = value;
  tree_.end_at(made, scanner_.at());
  return made;
}

ScriptNodeId ScriptParser::argument() {
  const std::size_t begin = scanner_.at();
  if (scanner_.failed()) return 0;
  Id items = 0;
  if (scanner_.peek() == ',') {
    // A list of one item.
    scanner_.advance();
    scanner_.skip_lines();
    items = tree_.add(Kind::list, begin, begin);
  }
  return argument_list(begin, items, argument_item());
}

/// The items behind the first one, where commas follow it. `items` is the list, 0 where there is
/// none yet.
ScriptNodeId ScriptParser::argument_list(std::size_t begin, Id items, Id first) {
  ScriptChildren children(tree_, items);
  if (items != 0) children.add(first);
  while (!scanner_.failed()) {
    const std::size_t end = scanner_.at();
    scanner_.skip_blanks();
    if (scanner_.peek() != ',') {
      scanner_.move_to(end);
      break;
    }
    if (items == 0) {
      items = tree_.add(Kind::list, begin, begin);
      children.move_to(items);
      // Numbers keep the text of their word only where they are the whole argument.
      tree_[first].flag = tree_[first].flag && tree_[first].kind != Kind::number;
      children.add(first);
    }
    scanner_.advance();
    scanner_.skip_lines();
    if (scanner_.at_command_end()) {
      refuse("a value behind ','");
      return 0;
    }
    const Id item = argument_item();
    if (tree_[item].kind == Kind::number) tree_[item].flag = false;
    children.add(item);
  }
  if (items == 0) return first;
  tree_.end_at(items, scanner_.at());
  return items;
}

ScriptNodeId ScriptParser::argument_item() {
  if (scanner_.failed()) return 0;
  const ScriptChar kind = scanner_.kind();
  if (kind == ScriptChar::single_quote || kind == ScriptChar::double_quote) {
    return postfix(quoted(), Place::argument);
  }
  switch (scanner_.peek()) {
    case '$': return argument_variable();
    case '(': return postfix(group(), Place::argument);
    case '{': return enclosed(Kind::block, scanner_.at(), 1);
    case '@': break;
    default: return word();
  }
  const ScriptChar next = scanner_.kind_at(scanner_.at() + 1);
  const char c = scanner_.peek(1);
  if (c == '(' || c == '{' || next == ScriptChar::single_quote ||
      next == ScriptChar::double_quote) {
    return postfix(primary(), Place::argument);
  }
  const std::size_t begin = scanner_.at();
  scanner_.advance();
  const std::string_view name = scanner_.variable_name();
  if (name.empty()) {
    scanner_.move_to(begin);
    unexpected("a value; '@' begins '@(', '@{' or the name of a variable");
    return 0;
  }
  const Id made = tree_.add(Kind::variable, begin, scanner_.at(), name);
  tree_[made].flag = true;
  return made;
}

/// A variable as an argument: perhaps with members and indexes, perhaps the first part of a word.
ScriptNodeId ScriptParser::argument_variable() {
  const std::size_t begin = scanner_.at();
  const char next = scanner_.peek(1);
  const bool named =
      next == '(' || next == '{' || next == '$' || next == '^' || scanner_.is_name_char(begin + 1);
  if (!named) return word();
  const Id value = postfix(next == '(' ? primary() : variable(), Place::argument);
  if (scanner_.failed() || scanner_.ends_word(scanner_.at())) return value;
  return word_from(begin, value);
}

/// A resource of DSC, `Type Name { ... }`, where one stands behind the word `name`; else 0.
/// `instance` is what was read as the name of the instance, which is then the first argument of a
/// command.
ScriptNodeId ScriptParser::resource(Id name, std::size_t begin, Id& instance) {
  const std::string_view type = tree_[name].text;
  const std::size_t end = scanner_.at();
  if (tree_[name].kind != Kind::string || !tree_[name].flag ||
      type.find('-') != std::string_view::npos) {
    return 0;
  }
  if (equals_ignoring_case(type, "Node")) return node_block(begin);
  scanner_.skip_lines();
  std::size_t behind = end;
  if (scanner_.peek() != '{') {
    scanner_.move_to(end);
    scanner_.skip_blanks();
    const bool named = !scanner_.at_command_end() && !at_parameter() && !at_redirection() &&
                       scanner_.peek() != ',' && scanner_.peek() != '<' &&
                       !scanner_.starts_with("--");
    if (named) {
      instance = argument_item();
      if (scanner_.failed()) return 0;
      behind = scanner_.at();
      scanner_.skip_lines();
    }
  }
  if (scanner_.peek() != '{' || !at_hash_body()) {
    scanner_.move_to(behind);
    return 0;
  }
  const Id made = tree_.add(Kind::resource, begin, end, type);
  ScriptChildren children(tree_, made);
  children.add(instance);
  const std::size_t open = scanner_.at();
  const Id body = tree_.add(Kind::hash, open, open);
  scanner_.advance();
  hash_entries(body, open);
  tree_.end_at(body, scanner_.failed() ? open : scanner_.at());
  children.add(body);
  tree_.end_at(made, scanner_.failed() ? begin : scanner_.at());
  return made;
}

/// `Node names { ... }` behind its first word.
ScriptNodeId ScriptParser::node_block(std::size_t begin) {
  scanner_.skip_lines();
  if (scanner_.peek() != '{') static_cast<void>(argument());
  scanner_.skip_lines();
  const Id made = tree_.add(Kind::sequence, begin, begin);
  if (scanner_.peek() == '{') {
    const std::size_t open = scanner_.at();
    scanner_.advance();
    statements_until('}', made, open);
  }
  tree_.end_at(made, scanner_.failed() ? begin : scanner_.at());
  return made;
}

/// Whether the block there holds `Name = value` pairs, or nothing.
bool ScriptParser::at_hash_body() const {
  ScriptScanner ahead = scanner_;
  ahead.advance();
  ahead.skip_lines();
  if (ahead.peek() == '}') return true;
  if (!is_letter(ahead.peek())) return false;
  while (ahead.is_name_char(ahead.at())) ahead.advance();
  ahead.skip_blanks();
  return ahead.peek() == '=';
}

}  // namespace connlint
