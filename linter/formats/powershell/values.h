// Values of a script as far as its text alone tells them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/formats/record.h"

namespace connlint {

/// Hashtables with more keys are no sets of arguments.
inline constexpr std::size_t kMostScriptKeys = 1000;

/// Whether `word` is one of `words`, without regard to case.
bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words);

/// Whether a method leaves what it is called on as it is.
bool leaves_as_is(std::string_view method);

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

/// Joins texts. What is appended to a text that was joined before is written behind it, so that a
/// text that grows piece by piece costs no more than its length.
class TextJoiner {
 public:
  /// `budget` is the number of bytes that may be written altogether.
  explicit TextJoiner(std::size_t budget) : budget_(budget) {}
  /// `left` with `right` behind it, which lives as long as the joiner; nothing where the budget is
  /// used up.
  std::optional<std::string_view> join(std::string_view left, std::string_view right);

 private:
  std::size_t budget_;
  std::deque<std::string> blocks_;
  std::unordered_map<const char*, std::string*> by_begin_;
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
  /// Of an unresolved value: the command such as `Get-X` whose output it is, with its arguments
  /// as `items` under `keys`; else empty.
  Text command = {};
  /// Of an unresolved text: some of its parts are known. Of an output: some of the objects, which
  /// only a run tells.
  bool in_part = false;
  /// Whether a list has room for more (`.Add`), unlike an array.
  bool grows = false;

  [[nodiscard]] bool known() const { return kind != ScriptValueKind::unresolved; }
  /// The value under a key without regard to case, or null.
  [[nodiscard]] const ScriptValue* find(std::string_view key) const;
  [[nodiscard]] ScriptValue* find(std::string_view key);
};

/// How many values `value` consists of, itself among them.
std::size_t weight_of(const ScriptValue& value);

/// The text that PowerShell makes of a scalar: nothing for null; no text for lists, hashtables and
/// what is unresolved.
std::optional<std::string_view> script_text(const ScriptValue& value);

/// What `left + right` gives, unresolved at the place of `where` where that is not certain: texts
/// are joined, lists grow, whole numbers are added, hashtables are merged.
ScriptValue add_values(ScriptValue left, ScriptValue right, const Text& where, TextJoiner& texts);

/// Whether both are known and equal, as far as they hold known values.
bool equal_values(const ScriptValue& a, const ScriptValue& b);

/// What is certain where a value is `a` or `b`: itself where they are equal; a hashtable whose
/// values are certain only where both have them; else unresolved at the place of `a`.
ScriptValue common_value(ScriptValue a, const ScriptValue& b);

/// `value` converted to a type such as `string[]`, unresolved where that is not certain.
ScriptValue cast_value(ScriptValue value, std::string_view type, const Text& where);

/// Whether a condition holds, or nothing where that is not certain.
std::optional<bool> truth_of(const ScriptValue& value);

}  // namespace connlint
