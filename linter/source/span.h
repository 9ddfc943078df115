// Where a text stands: a file, an offset, a length. Knows nothing of what the text means.
#pragma once

#include <compare>
#include <cstdint>

namespace connlint {

/// A file of a `SourceStore`, by its index there.
enum class FileId : std::uint32_t {};

/// A range of bytes of a file's UTF-8 text.
struct Span {
  FileId file{};
  std::uint32_t begin = 0;
  std::uint32_t length = 0;

  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the comparison for a null pointer.
  friend auto operator<=>(const Span&, const Span&) = default;
};

/// The part of `whole` that begins `offset` bytes after its begin.
constexpr Span part_of(Span whole, std::size_t offset, std::size_t length) {
  return {whole.file, whole.begin + static_cast<std::uint32_t>(offset),
          static_cast<std::uint32_t>(length)};
}

/// A place for people: both count from 1, columns in code points.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend auto operator<=>(const Position&, const Position&) = default;
};

}  // namespace connlint
