// A document as text that people read and that is a valid input again.
// Knows nothing of organisations.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace connlint {

/// The document as YAML: a mapping whose members are scalars, lists of scalars, lists of flat
/// mappings and flat mappings. Texts are in quotes where another reader could take them for
/// something else, and signs that cannot be seen are escaped.
std::string to_yaml(const nlohmann::ordered_json& document);

/// The document as JSON. Signs that cannot be seen are escaped.
std::string to_json(const nlohmann::ordered_json& document);

/// `text` as a scalar of YAML, in quotes where it needs them.
std::string yaml_scalar(std::string_view text);

}  // namespace connlint
