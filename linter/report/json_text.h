// JSON values as text, for every output in JSON.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace connlint {

/// `value` with an indentation of two, and a line feed at its end. Bytes that are not UTF-8 become
/// U+FFFD; control characters that JSON would let pass (C1, DEL, bidirectional controls) are
/// escaped as `\u....`, so that the values stay what they are and a terminal stays unharmed.
std::string json_text(const nlohmann::ordered_json& value);

}  // namespace connlint
