// What an error about an unknown word says. Knows nothing of what the words mean.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace connlint {

/// `unknown profile 'securty': did you mean 'security'?`; where no known word is near, what is
/// expected: `unknown profile 'x': expected one of recommended, security`, or `otherwise` where it
/// is given (for long lists).
std::string unknown_word(std::string_view what, std::string_view word,
                         std::span<const std::string_view> known, std::string_view otherwise = {});

/// `a, b, c`.
std::string list_of(std::span<const std::string_view> words);

}  // namespace connlint
