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

constexpr std::array<std::string_view, 5> kMultipliers = {"kb", "mb", "gb", "tb", "pb"};
/// The suffixes of types, the longer ones first.
constexpr std::array<std::string_view, 9> kTypes = {"ul", "us", "uy", "l", "d", "u", "s", "y", "n"};

/// A literal cut into its parts.
struct Literal {
  int base = 10;
  std::string_view digits;  ///< With decimal point and exponent, without prefix.
  std::string_view type;
  double factor = 1;
  std::size_t length = 0;  ///< Of the whole; 0 where there is none.
};

std::size_t count_digits(std::string_view text, int base) {
  std::size_t count = 0;
  while (count < text.size()) {
    const char c = to_lower(text[count]);
    const bool digit = base == 2 ? c == '0' || c == '1' : is_digit(c);
    if (!digit && (base != 16 || c < 'a' || c > 'f')) break;
    ++count;
  }
  return count;
}

/// The length of `12`, `1.5`, `.5`, `1.`, each with an exponent or without.
std::size_t decimal_length(std::string_view text) {
  std::size_t length = count_digits(text, 10);
  if (length < text.size() && text[length] == '.') {
    const std::size_t decimals = count_digits(text.substr(length + 1), 10);
    const char next = length + 1 < text.size() ? text[length + 1] : ' ';
    // `1..5` is a range, `1.ToString()` a member.
    const bool ends = length > 0 && next != '.' && next != '_' && !is_letter(next);
    if (decimals == 0 && !ends) return length;
    length += 1 + decimals;
  }
  if (length == 0 || length >= text.size() || to_lower(text[length]) != 'e') return length;
  std::size_t exponent = length + 1;
  if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
  const std::size_t digits = count_digits(text.substr(exponent), 10);
  return digits == 0 ? length : exponent + digits;
}

Literal literal_at(std::string_view text) {
  Literal found;
  std::size_t prefix = 0;
  for (const auto& [word, base] : {std::pair<std::string_view, int>{"0x", 16}, {"0b", 2}}) {
    if (!starts_with_ignoring_case(text, word)) continue;
    const std::size_t count = count_digits(text.substr(2), base);
    if (count == 0) continue;
    found.base = base;
    found.digits = text.substr(2, count);
    prefix = 2;
  }
  if (prefix == 0) found.digits = text.substr(0, decimal_length(text));
  if (found.digits.empty()) return {};
  std::size_t end = prefix + found.digits.size();
  for (std::string_view type : kTypes) {
    if (!starts_with_ignoring_case(text.substr(end), type)) continue;
    found.type = type;
    end += type.size();
    break;
  }
  double factor = 1;
  for (std::string_view word : kMultipliers) {
    factor *= 1024;
    if (!starts_with_ignoring_case(text.substr(end), word)) continue;
    found.factor = factor;
    end += word.size();
    break;
  }
  found.length = end;
  return found;
}

/// The bits of a number in base 16 or 2. Without a type for numbers without a sign, the highest of
/// 32 or 64 bits is the sign: `0xFFFFFFFF` is -1.
std::optional<std::int64_t> signed_bits(const Literal& literal) {
  std::uint64_t bits = 0;
  const char* end = literal.digits.data() + literal.digits.size();
  const auto [stop, error] = std::from_chars(literal.digits.data(), end, bits, literal.base);
  if (error != std::errc() || stop != end) return std::nullopt;
  const std::size_t width = literal.digits.size() * (literal.base == 16 ? 4 : 1);
  const bool is_unsigned = literal.type.starts_with('u') || literal.type == "n";
  if (is_unsigned) {
    if (bits > INT64_MAX) return std::nullopt;
    return static_cast<std::int64_t>(bits);
  }
  if (width == 32 && literal.type != "l") {
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(bits));
  }
  return static_cast<std::int64_t>(bits);
}

std::optional<double> decimal(std::string_view text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  const bool whole = stop == end || (stop + 1 == end && *stop == '.');
  if (error != std::errc() || !whole) return std::nullopt;
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

std::size_t script_number_length(std::string_view text) { return literal_at(text).length; }

std::optional<std::string> script_number(std::string_view text) {
  bool negative = false;
  if (text.starts_with('-') || text.starts_with('+')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  const Literal literal = literal_at(text);
  if (literal.length == 0 || literal.length != text.size()) return std::nullopt;
  if (literal.base != 10) {
    const std::optional<std::int64_t> bits = signed_bits(literal);
    if (!bits) return std::nullopt;
    const bool plain = literal.factor == 1 && !negative;
    if (plain) return std::to_string(*bits);
    return in_digits((negative ? -1.0 : 1.0) * static_cast<double>(*bits) * literal.factor);
  }
  const std::optional<double> value = decimal(literal.digits);
  if (!value) return std::nullopt;
  return in_digits((negative ? -*value : *value) * literal.factor);
}

}  // namespace connlint
