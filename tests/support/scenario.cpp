#include "tests/support/scenario.h"

#include <cstdlib>
#include <sstream>
#include <sys/wait.h>

#include <fmt/format.h>

#include "linter/support/text.h"
#include "tests/support/text_file.h"

namespace connlint::test {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = "=== ";
constexpr std::string_view kAny = "...";

/// Adds the part under a heading to the scenario; an error message, or an empty text.
std::string add_part(Scenario& scenario, std::string_view heading, std::string text) {
  const std::size_t blank = heading.find(' ');
  const std::string_view word = heading.substr(0, blank);
  const std::string_view rest =
      blank == std::string_view::npos ? std::string_view() : trim(heading.substr(blank));
  if (word == "file" && !rest.empty()) {
    scenario.files.emplace_back(rest, std::move(text));
  } else if (word == "copy" && rest.find(" as ") != std::string_view::npos) {
    const std::size_t as = rest.find(" as ");
    scenario.copies.emplace_back(trim(rest.substr(0, as)), trim(rest.substr(as + 4)));
  } else if (heading == "run") {
    scenario.command = std::move(text);
  } else if (word == "status" && parse_integer(rest)) {
    scenario.status = static_cast<int>(*parse_integer(rest));
  } else if (heading == "stdout") {
    scenario.expected_out = std::move(text);
  } else if (heading == "stderr") {
    scenario.expected_err = std::move(text);
  } else {
    return fmt::format("unknown part '{}'", heading);
  }
  return {};
}

/// Whether a line is what the pattern says, `...` in it standing for any text.
bool match_line(std::string_view line, std::string_view pattern) {
  const std::size_t gap = pattern.find(kAny);
  if (gap == std::string_view::npos) return line == pattern;
  if (!line.starts_with(pattern.substr(0, gap))) return false;
  const std::string_view rest = pattern.substr(gap + kAny.size());
  for (std::size_t at = gap; at <= line.size(); ++at) {
    if (match_line(line.substr(at), rest)) return true;
  }
  return false;
}

bool match_lines(const std::vector<std::string_view>& lines, std::size_t line,
                 const std::vector<std::string_view>& patterns, std::size_t pattern) {
  for (; pattern < patterns.size(); ++pattern, ++line) {
    if (patterns[pattern] == kAny) {
      for (std::size_t next = line; next <= lines.size(); ++next) {
        if (match_lines(lines, next, patterns, pattern + 1)) return true;
      }
      return false;
    }
    if (line >= lines.size() || !match_line(lines[line], patterns[pattern])) return false;
  }
  return line == lines.size();
}

}  // namespace

Result<Scenario> parse_scenario(const std::string& text) {
  Scenario scenario;
  std::string heading;
  std::string part;
  const auto end_part = [&]() -> std::string {
    if (heading.empty()) {
      scenario.title = std::string(trim(part));
      return {};
    }
    return add_part(scenario, heading, std::move(part));
  };
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(kMark)) {
      if (std::string error = end_part(); !error.empty()) return Error{error};
      heading = line.substr(kMark.size());
      part.clear();
    } else {
      part += line + "\n";
    }
  }
  if (std::string error = end_part(); !error.empty()) return Error{error};
  if (scenario.title.empty()) return Error{"the title is missing"};
  if (scenario.command.empty()) return Error{"the part 'run' is missing"};
  return scenario;
}

ProgramRun run_scenario(const Scenario& scenario, const fs::path& folder) {
  const fs::path source = CONNLINT_SOURCE_DIR;
  const fs::path work = folder / "work";
  fs::remove_all(folder);
  fs::create_directories(work);
  // A repository of its own, so that no configuration above it counts.
  fs::create_directory(work / ".git");
  for (const auto& [name, text] : scenario.files) write_text(work / name, text);
  for (const auto& [path, name] : scenario.copies) {
    fs::create_directories((work / name).parent_path());
    fs::copy(source / path, work / name, fs::copy_options::recursive);
  }
  write_text(folder / "command", scenario.command);
  const std::string program_folder = fs::path(CONNLINT_PROGRAM).parent_path().string();
  const std::string command = fmt::format(
      "cd '{0}/work' && env -u NO_COLOR -u CLICOLOR -u CLICOLOR_FORCE -u FORCE_COLOR LC_ALL=C "
      "PATH='{1}':\"$PATH\" sh ../command >'{0}/out' 2>'{0}/err' </dev/null",
      folder.string(), program_folder);
  const int result = std::system(command.c_str());  // NOLINT(concurrency-mt-unsafe)
  ProgramRun outcome{.status = WIFEXITED(result) ? WEXITSTATUS(result) : -1,
                     .out = read_text(folder / "out"),
                     .err = read_text(folder / "err")};
  fs::remove_all(folder);
  return outcome;
}

bool matches(const std::string& text, const std::string& pattern) {
  return match_lines(split(text, '\n'), 0, split(pattern, '\n'), 0);
}

}  // namespace connlint::test
