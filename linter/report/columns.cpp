#include "linter/report/columns.h"

#include <algorithm>
#include <array>

#include "linter/support/characters.h"

namespace connlint {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};
/// Two columns in a terminal: East Asian scripts and symbols (Unicode, EastAsianWidth W and F).
constexpr std::array kWide = {
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0xA4CF},
    Range{0xA960, 0xA97C},   Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},
    Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},
    Range{0x1F300, 0x1F64F}, Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF},
    Range{0x20000, 0x3FFFD},
};
/// No column of their own: combining marks, joiners, variation selectors.
constexpr std::array kNarrow = {
    Range{0x0300, 0x036F}, Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF}, Range{0x200B, 0x200D},
    Range{0x20D0, 0x20FF}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF},
};

template <std::size_t size>
bool in(const std::array<Range, size>& ranges, char32_t c) {
  return std::ranges::any_of(ranges,
                             [&](Range range) { return c >= range.first && c <= range.last; });
}

}  // namespace

std::size_t columns_of(char32_t c) {
  if (in(kNarrow, c)) return 0;
  return in(kWide, c) ? 2 : 1;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    columns += columns_of(point.value);
    at += point.length;
  }
  return columns;
}

}  // namespace connlint
