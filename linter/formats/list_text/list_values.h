// Values of list text: what Format-List wrapped, put together again.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "linter/formats/arena.h"
#include "linter/formats/record.h"
#include "linter/source/source_store.h"

namespace connlint {

/// What one line holds of a value.
struct ListPiece {
  /// A view into the file.
  std::string_view text;
  /// The length of the whole line in characters, with blanks at its end that belong to the value.
  std::size_t line_length = 0;
};

/// The piece of a value that stands in `line` from the byte `column` on. Blanks that a console pads
/// its lines with are no part of it.
ListPiece list_piece(std::string_view line, std::size_t column);

/// The value that the pieces make. `width` is the length of the longest line of the file, at which
/// a console breaks lines: a full line goes on in the next one without anything between; a shorter
/// one was broken at a blank, where the next word did not fit, or is followed by a line break.
Value list_value(const SourceFile& file, std::span<const ListPiece> pieces, std::size_t width,
                 Arena& arena);

}  // namespace connlint
