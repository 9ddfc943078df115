#include "linter/formats/base64.h"

#include <array>
#include <cstdint>

namespace connlint {
namespace {

/// No digit. It shares no bit with the digits, so that it shows when many are joined by `or`.
constexpr std::uint32_t kNone = 0xFF000000;

constexpr std::array<std::uint32_t, 256> make_digits() {
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::array<std::uint32_t, 256> digits{};
  for (std::uint32_t& digit : digits) digit = kNone;
  for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
    digits[static_cast<unsigned char>(kAlphabet[i])] = static_cast<std::uint32_t>(i);
  }
  return digits;
}
constexpr std::array<std::uint32_t, 256> kBase64Digits = make_digits();

std::uint32_t digit_of(char c) { return kBase64Digits[static_cast<unsigned char>(c)]; }

}  // namespace

bool decode_base64(std::string_view text, std::string& out) {
  if (text.size() % 4 != 0) return false;
  if (text.empty()) return true;
  const std::size_t before = out.size();
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  // The last group has its padding replaced, so that all groups are read alike.
  std::array<char, 4> last = {text[text.size() - 4], text[text.size() - 3], text[text.size() - 2],
                              text[text.size() - 1]};
  for (std::size_t i = 4 - padding; i < 4; ++i) last[i] = 'A';
  out.resize(before + text.size() / 4 * 3);
  char* to = out.data() + before;
  std::uint32_t seen = 0;
  for (std::size_t i = 0; i < text.size(); i += 4) {
    const char* group = i + 4 < text.size() ? text.data() + i : last.data();
    const std::uint32_t first = digit_of(group[0]);
    const std::uint32_t second = digit_of(group[1]);
    const std::uint32_t third = digit_of(group[2]);
    const std::uint32_t fourth = digit_of(group[3]);
    const std::uint32_t bits = first << 18U | second << 12U | third << 6U | fourth;
    seen |= first | second | third | fourth;
    *to++ = static_cast<char>(bits >> 16U & 0xFFU);
    *to++ = static_cast<char>(bits >> 8U & 0xFFU);
    *to++ = static_cast<char>(bits & 0xFFU);
  }
  const bool valid = (seen & kNone) == 0;
  out.resize(valid ? out.size() - padding : before);
  return valid;
}

}  // namespace connlint
