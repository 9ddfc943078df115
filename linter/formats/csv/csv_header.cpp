#include "linter/formats/csv/csv_header.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "linter/formats/format.h"
#include "linter/formats/line_reader.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::array<char, 3> kSeparators = {',', ';', '\t'};
constexpr std::string_view kSeparatorLine = "sep=";

/// The separator that occurs most often outside of quotes; nothing where none of them does.
std::optional<char> separator_of(std::string_view line) {
  std::array<std::size_t, kSeparators.size()> counts{};
  bool quoted = false;
  for (char c : line) {
    quoted = quoted != (c == '"');
    const auto found = std::ranges::find(kSeparators, c);
    if (!quoted && found != kSeparators.end()) {
      ++counts.at(static_cast<std::size_t>(found - kSeparators.begin()));
    }
  }
  const auto most = std::ranges::max_element(counts);
  if (*most == 0) return std::nullopt;
  return kSeparators.at(static_cast<std::size_t>(most - counts.begin()));
}

/// The beginning and the first line of a table.
struct FirstLines {
  CsvStart start;
  std::string_view header;
  bool typed = false;      ///< There is a `#TYPE` line.
  bool separated = false;  ///< There is a `sep=` line.
  std::optional<char> separator;
};

FirstLines first_lines(std::string_view text) {
  FirstLines found;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = find_line_break(text, at);
    const std::string_view line = text.substr(at, end - at);
    if (line.starts_with(kTypeLine)) {
      found.typed = true;
      found.start.type.begin = static_cast<std::uint32_t>(at);
      found.start.type.length = static_cast<std::uint32_t>(line.size());
    } else if (starts_with_ignoring_case(line, kSeparatorLine) &&
               line.size() == kSeparatorLine.size() + 1 && line.back() != '"') {
      found.separated = true;
      found.separator = line.back();
    } else if (!trim(line).empty()) {
      found.header = line;
      break;
    }
    at = skip_line_break(text, end);
  }
  found.start.header = at;
  if (!found.separated) found.separator = separator_of(found.header);
  found.start.separator = found.separator.value_or(',');
  return found;
}

/// What the cells of one line are.
struct LineCells {
  std::size_t count = 0;
  bool all_quoted = true;
  bool all_names = true;  ///< Each is fit to be the name of a column.
};

/// Whether `cell` looks like the name of a property or attribute, or of a calculated property,
/// which may hold blanks. What looks like a parameter of a command is none.
bool is_column_name(std::string_view cell) {
  constexpr std::size_t kLongest = 128;
  if (cell.empty() || cell.size() > kLongest || !(is_letter(cell.front()) || cell.front() == '_')) {
    return false;
  }
  if (cell.ends_with(' ') || cell.find(" -") != std::string_view::npos) return false;
  return std::ranges::all_of(cell, [](char c) {
    return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view("_-. ()/").find(c) != std::string_view::npos;
  });
}

/// Nothing where a quote goes on in the next line or something follows a closing one.
std::optional<LineCells> cells_of(std::string_view line, char separator) {
  LineCells cells;
  std::size_t at = 0;
  for (;;) {
    const bool quoted = at < line.size() && line[at] == '"';
    const std::size_t begin = quoted ? at + 1 : at;
    std::size_t end = line.find(quoted ? '"' : separator, begin);
    if (quoted) {
      while (end != std::string_view::npos && line.substr(end).starts_with("\"\"")) {
        end = line.find('"', end + 2);
      }
      if (end == std::string_view::npos) return std::nullopt;
    }
    end = std::min(end, line.size());
    ++cells.count;
    cells.all_quoted = cells.all_quoted && quoted;
    cells.all_names = cells.all_names && is_column_name(line.substr(begin, end - begin));
    at = quoted ? end + 1 : end;
    if (at >= line.size()) return cells;
    if (line[at] != separator) return std::nullopt;
    ++at;
  }
}

/// How many separators the row that begins `text` has. Nothing where the row does not end in it.
std::optional<std::size_t> separators_of_row(std::string_view text, char separator) {
  std::size_t count = 0;
  bool quoted = false;
  for (char c : text) {
    quoted = quoted != (c == '"');
    if (quoted) continue;
    if (c == separator) ++count;
    if (c == '\n' || c == '\r') return count;
  }
  return std::nullopt;
}

}  // namespace

std::string_view type_name_of(std::string_view line) {
  std::string_view name = trim(line.substr(kTypeLine.size()));
  while (name.ends_with('"') || name.ends_with(',') || name.ends_with(';')) name.remove_suffix(1);
  while (name.starts_with('"')) name.remove_prefix(1);
  return name;
}

CsvStart csv_start(std::string_view text) { return first_lines(text).start; }

bool claims_csv(std::string_view head) {
  const FirstLines lines = first_lines(head);
  if (lines.header.empty()) return false;
  if (lines.typed || lines.separated) return true;
  const char separator = lines.start.separator;
  const std::optional<LineCells> cells = cells_of(lines.header, separator);
  if (!cells || !cells->all_names) return false;
  const std::string_view rest =
      head.substr(skip_line_break(head, lines.start.header + lines.header.size()));
  if (cells->count == 1) return cells->all_quoted && rest.starts_with('"');
  if (cells->all_quoted || lines.header.starts_with("DN,")) return true;
  // Names without quotes may be any words: the next row has as many cells.
  if (rest.empty()) return false;
  const std::optional<std::size_t> separators = separators_of_row(rest, separator);
  if (!separators || *separators + 1 == cells->count) return true;
  // A cell of the row may hold the separator and want the quotes around it, which the reader says.
  constexpr std::size_t kManyColumns = 3;
  const bool words = lines.header.find(' ') == std::string_view::npos;
  return words && cells->count >= kManyColumns && *separators + 1 > cells->count;
}

}  // namespace connlint
