#include "linter/cli/notes.h"

#include <fmt/format.h>

namespace connlint {

void print_notes(std::span<const Note> notes, const SourceStore& sources, NoteFilter filter,
                 const Environment& environment) {
  for (const Note& note : notes) {
    const bool error = note.kind == NoteKind::unreadable;
    if (filter == NoteFilter::errors && !error) continue;
    std::string place = sources.file(note.where.file).name;
    if (note.located) {
      const Position begin = sources.begin(note.where);
      place += fmt::format(":{}:{}", begin.line, begin.column);
    }
    print_message(environment,
                  fmt::format("{}: {}: {}", place, error ? "error" : "note", note.message));
  }
}

}  // namespace connlint
