// Values of a script as far as its text alone tells them.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/formats/arena.h"
#include "linter/formats/record.h"

namespace connlint {

/// Whether `word` is one of `words`, without regard to case.
bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words);

/// What is known of a value.
enum class ScriptValueKind : std::uint8_t {
  unresolved,  ///< Only a run tells; `text` is the source text.
  null,
  boolean,  ///< `text` is `True` or `False`.
  number,   ///< `text` is in digits, or the word of an argument.
  text,
  list,  ///< `items`.
  hash,  ///< `items` under `keys`.
};

/// A value. Its texts are views into the file or into the arena of texts.
struct ScriptValue {
  ScriptValueKind kind = ScriptValueKind::unresolved;
  /// The text of a scalar, and the place of every value.
  Text text;
  std::vector<ScriptValue> items;
  std::vector<Text> keys;
  /// Tells lists and hashtables apart, which variables share without copying; 0 for others.
  std::uint32_t identity = 0;

  [[nodiscard]] bool known() const { return kind != ScriptValueKind::unresolved; }
  /// The value under a key without regard to case, or null.
  [[nodiscard]] ScriptValue* find(std::string_view key);
};

/// How many values `value` consists of, itself among them.
std::size_t weight_of(const ScriptValue& value);

/// The text that PowerShell makes of a scalar: nothing for null; no text for lists, hashtables and
/// what is unresolved.
std::optional<std::string_view> script_text(const ScriptValue& value);

/// What `left + right` gives, unresolved at the place of `where` where that is not certain: texts
/// are joined, lists grow, whole numbers are added, hashtables are merged.
ScriptValue add_values(ScriptValue left, ScriptValue right, const Text& where, Arena& texts);

/// `value` converted to a type such as `string[]`, unresolved where that is not certain.
ScriptValue cast_value(ScriptValue value, std::string_view type, const Text& where);

/// Whether a condition holds, or nothing where that is not certain.
std::optional<bool> truth_of(const ScriptValue& value);

}  // namespace connlint
