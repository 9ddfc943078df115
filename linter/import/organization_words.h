// The closed sets of words in an organisation file.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "linter/model/property.h"

namespace connlint {

/// The words that a property of type `word` or `words` may have, as the file writes them; empty for
/// other properties.
std::vector<std::string_view> words_of(Property property);

/// The word as the file writes it that `text` means, without regard to case, or nothing.
std::optional<std::string_view> known_word(Property property, std::string_view text);

}  // namespace connlint
