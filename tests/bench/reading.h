// What the benchmarks of the readers of formats share.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "linter/formats/record.h"
#include "linter/source/source_store.h"
#include "tests/bench/timing.h"

namespace connlint::bench {

/// Takes everything and keeps nothing.
class CountingSink : public RecordSink {
 public:
  void record(const Record& record) override { fields += record.fields.size(); }
  void note(Note /*note*/) override { ++notes; }
  std::size_t fields = 0;
  std::size_t notes = 0;
};

/// The best time of a reader over a file, and how many fields it hands over.
struct Reading {
  double seconds = 0;
  std::size_t fields = 0;
};

/// Reads the file `runs` times. Ends the program where the reader has something to remark: then it
/// did not read what the benchmark speaks of.
inline Reading best_reading(int runs, void (*read)(const SourceFile&, RecordSink&),
                            const SourceFile& file) {
  Reading reading;
  reading.seconds = best_seconds(runs, [&] {
    CountingSink sink;
    read(file, sink);
    reading.fields = sink.fields;
    if (sink.notes != 0) std::exit(EXIT_FAILURE);
  });
  return reading;
}

/// The size of the file's text in millions of bytes.
inline double megabytes_of(const SourceFile& file) {
  return static_cast<double>(file.text.size()) / 1e6;
}

/// A plain scan for line breaks with memchr, which the library writes for each processor.
inline std::size_t count_line_breaks(std::string_view text) {
  std::size_t count = 0;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (const void* found = std::memchr(at, '\n', static_cast<std::size_t>(end - at))) {
    at = static_cast<const char*>(found) + 1;
    ++count;
  }
  return count;
}

}  // namespace connlint::bench
