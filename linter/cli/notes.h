// Remarks about the inputs on standard error.
#pragma once

#include <span>

#include "linter/cli/environment.h"
#include "linter/source/note.h"
#include "linter/source/source_store.h"

namespace connlint {

enum class NoteFilter { all, errors };

/// Prints notes as `FILE:LINE:COLUMN: error: TEXT` or `... note: TEXT`.
void print_notes(std::span<const Note> notes, const SourceStore& sources, NoteFilter filter,
                 const Environment& environment);

}  // namespace connlint
