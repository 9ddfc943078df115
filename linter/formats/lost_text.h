// Texts that stand in a file in place of the values that PowerShell should have written there.
#pragma once

#include <string_view>

#include "linter/formats/record.h"

namespace connlint {

/// Whether `text` is the name of a .NET type, which PowerShell writes for an object or a list that
/// it does not write out: `System.Object[]`, `System.Management.Automation.PSCredential`,
/// ``Microsoft.Exchange.Data.MultiValuedProperty`1[Microsoft.Exchange.Data.AddressSpace]``.
bool is_net_type_name(std::string_view text);

/// Whether `text` is a list that PowerShell cut (`$FormatEnumerationLimit`): `{a, b, c, d...}` with
/// braces, or with a separator before the dots (`a;b;...`). Windows PowerShell writes three dots,
/// PowerShell 7 the character U+2026. Dots at the end of prose are none.
bool is_cut_list(std::string_view text);

/// `text` without the dots of a cut list at its end and the blanks before them; `text` itself where
/// it has none.
std::string_view without_dots(std::string_view text);

/// How the value of that text was lost, as far as the text alone tells. Fast for texts that are
/// values.
inline Loss loss_of_text(std::string_view text) {
  if (text.empty()) return Loss::none;
  const char first = text.front();
  const char last = text.back();
  if ((first == 'S' || first == 'M') && is_net_type_name(text)) return Loss::type_name;
  // The last byte of a dot, of a brace, of U+2026 in UTF-8.
  if ((last == '.' || last == '}' || last == '\xA6') && is_cut_list(text)) return Loss::truncated;
  return Loss::none;
}

}  // namespace connlint
