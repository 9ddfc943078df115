// Texts of PowerShell's serialization format: what is escaped in them.
#pragma once

#include <string_view>

#include "linter/formats/arena.h"
#include "linter/formats/record.h"

namespace connlint {

/// Whether there is something in `text` that begins as an escape does.
inline bool may_be_escaped(const Text& text) {
  return text.value.find('_') != std::string_view::npos;
}

/// `text` with `_xHHHH_` replaced by the UTF-16 code unit HHHH, pairs of surrogates together, a
/// lone one by U+FFFD (MS-PSRP 2.2.5.3.2). The same text where nothing is escaped.
Text unescape_clixml(const Text& text, Arena& arena);

/// The character that the element `C` states as the number of a UTF-16 code unit; the number itself
/// where it is none.
Text character_of_clixml(const Text& number, Arena& arena);

}  // namespace connlint
