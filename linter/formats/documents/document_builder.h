// Turns the events of a tree-shaped format (YAML, JSON) into records.
// Knows the shape of documents, not their syntax.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "linter/formats/arena.h"
#include "linter/formats/documents/labelled_values.h"
#include "linter/formats/record.h"
#include "linter/source/source_store.h"

namespace connlint {

/// The two kinds of collection.
enum class Shape : std::uint8_t { mapping, list };

/// Takes the events of a file in its order and hands over records as soon as they are complete:
/// - the root is a mapping: each mapping in a list that is a member of it is a record with the
///   member's key as container; everything else together is one record without container, last;
/// - the root is a list: each mapping in it is a record.
/// A key that occurs twice counts once (the first value), what is nested too deep is left out, both
/// with a note. The number of notes is bounded.
class DocumentBuilder {
 public:
  DocumentBuilder(const SourceFile& file, RecordSink& sink)
      : file_(file), sink_(sink), labelled_(file.text) {}
  DocumentBuilder(const SourceFile&& file, RecordSink& sink) = delete;
  DocumentBuilder(const DocumentBuilder&) = delete;
  DocumentBuilder& operator=(const DocumentBuilder&) = delete;
  ~DocumentBuilder() = default;

  /// A file may hold several documents; each is read in turn.
  void begin_document();
  /// Hands over the record of the root mapping.
  void end_document();
  /// Ends a document in which damage was found: what is not complete is dropped.
  void abandon_document();
  /// Ends the file. Says so where it held nothing.
  void end_file();

  /// Whether the next text is a key of a mapping.
  [[nodiscard]] bool expects_key() const;
  /// Whether what comes is left out, so that its texts need not be made.
  [[nodiscard]] bool skips() const { return skipped_ > 0 || skip_value_; }
  /// Whether a document has begun and not ended, and collections in it are open.
  [[nodiscard]] bool is_open() const { return !frames_.empty(); }

  /// The key of the next value.
  void key(const Text& name);
  /// Leaves out the key that comes now and its value.
  void refuse_key(std::string message, Span where);
  /// A text or null. `label` is a number by which `repeat` can name the value again; 0: none.
  void scalar(const Value& value, std::size_t label = 0);
  /// The value of an earlier label, written as `name` at `where`.
  void repeat(std::size_t label, std::string_view name, Span where);
  void begin(Shape shape, std::size_t at, std::size_t label = 0);
  void end(std::size_t at);

  /// A copy of a decoded text that lives as long as the record that is being read.
  std::string_view keep(std::string_view text) { return memory().keep(text); }
  void note(NoteKind kind, std::string message, Span where);
  /// Says, once, that what begins at `at` is nested too deep.
  void refuse_depth(std::size_t at);

 private:
  struct Frame {
    Shape shape{};
    std::size_t begin = 0;
    std::size_t label = 0;
    /// Where its fields or items begin in `fields_` or `values_`.
    std::size_t first = 0;
    Text key;
    bool has_key = false;
    /// Whether items of it were handed over as records.
    bool streamed = false;
  };

  Arena& memory() { return item_frame_ > 0 ? item_memory_ : root_memory_; }
  [[nodiscard]] bool is_item_of_member() const;
  [[nodiscard]] bool is_item() const;
  void add(const Value& value);
  void drop_value();
  void place(const Value& value);
  void place_list(const Value& list);
  void hand_over(const Record& record);
  Value finish_mapping(const Frame& frame, std::size_t end);
  Value finish_list(const Frame& frame, std::size_t end);
  void drop_duplicates(std::size_t first);
  void note_duplicate(const Text& name);
  void note_unrepeatable(bool known, std::string_view name, Span where);
  Span span(std::size_t begin, std::size_t end) const;

  const SourceFile& file_;
  RecordSink& sink_;
  Arena root_memory_;
  Arena item_memory_;
  std::vector<Frame> frames_;
  std::vector<Field> fields_;
  std::vector<Value> values_;
  std::set<std::string, std::less<>> root_keys_;
  LabelledValues labelled_;
  std::size_t repeated_ = 0;
  /// How many frames are open with the record that is being read; 0 outside of one.
  std::size_t item_frame_ = 0;
  /// How many collections that are left out are open.
  std::size_t skipped_ = 0;
  /// Whether the next value is left out, and whether that holds after the open collections.
  bool skip_value_ = false;
  bool skip_value_after_ = false;
  bool said_too_deep_ = false;
  bool said_too_many_ = false;
  bool holds_anything_ = false;
  std::size_t notes_ = 0;
};

}  // namespace connlint
