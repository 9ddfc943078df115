// Reads the bytes of a fuzz target with one format and checks what it hands over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "linter/formats/format.h"
#include "tests/support/span_check.h"

namespace connlint {

/// Ends the program where a record or a note has a place outside of the file, or a text that is
/// said to stand at its place and does not.
class CheckingSink : public RecordSink {
 public:
  explicit CheckingSink(const SourceFile& file) : check_(file) {}
  explicit CheckingSink(const SourceFile&& file) = delete;

  void record(const Record& record) override { demand(check_.fault_of(record)); }
  void note(Note note) override { demand(check_.fault_of(note)); }

 private:
  static void demand(const std::string& fault) {
    if (fault.empty()) return;
    std::fputs((fault + "\n").c_str(), stderr);
    std::abort();
  }

  SpanCheck check_;
};

/// Asks whether the format claims the bytes, and reads them in any case.
inline void checked_read(bool (*claims)(std::string_view),
                         void (*read)(const SourceFile&, RecordSink&), const std::uint8_t* data,
                         std::size_t size) {
  SourceStore store;
  const SourceFile& file =
      store.add("input", std::string(reinterpret_cast<const char*>(data), size));
  static_cast<void>(claims(file.text));
  CheckingSink sink(file);
  read(file, sink);
}

}  // namespace connlint
