// Notes of a reader, of which a file that is damaged throughout may ask for millions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "linter/formats/record.h"

namespace connlint {

/// `text` in single quotes for a message; of a long one the beginning alone (see `shortened`).
std::string quoted_for_note(std::string_view text);

/// Hands the first notes on to a sink and counts the others.
class BoundedNotes {
 public:
  explicit BoundedNotes(RecordSink& sink) : sink_(sink) {}
  BoundedNotes(const BoundedNotes&) = delete;
  BoundedNotes& operator=(const BoundedNotes&) = delete;
  ~BoundedNotes() = default;

  void add(NoteKind kind, Span where, std::string message);
  /// Says how many notes were left out, where some were. To be called once, at the end of the file.
  void finish();

 private:
  static constexpr std::size_t kMost = 100;

  RecordSink& sink_;
  std::size_t count_ = 0;
  Note first_left_out_;
};

}  // namespace connlint
