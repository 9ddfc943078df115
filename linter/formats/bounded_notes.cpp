#include "linter/formats/bounded_notes.h"

#include <utility>

#include <fmt/format.h>

#include "linter/support/characters.h"

namespace connlint {

std::string quoted_for_note(std::string_view text) { return fmt::format("'{}'", shortened(text)); }

void BoundedNotes::add(NoteKind kind, Span where, std::string message) {
  ++count_;
  Note note{.kind = kind, .message = std::move(message), .where = where};
  if (count_ <= kMost) {
    sink_.note(std::move(note));
  } else if (count_ == kMost + 1 || kind == NoteKind::unreadable) {
    // An error among the notes that are left out must still count as one.
    if (count_ == kMost + 1 || first_left_out_.kind != NoteKind::unreadable) {
      first_left_out_ = std::move(note);
    }
  }
}

void BoundedNotes::finish() {
  if (count_ <= kMost) return;
  first_left_out_.message =
      fmt::format("{} more remarks about this file are left out, beginning here: {}",
                  count_ - kMost, first_left_out_.message);
  sink_.note(std::move(first_left_out_));
}

}  // namespace connlint
