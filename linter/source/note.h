// What a reader has to say about a file, apart from its content.
#pragma once

#include <string>

#include "linter/source/span.h"

namespace connlint {

/// What happened to a part of the input.
enum class NoteKind {
  unreadable,  ///< An input error: damaged, of the wrong type or refused. Exit status 2.
  ignored,     ///< Understood and left out on purpose.
  suspicious,  ///< Read, but likely not what its writer meant.
};

/// A remark about the input: what was expected there and what to do, as a sentence without final
/// stop. It names values, never files or lines.
struct Note {
  NoteKind kind = NoteKind::ignored;
  std::string message;
  Span where{};
  /// False where the remark is about the file as a whole; then only `where.file` counts.
  bool located = true;
};

}  // namespace connlint
