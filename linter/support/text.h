// ASCII text: comparison without regard to case, trimming, cutting, nearest word.
// Locale is never consulted.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace connlint {

/// Whether `c` is a blank, a tab, a line feed, a carriage return, a form feed or a vertical tab.
constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr char to_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

/// `text` with its ASCII letters in lower case; other bytes stay.
std::string lower(std::string_view text);
/// `text` with its ASCII letters in upper case; other bytes stay.
std::string upper(std::string_view text);

/// The one comparison for names and address types: equal but for the case of ASCII letters.
bool equals_ignoring_case(std::string_view a, std::string_view b);
/// Orders like `lower(a) < lower(b)`, by bytes.
bool less_ignoring_case(std::string_view a, std::string_view b);
bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);
bool ends_with_ignoring_case(std::string_view text, std::string_view suffix);
/// Where `word` begins in `text` without regard to case, or npos.
std::size_t find_ignoring_case(std::string_view text, std::string_view word, std::size_t from = 0);

/// Comparator for ordered containers keyed by names.
struct LessIgnoringCase {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const { return less_ignoring_case(a, b); }
};

/// `text` without blanks (see `is_space`) at both ends. A view into `text`.
std::string_view trim(std::string_view text);

/// The pieces of `text` between occurrences of `separator`; one piece more than separators. Views.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The whole of `text` as a decimal integer (a leading `-` is accepted), or nothing where anything
/// else stands there or the number does not fit.
std::optional<std::int64_t> parse_integer(std::string_view text);

/// The word of `words` that is nearest to `word` (edits, without regard to case), where it is near
/// enough to be a misspelling (at most a third of the length, at most 3 edits); else nothing.
std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> words);

/// `pieces` joined by `separator`.
std::string join(std::span<const std::string> pieces, std::string_view separator);

}  // namespace connlint
