// The lines of list text, which Format-List prints: what each of them is.
// Knows the layout; knows nothing of what the properties mean.
#pragma once

#include <cstddef>
#include <string_view>

namespace connlint {

/// What a line of list text is.
enum class ListLineKind {
  blank,
  property,  ///< `Name : value`
  prompt,    ///< `[PS] C:\>Get-SendConnector | fl`, `PS C:\>`, `>> `
  rule,      ///< `----   ----`: the line before it is the head of a table
  message,   ///< `WARNING: ...`, or an error of the shell
  other,     ///< The rest of a value, or something else.
};

/// A line of list text. Views into the text.
struct ListLine {
  ListLineKind kind = ListLineKind::other;
  std::string_view text;
  /// Of a property: its name, and the value without the blank before it.
  std::string_view name;
  std::string_view value;
  /// Of a property: at which byte of the line the value begins. Of others: at which the text does.
  std::size_t column = 0;
};

/// What the line is, judged by itself.
ListLine classify_list_line(std::string_view line);

}  // namespace connlint
