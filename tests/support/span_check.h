// Checks that what a format hands over has its place in the file. For tests and fuzz targets.
#pragma once

#include <string>
#include <string_view>

#include "linter/formats/record.h"
#include "linter/source/source_store.h"

namespace connlint {

/// Finds places outside of the file, and texts that are said to stand at a place and do not.
class SpanCheck {
 public:
  explicit SpanCheck(const SourceFile& file) : file_(file) {}
  explicit SpanCheck(const SourceFile&& file) = delete;

  /// What is wrong with the record's places, empty where nothing is.
  std::string fault_of(const Record& record) {
    fault_.clear();
    check(record);
    return fault_;
  }

  /// What is wrong with the note's place, empty where nothing is.
  std::string fault_of(const Note& note) {
    fault_.clear();
    if (note.message.empty()) fault_ = "a note says nothing";
    if (note.located) check(note.where, "note");
    return fault_;
  }

 private:
  void check(Span where, std::string_view what) {
    if (where.file == file_.id && where.begin <= file_.text.size() &&
        where.length <= file_.text.size() - where.begin) {
      return;
    }
    fault_ = "outside of the file: " + std::string(what);
  }

  void check(const Text& text, std::string_view what) {
    // A text that the file does not state (no label, no container) has no place.
    if (text.value.empty() && text.where == Span{}) return;
    check(text.where, what);
    if (!fault_.empty() || !text.verbatim) return;
    const std::string_view there =
        std::string_view(file_.text).substr(text.where.begin, text.where.length);
    if (there != text.value) fault_ = "not verbatim: " + std::string(what);
  }

  void check(const Value& value) {
    check(value.text, "value");
    for (const Value& item : value.items) check(item);
    if (value.record != nullptr) check(*value.record);
  }

  void check(const Record& record) {
    check(record.where, "record");
    check(record.container, "container");
    check(record.label, "label");
    for (const Text& type : record.types) check(type, "type");
    for (const Field& field : record.fields) {
      check(field.name, field.name.value);
      check(field.value);
    }
  }

  const SourceFile& file_;
  std::string fault_;
};

}  // namespace connlint
