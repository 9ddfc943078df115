// PowerShell scripts and DSC configurations: the part of them that is literal.
//
// A command gives a record: its name is the type; `-Name value` a field named as written, an
// argument without a name a field without one, `@name` a field of that name with what the hashtable
// holds, `|` what is piped into it; a parameter without a value has the text `True` at the place of
// its name. Texts are `quoted`, truth values and numbers are not; a number that is a whole argument
// stands as written (`10MB`), others in digits. A DSC resource gives a record of the types
// `ExchSendConnector` and `DSC resource`, labelled with the name of the instance. The container
// says what decides at run time whether a command runs and with what: `if`, `foreach`, `function`,
// `{`,
// `|`, ...; it is empty where the command certainly runs. The branches are the ways on which it
// stands. What only a run tells is `unresolved`, and `quoted` too where it is a text of which a
// part is known; the output of `Get-X` is an unresolved record of that type with its arguments, and
// with a field `?` where only a run tells which of the objects are meant.
#include <array>
#include <string>
#include <utility>

#include "linter/formats/bounded_notes.h"
#include "linter/formats/format.h"
#include "linter/formats/powershell/parser.h"
#include "linter/formats/powershell/run.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Real scripts are far below.
constexpr std::size_t kMostBytes = std::size_t{16} * 1024 * 1024;

constexpr std::array<std::string_view, 22> kVerbs = {
    "New",     "Set",   "Remove", "Get",    "Add",     "Enable",  "Disable", "Import",
    "Write",   "Start", "Test",   "Update", "Clear",   "Connect", "Invoke",  "Out",
    "ForEach", "Where", "Select", "Stop",   "Restart", "Export"};

/// Whether a command such as `New-SendConnector` begins at `at`.
bool at_command_word(std::string_view line, std::size_t at) {
  std::size_t dash = at;
  while (dash < line.size() && is_letter(line[dash])) ++dash;
  if (dash == at || dash + 1 >= line.size() || line[dash] != '-') return false;
  std::size_t end = dash + 1;
  while (end < line.size() && is_letter(line[end])) ++end;
  const bool ends = end == line.size() || line[end] == ' ' || line[end] == '\t' ||
                    line[end] == '`' || line[end] == ';' || line[end] == '|' || line[end] == ')';
  if (end == dash + 1 || !ends) return false;
  for (std::string_view verb : kVerbs) {
    if (equals_ignoring_case(line.substr(at, dash - at), verb)) return true;
  }
  return false;
}

/// Whether a line that begins with `$` uses a variable; `$schema: ...` is YAML.
bool is_assignment(std::string_view line) {
  std::size_t end = 1;
  while (end < line.size() && (is_letter(line[end]) || is_digit(line[end]) || line[end] == '_')) {
    ++end;
  }
  const std::string_view rest = line.substr(end);
  if (end == 1 || rest.empty() || rest.starts_with(": ") || rest == ":") return false;
  return rest.find_first_of("=|.[(") != std::string_view::npos;
}

/// Whether a line begins as a statement of PowerShell does and no other format does.
bool is_statement(std::string_view line) {
  if (at_command_word(line, 0)) return true;
  if (line.starts_with('$')) return is_assignment(line);
  for (std::string_view word :
       {"param", "if", "foreach", "try", "begin", "process", "switch", "while"}) {
    if (!starts_with_ignoring_case(line, word)) continue;
    const std::string_view rest = trim(line.substr(word.size()));
    if (rest.empty() || rest.front() == '(' || rest.front() == '{') return true;
  }
  for (std::string_view word : {"configuration ", "function ", "filter ", "workflow ",
                                "using namespace ", "using module ", "using assembly "}) {
    if (!starts_with_ignoring_case(line, word)) continue;
    const std::string_view rest = trim(line.substr(word.size()));
    const bool uses = word.starts_with("using");
    if (!rest.empty() && (uses || is_letter(rest.front()))) return true;
  }
  if (line.starts_with("[CmdletBinding") || line.starts_with("& ") || line.starts_with(". ") ||
      line.starts_with("@{")) {
    return true;
  }
  // `'a', 'b' | ForEach-Object {`, `[string[]]$servers = ...`, `@{ ... } |`.
  const bool value = line.starts_with('\'') || line.starts_with('"') || line.starts_with('(') ||
                     line.starts_with('[');
  if (!value) return false;
  if (line.starts_with('[') && line.find("]$") != std::string_view::npos) return true;
  for (std::size_t bar = line.find('|'); bar != std::string_view::npos;
       bar = line.find('|', bar + 1)) {
    const std::size_t word = line.find_first_not_of(" \t", bar + 1);
    if (word != std::string_view::npos && at_command_word(line, word)) return true;
  }
  return false;
}

}  // namespace

bool claims_powershell(std::string_view head) {
  ScriptScanner scanner(head);
  bool requires_shell = false;
  while (!scanner.ended()) {
    const std::size_t begin = scanner.at();
    scanner.skip_lines();
    const std::string_view comments = scanner.since(begin);
    requires_shell = requires_shell ||
                     find_ignoring_case(comments, "#requires") != std::string_view::npos ||
                     find_ignoring_case(comments, ".SYNOPSIS") != std::string_view::npos;
    if (scanner.ended() || requires_shell) return requires_shell;
    const std::size_t line = scanner.at();
    scanner.skip_to_line_end();
    return is_statement(trim(scanner.since(line)));
  }
  return false;
}

void read_powershell(const SourceFile& file, RecordSink& sink) {
  if (file.text.size() > kMostBytes) {
    sink.note({.kind = NoteKind::unreadable,
               .message = "a script of more than 16 MB is not read; real scripts are far smaller",
               .where = file.span(0, 0),
               .located = false});
    return;
  }
  Arena texts;
  ScriptTree tree;
  ScriptParser parser(file.text, tree, texts);
  ScriptRun run(file, tree, texts, sink);
  BoundedNotes damages(sink);
  while (const ScriptNodeId statement = parser.next_statement()) {
    for (ScriptDamage& damage : parser.take_damages()) {
      damages.add(NoteKind::unreadable, file.span(damage.begin, damage.length),
                  std::move(damage.message));
    }
    run.run(statement);
    tree.clear();
  }
  for (ScriptDamage& damage : parser.take_damages()) {
    damages.add(NoteKind::unreadable, file.span(damage.begin, damage.length),
                std::move(damage.message));
  }
  damages.finish();
}

}  // namespace connlint
