// How a CSV file begins: type line, separator, names of columns.
#pragma once

#include <cstddef>
#include <string_view>

#include "linter/source/span.h"

namespace connlint {

/// Columns that a table may have. csvde of a whole schema has some thousand.
inline constexpr std::size_t kMostColumns = 16384;

/// What Windows PowerShell writes before the columns: `#TYPE Selected.Microsoft.Exchange...`.
inline constexpr std::string_view kTypeLine = "#TYPE ";

/// The name in a type line. A view into `line`; some versions write it in quotes.
std::string_view type_name_of(std::string_view line);

/// The beginning of a table.
struct CsvStart {
  char separator = ',';
  /// The `#TYPE` line; of length 0 where there is none. Its file is not set.
  Span type{};
  /// Where the names of the columns begin.
  std::size_t header = 0;
};

/// Finds the beginning of a table: blank lines, a `#TYPE` line and Excel's `sep=;` may precede it.
/// The separator is the one of comma, semicolon and tab that occurs most often outside of quotes in
/// the line of names, unless `sep=` states another character.
CsvStart csv_start(std::string_view text);

}  // namespace connlint
