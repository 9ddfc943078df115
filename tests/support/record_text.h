// Records as text, for tests of formats: what a reader hands over, in one canonical form.
#pragma once

#include <string>
#include <string_view>

#include "linter/formats/record.h"
#include "linter/source/source_store.h"

namespace connlint {

/// Whether the places of names and values are written, as `@LINE:COLUMN-LINE:COLUMN`; an `=` behind
/// it says that the file holds the text byte for byte there.
enum class Places { hidden, shown };

/// Writes what it is given, in order, one line for a record, a field or a note:
///
///     record in connectors <Type, Base> "label"
///       Name: "Fax"
///       Fqdn: null
///       SmartHosts: ["[192.0.2.20]", null]
///       Joined: list "a;b" ["a", "b"]
///       ConnectionInactivityTimeOut: <EnhancedTimeSpan> "00:10:00" {Days: "0", Hours: "0"}
///       AddressSpaces: ["SMTP:*;1"] lost=truncated
///       Port: "25" quoted
///     unreadable: message @3:7-3:9
///
/// Control characters, quotes and backslashes in texts are written `\n`, `\r`, `\t`, `\"`, `\\` and
/// `\u{1B}`. Also checks every span: one that is outside of the file, or whose text is not there
/// although it is said to be, gives a line that begins with `FAULT`.
class RecordWriter : public RecordSink {
 public:
  explicit RecordWriter(const SourceStore& store, Places places = Places::hidden)
      : store_(store), places_(places) {}
  explicit RecordWriter(const SourceStore&& store, Places places = Places::hidden) = delete;

  void record(const Record& record) override;
  void note(Note note) override;

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void append_place(Span where);
  void append_place(const Text& text);
  void append_fields(const Record& record);
  void append(const Value& value);

  const SourceStore& store_;
  Places places_;
  std::string text_;
};

/// `value` in quotes, as `RecordWriter` writes it.
std::string quoted_text(std::string_view value);

/// What `read` makes of a file of these bytes.
std::string read_as_text(void (*read)(const SourceFile&, RecordSink&), std::string bytes,
                         Places places = Places::hidden);

/// The bytes of a file, by its path from the root of the source tree or an absolute one. A test
/// failure and empty where it cannot be read.
std::string bytes_of(const std::string& path);

}  // namespace connlint
