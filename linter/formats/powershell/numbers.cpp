#include "linter/formats/powershell/numbers.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "linter/support/text.h"

namespace connlint {
namespace {

/// Whole numbers up to here are exact as a double.
constexpr double kExact = 9007199254740992.0;

/// Takes `kb`, `mb`, ... from the end of `text`; their factor, 1 where there is none.
double take_multiplier(std::string_view& text) {
  constexpr std::array<std::string_view, 5> kWords = {"kb", "mb", "gb", "tb", "pb"};
  double factor = 1;
  for (std::string_view word : kWords) {
    factor *= 1024;
    if (!ends_with_ignoring_case(text, word)) continue;
    text.remove_suffix(word.size());
    return factor;
  }
  return 1;
}

/// Takes the suffix of a type (`l`, `d`, `u`, `ul`, ...) from the end of `text`.
void take_type(std::string_view& text) {
  constexpr std::array<std::string_view, 9> kWords = {"ul", "us", "uy", "l", "d",
                                                      "u",  "s",  "y",  "n"};
  for (std::string_view word : kWords) {
    if (!ends_with_ignoring_case(text, word)) continue;
    text.remove_suffix(word.size());
    return;
  }
}

/// A number in base 16 or 2 behind its prefix; PowerShell takes `0xFFFFFFFF` as -1, so that more
/// than 31 bits are no number here.
std::optional<double> whole_in_base(std::string_view digits, int base) {
  std::uint32_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, base);
  if (digits.empty() || error != std::errc() || stop != end || value > INT32_MAX) {
    return std::nullopt;
  }
  return value;
}

std::optional<double> decimal(std::string_view text) {
  if (text.empty()) return std::nullopt;
  bool digits = false;
  for (char c : text) {
    digits = digits || is_digit(c);
    if (!is_digit(c) && c != '.' && c != 'e' && c != 'E' && c != '+' && c != '-') {
      return std::nullopt;
    }
  }
  const bool starts = is_digit(text.front()) || text.front() == '.';
  if (!digits || !starts) return std::nullopt;
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

std::string in_digits(double value) {
  std::array<char, 64> buffer{};
  char* end = buffer.data() + buffer.size();
  const bool whole = std::nearbyint(value) == value && std::abs(value) < kExact;
  const auto result = whole ? std::to_chars(buffer.data(), end, static_cast<std::int64_t>(value))
                            : std::to_chars(buffer.data(), end, value);
  return {buffer.data(), result.ptr};
}

}  // namespace

std::optional<std::string> script_number(std::string_view text) {
  bool negative = false;
  if (text.starts_with('-') || text.starts_with('+')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  if (text.empty() || (!is_digit(text.front()) && text.front() != '.')) return std::nullopt;
  const double factor = take_multiplier(text);
  std::optional<double> value;
  if (starts_with_ignoring_case(text, "0x")) {
    value = whole_in_base(text.substr(2), 16);
  } else if (starts_with_ignoring_case(text, "0b")) {
    value = whole_in_base(text.substr(2), 2);
  } else {
    take_type(text);
    value = decimal(text);
  }
  if (!value) return std::nullopt;
  return in_digits((negative ? -*value : *value) * factor);
}

}  // namespace connlint
