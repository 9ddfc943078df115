// Where the parts of a YAML text end, of which the parser tells only the beginning.
#pragma once

#include <cstddef>
#include <string_view>

namespace connlint {

/// The place of a scalar's content, without its quotes.
struct ScalarPlace {
  std::size_t begin = 0;
  std::size_t length = 0;
  /// Whether the text holds the decoded value byte for byte there.
  bool verbatim = false;
  /// Whether it is in quotes or block text, so that it is a text whatever it looks like.
  bool quoted = false;
  /// Where the scalar ends, behind its closing quote.
  std::size_t end = 0;
};

/// Where the content of a node begins whose anchor or tag may stand at `at`.
std::size_t after_properties(std::string_view text, std::size_t at);

/// The place of the scalar that begins at `at` (after its properties) and means `value`. `indent`
/// is the column of the block collection that holds it, or -1.
ScalarPlace place_of_scalar(std::string_view text, std::size_t at, std::string_view value,
                            int indent);

/// Where the alias or property word that begins at `at` ends.
std::size_t end_of_word(std::string_view text, std::size_t at);

/// Where the flow collection ends whose last part ends at or after `from`: behind its bracket.
std::size_t end_of_flow(std::string_view text, std::size_t from, char bracket);

/// How many bytes stand in the line before `at`.
int column_of(std::string_view text, std::size_t at);

/// The length of `~`, `null`, `Null` or `NULL` at `at`, or 0.
std::size_t null_word_at(std::string_view text, std::size_t at);

}  // namespace connlint
