// Records made by hand, as a format would hand them over: with a source text in which every name
// and value has its place.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "linter/formats/arena.h"
#include "linter/formats/record.h"
#include "linter/source/source_store.h"

namespace connlint::test {

struct FieldDraft;

/// A value to be. Made by the functions below.
struct ValueDraft {
  ValueKind kind = ValueKind::null;
  Loss loss = Loss::none;
  std::string text;
  std::vector<ValueDraft> items;
  std::vector<FieldDraft> fields;
  std::vector<std::string> types;
};

struct FieldDraft {
  std::string name;
  ValueDraft value;
};

/// A record to be; the types most specific first.
struct RecordDraft {
  std::string container;
  std::vector<std::string> types;
  std::string label;
  std::vector<FieldDraft> fields;
};

ValueDraft text(std::string value);
ValueDraft null();
ValueDraft list(std::vector<ValueDraft> items);
ValueDraft texts(const std::vector<std::string>& items);
/// A nested object; `shown` is its display text, empty where it has none.
ValueDraft object(std::string shown, std::vector<FieldDraft> fields);
/// A value that was lost on the way, with what stands there instead.
ValueDraft lost(Loss loss, std::string instead = "");

/// A file of such records. Reading it into a sink hands over views that live during the call.
class RecordFile {
 public:
  explicit RecordFile(std::vector<RecordDraft> records);

  [[nodiscard]] const SourceFile& source() const { return source_; }
  void read(RecordSink& sink);

 private:
  struct Place {
    std::size_t begin = 0;
    std::size_t length = 0;
  };

  void write(const std::string& text);
  void write_value(const ValueDraft& draft);
  void write_fields(const std::vector<FieldDraft>& fields);
  Text next_text();
  Value make_value(const ValueDraft& draft);
  Record make_record(const std::vector<std::string>& types, const std::vector<FieldDraft>& fields);

  std::vector<RecordDraft> drafts_;
  SourceFile source_;
  /// The places of all texts in the order in which they were written.
  std::vector<Place> places_;
  std::size_t next_ = 0;
  Arena arena_;
};

}  // namespace connlint::test
