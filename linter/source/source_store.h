// Owns the texts of all input files and turns spans into lines and columns.
// Knows nothing of formats.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/source/span.h"
#include "linter/support/utf.h"

namespace connlint {

/// One input file as UTF-8 text without byte order mark.
struct SourceFile {
  FileId id{};
  /// As the user named it, with forward slashes; `-` for standard input.
  std::string name;
  std::string text;
  Encoding encoding = Encoding::utf8;
  /// Whether bytes that meant nothing in `encoding` were replaced by U+FFFD.
  bool replaced = false;

  /// The span of the bytes [begin, begin + length).
  [[nodiscard]] Span span(std::size_t begin, std::size_t length) const {
    return {id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(length)};
  }
  /// The span of `piece`, which must be a view into `text`.
  [[nodiscard]] Span span_of(std::string_view piece) const {
    return span(static_cast<std::size_t>(piece.data() - text.data()), piece.size());
  }
};

/// All files of one organisation. Files never move once added. Line indexes are made on first use,
/// so that one store must not be asked from two threads at a time.
class SourceStore {
 public:
  /// Adds a file from its raw bytes (read as `encoding`, recognised where it is nothing).
  const SourceFile& add(std::string name, std::string bytes,
                        std::optional<Encoding> encoding = std::nullopt);

  [[nodiscard]] const SourceFile& file(FileId id) const;
  [[nodiscard]] const std::deque<SourceFile>& files() const { return files_; }

  /// The text that `span` covers; cut where the span goes past the end of the file.
  [[nodiscard]] std::string_view text(Span span) const;
  /// Where `span` begins.
  [[nodiscard]] Position begin(Span span) const;
  /// Where `span` ends: the place after its last character.
  [[nodiscard]] Position end(Span span) const;
  /// The line `number` (from 1) without its line break.
  [[nodiscard]] std::string_view line(FileId id, std::uint32_t number) const;

 private:
  [[nodiscard]] Position position(FileId id, std::size_t offset) const;
  [[nodiscard]] const std::vector<std::uint32_t>& line_starts(FileId id) const;

  std::deque<SourceFile> files_;
  mutable std::vector<std::vector<std::uint32_t>> line_starts_;
};

}  // namespace connlint
