#include "linter/support/utf.h"

#include <array>
#include <cstring>

#include "linter/support/characters.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// The length of the valid UTF-8 sequence at `at`, or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at);
  if (lead < 0x80) return 1;
  std::size_t length = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  if (at + length > text.size()) return 0;
  if (byte_at(text, at + 1) < low || byte_at(text, at + 1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if (!continues_character(text[at + i])) return 0;
  }
  return length;
}

/// What the bytes 0x80 to 0x9F mean in Windows-1252; 0 where nothing.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

Decoded from_windows1252(std::string_view bytes) {
  Decoded out{.text = {}, .encoding = Encoding::windows1252, .replaced = false};
  out.text.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned char byte = byte_at(bytes, i);
    char32_t code = byte;
    if (byte >= 0x80 && byte < 0xA0) {
      code = kWindows1252[byte - 0x80U];
      if (code == 0) {
        code = kReplacement;
        out.replaced = true;
      }
    }
    append_utf8(out.text, code);
  }
  return out;
}

Decoded from_utf16(std::string_view bytes, bool little) {
  Decoded out{.text = {},
              .encoding = little ? Encoding::utf16le : Encoding::utf16be,
              .replaced = bytes.size() % 2 != 0};
  out.text.reserve(bytes.size() / 2 + bytes.size() / 16);
  const auto unit = [&](std::size_t at) {
    const unsigned first = byte_at(bytes, at);
    const unsigned second = byte_at(bytes, at + 1);
    return little ? first | (second << 8U) : second | (first << 8U);
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t code = unit(i);
    if (code >= 0xD800 && code <= 0xDFFF) {
      const bool paired =
          code < 0xDC00 && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) <= 0xDFFF;
      if (paired) {
        code = 0x10000 + ((code - 0xD800) << 10U) + (unit(i + 2) - 0xDC00);
        i += 2;
      } else {
        code = kReplacement;
        out.replaced = true;
      }
    }
    append_utf8(out.text, code);
  }
  if (bytes.size() % 2 != 0) append_utf8(out.text, kReplacement);
  return out;
}

Decoded from_utf8(std::string bytes) {
  std::size_t bad = first_invalid_utf8(bytes);
  if (bad == std::string::npos) return {.text = std::move(bytes), .encoding = Encoding::utf8};
  Decoded out{.text = {}, .encoding = Encoding::utf8, .replaced = true};
  out.text.reserve(bytes.size() + 16);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0) {
      append_utf8(out.text, kReplacement);
      ++at;
    } else {
      out.text.append(bytes, at, length);
      at += length;
    }
  }
  return out;
}

/// Whether the beginning looks like UTF-16 text of mostly Latin letters: zeros at every other byte.
bool zeros_at(std::string_view bytes, std::size_t first) {
  constexpr std::size_t kLookedAt = 64;
  const std::size_t end = std::min(bytes.size() & ~std::size_t{1}, kLookedAt);
  if (end < 4) return false;
  std::size_t zeros = 0;
  for (std::size_t i = first; i < end; i += 2) zeros += bytes[i] == '\0' ? 1 : 0;
  for (std::size_t i = 1 - first; i < end; i += 2) {
    if (bytes[i] == '\0') return false;
  }
  return zeros * 10 >= (end / 2) * 7;
}

}  // namespace

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8: return "utf-8";
    case Encoding::utf16le: return "utf-16le";
    case Encoding::utf16be: return "utf-16be";
    case Encoding::windows1252: return "windows-1252";
  }
  return {};
}

std::optional<Encoding> encoding_named(std::string_view name) {
  for (Encoding encoding :
       {Encoding::utf8, Encoding::utf16le, Encoding::utf16be, Encoding::windows1252}) {
    if (equals_ignoring_case(name, name_of(encoding))) return encoding;
  }
  return std::nullopt;
}

Encoding recognize_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return Encoding::utf8;
  if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16le;
  if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16be;
  if (zeros_at(bytes, 1)) return Encoding::utf16le;
  if (zeros_at(bytes, 0)) return Encoding::utf16be;
  return first_invalid_utf8(bytes) == std::string_view::npos ? Encoding::utf8
                                                             : Encoding::windows1252;
}

Decoded decode(std::string bytes, std::optional<Encoding> encoding) {
  const Encoding used = encoding ? *encoding : recognize_encoding(bytes);
  switch (used) {
    case Encoding::utf8:
      if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
      return from_utf8(std::move(bytes));
    case Encoding::utf16le:
    case Encoding::utf16be: {
      const bool little = used == Encoding::utf16le;
      std::string_view rest = bytes;
      if (rest.starts_with(little ? "\xFF\xFE" : "\xFE\xFF")) rest.remove_prefix(2);
      return from_utf16(rest, little);
    }
    case Encoding::windows1252: return from_windows1252(bytes);
  }
  return {};
}

std::size_t first_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    // Eight ASCII bytes at a time: exports are nearly all ASCII.
    if (at + 8 <= text.size()) {
      std::uint64_t block = 0;
      std::memcpy(&block, text.data() + at, 8);
      if ((block & 0x8080808080808080ULL) == 0) {
        at += 8;
        continue;
      }
    }
    const std::size_t length = sequence_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

void append_utf8(std::string& out, char32_t code_point) {
  char32_t code = code_point;
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = kReplacement;
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6U));
    put(0x80 | (code & 0x3FU));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12U));
    put(0x80 | ((code >> 6U) & 0x3FU));
    put(0x80 | (code & 0x3FU));
  } else {
    put(0xF0 | (code >> 18U));
    put(0x80 | ((code >> 12U) & 0x3FU));
    put(0x80 | ((code >> 6U) & 0x3FU));
    put(0x80 | (code & 0x3FU));
  }
}

}  // namespace connlint
