// Lists that a file holds as one text, as scripts, csvde and PowerShell itself join them.
// Knows the shapes of items, not what they are for.
#pragma once

#include <cstdint>
#include <vector>

#include "linter/formats/arena.h"
#include "linter/formats/record.h"

namespace connlint {

/// What the items look like, which tells where a separator can be a part of one.
enum class ListItems : std::uint8_t {
  /// `[Local:][type:]space[;cost]` (New-SendConnector): `;` stands within items, in X.400 values
  /// more than once; blanks and commas may.
  address_spaces,
  /// Servers, hosts, domains, flags: neither blanks nor commas nor semicolons within an item.
  /// Distinguished and canonical names, which have some of them, are recognised.
  words,
  /// Names for people: blanks stand within items, commas may.
  names,
};

/// Who joined the list.
enum class ListJoiner : std::uint8_t {
  people,  ///< Scripts and PowerShell: any separator.
  csvde,   ///< Always `;`; a `;` within a value is said to be written `\;`.
};

/// A text taken apart into the items that were joined in it.
struct JoinedList {
  /// Without blanks around; empty ones are left out.
  std::vector<Text> items;
  /// What stood between the items: line feed, `|`, `;`, `,` or blank; NUL where there is only one.
  char separator = '\0';
  /// Whether the text could be cut in another way too; `items` is the likelier one.
  bool ambiguous = false;
  /// Whether the list was cut off (`...`), so that `items` are only the first ones.
  bool truncated = false;

  /// The items as values.
  [[nodiscard]] std::vector<Value> values() const;

  /// What was lost of the list, as a value says it.
  [[nodiscard]] Loss loss() const {
    return truncated ? Loss::truncated : ambiguous ? Loss::ambiguous : Loss::none;
  }
};

/// Cuts a text into the items that were joined in it. Braces around the whole, as Format-List
/// writes them, are left off. Texts that are not in the file (`\;` undone) are made in `arena`.
JoinedList cut_joined_list(const Text& text, ListItems items, ListJoiner joiner, Arena& arena);

}  // namespace connlint
