// Joined address spaces: which of the semicolons, commas and blanks stand between two of them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace connlint {

/// The bytes [begin, end) of a text.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A text of joined address spaces, cut.
struct SpaceCut {
  std::vector<Piece> pieces;
  /// What stands between the first two; NUL where there is only one.
  char separator = '\0';
  /// Whether another way to cut it is as possible.
  bool ambiguous = false;
  /// Whether an item of another type than SMTP holds a `;` that is not the one before its cost.
  bool has_inner_semicolon = false;
};

/// Cuts `text` where a new `type:` begins, and in SMTP spaces also where another domain does. What
/// looks like a part of an X.400 address (`p=Contoso`) or like a cost belongs to the space before
/// it. A list is ambiguous where spaces are joined with `;` and one holds more semicolons than
/// the one before its cost, or where a domain without type follows a space of another type.
SpaceCut cut_joined_spaces(std::string_view text);

}  // namespace connlint
