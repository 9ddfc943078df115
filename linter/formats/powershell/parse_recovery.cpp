// What of a PowerShell script cannot be read: where the statement ends, so that the reading goes
// on.
#include <optional>
#include <string>
#include <utility>

#include "linter/formats/powershell/parser.h"

namespace connlint {
namespace {

/// Whether a comment may begin there: `#` in a word is a character of the word.
bool begins_word(const ScriptScanner& scanner) {
  if (scanner.at() == 0) return true;
  const std::string_view before = scanner.text().substr(scanner.at() - 1, 1);
  return std::string_view(" \t\r\n;(){}|,").find(before) != std::string_view::npos;
}

/// Passes over a text, a comment or an escaped character. Nothing where there is none of these;
/// false where a text does not end.
std::optional<bool> pass_over_quoted(ScriptScanner& scanner) {
  const char c = scanner.peek();
  if (scanner.at_text()) return scanner.skip_text();
  if (scanner.starts_with("<#") || (c == '#' && begins_word(scanner))) {
    scanner.skip_blanks();
    return true;
  }
  if (c != '`') return std::nullopt;
  scanner.advance(2);
  return true;
}

/// What a character does to the brackets that are open.
enum class Bracket { none, fits, mismatches, ends };

/// `open` holds the brackets that close those that are open.
Bracket follow_bracket(char c, std::string& open) {
  if (c == '(' || c == '{') {
    open += c == '(' ? ')' : '}';
    return Bracket::fits;
  }
  if (c != ')' && c != '}') return Bracket::none;
  if (open.empty()) return Bracket::ends;
  if (open.back() != c) return Bracket::mismatches;
  open.pop_back();
  return Bracket::fits;
}

/// The end of the statement that begins at `begin`: the line end, semicolon or closing bracket
/// from `reached` on that stands outside of texts and brackets. Nothing where brackets do not
/// match or a text does not end.
std::optional<std::size_t> end_outside_brackets(std::string_view text, std::size_t begin,
                                                std::size_t reached, std::size_t& looked_at) {
  ScriptScanner scanner(text);
  std::string open;
  for (scanner.move_to(begin); !scanner.ended() && !scanner.failed();) {
    looked_at = scanner.at();
    const bool behind = scanner.at() >= reached && open.empty();
    const bool ends = scanner.kind() == ScriptChar::line_end || scanner.peek() == ';';
    if (behind && ends) return scanner.at();
    if (const std::optional<bool> passed = pass_over_quoted(scanner)) {
      if (!*passed) return std::nullopt;
      continue;
    }
    const Bracket bracket = follow_bracket(scanner.peek(), open);
    if (bracket == Bracket::ends) return scanner.at() > begin ? scanner.at() : begin + 1;
    if (bracket == Bracket::mismatches) return std::nullopt;
    scanner.advance(scanner.char_length());
  }
  looked_at = text.size();
  return open.empty() && !scanner.failed() ? std::optional(text.size()) : std::nullopt;
}

}  // namespace

std::size_t ScriptParser::end_of_lost(std::size_t begin, const ScriptDamage& damage) {
  const std::string_view text = scanner_.text();
  const std::size_t reached = damage.reached < text.size() ? damage.reached : damage.begin;
  std::size_t looked_at = begin;
  const std::optional<std::size_t> end = end_outside_brackets(text, begin, reached, looked_at);
  // What is open somewhere may be closed nowhere: the line is lost, not all that follows.
  const std::size_t line_end = text.find_first_of("\r\n", std::max(begin, damage.begin));
  const std::size_t found = end.value_or(std::min(line_end, text.size()));
  const std::size_t cost = std::max(looked_at, damage.reached) - begin;
  budget_ = budget_ > cost ? budget_ - cost : 0;
  return found;
}

/// The variables that the lost statement names: it may have changed them.
void ScriptParser::keep_variables(Id lost, std::size_t begin, std::size_t end) {
  ScriptChildren children(tree_, lost);
  ScriptScanner scanner(scanner_.text().substr(0, end));
  for (std::size_t at = scanner.text().find('$', begin); at != std::string_view::npos;
       at = scanner.text().find('$', std::max(at + 1, scanner.at()))) {
    scanner.move_to(at + 1);
    if (!scanner.is_name_char(at + 1)) continue;
    const std::string_view name = scanner.variable_name();
    if (!name.empty()) children.add(tree_.add(Kind::variable, at, scanner.at(), name));
  }
}

/// The statement that begins at `begin` cannot be read: keeps why, and goes to its end. Where that
/// was necessary too often, the rest of the script is given up.
ScriptNodeId ScriptParser::give_up(std::size_t begin) {
  if (budget_ == 0) {
    scanner_.resume(scanner_.text().size());
    return 0;
  }
  const std::size_t end = end_of_lost(begin, *scanner_.damage());
  if (budget_ == 0) {
    const std::size_t size = scanner_.text().size();
    damages_.push_back(scanner_.resume(size));
    damages_.push_back({"the rest of the script is not read: it is damaged in too many places",
                        std::min(begin, size), 0, size});
    return 0;
  }
  damages_.push_back(scanner_.resume(end));
  const Id made = tree_.add(Kind::lost, begin, end);
  keep_variables(made, begin, end);
  return made;
}

}  // namespace connlint
