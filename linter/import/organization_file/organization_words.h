// The closed sets of words in an organisation file: its keys, and the values of some of them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "linter/model/property.h"

namespace connlint {

/// The key of a file that says whether its connectors are those of every kind.
inline constexpr std::string_view kAllConnectorKinds = "all_connector_kinds";

/// The keys of the file itself, lists of objects among them.
std::vector<std::string_view> root_keys();
/// The kind of object whose list has that key (`connectors`), or nothing.
std::optional<ObjectKind> kind_of_list(std::string_view key);
/// The keys of an object.
std::vector<std::string_view> keys_of(ObjectKind kind);

/// The words that a property of type `word` or `words` may have, as the file writes them; empty for
/// other properties.
std::vector<std::string_view> words_of(Property property);

/// The word as the file writes it that `text` means, without regard to case, or nothing.
std::optional<std::string_view> known_word(Property property, std::string_view text);

}  // namespace connlint
