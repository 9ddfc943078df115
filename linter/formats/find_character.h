// Finds the next of a few characters, fast where it is near: between short pieces of text, calls of
// memchr cost more than they save.
#pragma once

#include <bit>
#include <cstddef>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace connlint {

/// The place of the first of `characters` in `text`, from `begin` on; the size of `text` where
/// there is none.
template <class... Characters>
std::size_t find_character(std::string_view text, std::size_t begin, Characters... characters) {
  std::size_t at = begin;
#ifdef __SSE2__
  // Sixteen characters at a time, which every x86-64 can.
  while (text.size() - at >= sizeof(__m128i)) {
    __m128i block;
    std::memcpy(&block, text.data() + at, sizeof(block));
    const __m128i found = (_mm_cmpeq_epi8(block, _mm_set1_epi8(characters)) | ...);
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(found));
    if (mask != 0) return at + static_cast<std::size_t>(std::countr_zero(mask));
    at += sizeof(block);
  }
#endif
  while (at < text.size() && ((text[at] != characters) && ...)) ++at;
  return at;
}

}  // namespace connlint
