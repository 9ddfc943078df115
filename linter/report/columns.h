// How wide text is in a terminal.
#pragma once

#include <cstddef>
#include <string_view>

namespace connlint {

/// How many columns a printable character takes: two for East Asian scripts and for pictures, none
/// for marks that combine with the character before, else one.
std::size_t columns_of(char32_t c);

/// How many columns `text` takes, which holds no control characters (see `escaped`).
std::size_t columns_of(std::string_view text);

}  // namespace connlint
