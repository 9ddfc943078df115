#include "linter/formats/bounded_notes.h"

#include <utility>

namespace connlint {

std::string quoted_for_note(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  if (text.size() <= kLongest) return "'" + std::string(text) + "'";
  std::size_t end = kLongest;
  // Never in the middle of a character.
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return "'" + std::string(text.substr(0, end)) + "...'";
}

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
      std::to_string(count_ - kMost) +
      " more remarks about this file are left out, beginning here: " + first_left_out_.message;
  sink_.note(std::move(first_left_out_));
}

}  // namespace connlint
