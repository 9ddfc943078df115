#include "linter/support/suggestion.h"

#include <fmt/format.h>

#include "linter/support/text.h"

namespace connlint {

std::string list_of(std::span<const std::string_view> words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string unknown_word(std::string_view what, std::string_view word,
                         std::span<const std::string_view> known, std::string_view otherwise) {
  if (const auto near = nearest(word, known)) {
    return fmt::format("unknown {} '{}': did you mean '{}'?", what, word, *near);
  }
  if (!otherwise.empty()) return fmt::format("unknown {} '{}': {}", what, word, otherwise);
  return fmt::format("unknown {} '{}': expected one of {}", what, word, list_of(known));
}

}  // namespace connlint
