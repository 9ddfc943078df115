// What every format yields: records of named fields with located values.
// Knows nothing of Exchange: names and values are what the file says.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "linter/source/note.h"
#include "linter/source/span.h"

namespace connlint {

/// A piece of text, decoded (escapes, entities, base64, quoting undone), and where it stands.
/// A view: it lives as long as the call that hands it over.
struct Text {
  std::string_view value;
  Span where{};
  /// Whether the file holds `value` byte for byte at `where`, so that a part of `value` has an
  /// exact span of its own. If not, a part has the span of the whole.
  bool verbatim = false;

  /// The span of `value.substr(offset, length)`.
  [[nodiscard]] Span span_of(std::size_t offset, std::size_t length) const {
    return verbatim ? part_of(where, offset, length) : where;
  }
  /// `value.substr(offset, length)` as a text of its own.
  [[nodiscard]] Text part(std::size_t offset, std::size_t length) const {
    return {value.substr(offset, length), span_of(offset, length), verbatim};
  }
};

struct Record;

/// The kinds of value a file can state.
enum class ValueKind : std::uint8_t {
  null,    ///< Stated to have no value (CLIXML `Nil`, JSON `null`), other than an empty text.
  text,    ///< A scalar; all scalars are texts here.
  list,    ///< `items`; empty where the file states an empty list.
  record,  ///< A nested object: `record`, and `text` is its display text (CLIXML `ToString`).
};

/// How a value was lost on the way, so that what stands there is not the value.
enum class Loss : std::uint8_t {
  none,
  type_name,     ///< A .NET type name stands in place of the values (`System.Object[]`).
  truncated,     ///< The list was cut (`...`): `items` are only its first ones.
  ambiguous,     ///< The joined list can be cut in two ways; `items` is the likelier.
  depth,         ///< Cut off at the depth limit of the export.
  unresolved,    ///< Computed at run time (code), or encrypted: not known without running it.
  withheld,      ///< Secret content that the format dropped without keeping it.
  not_exported,  ///< The name is stated without a value (`ldapsearch -A`).
};

/// A value of a field, an item of a list.
struct Value {
  ValueKind kind = ValueKind::null;
  Loss loss = Loss::none;
  /// Whether the file tells text from number and truth value (JSON, YAML) and this is a quoted
  /// text.
  bool quoted = false;
  /// The scalar; the display text of a nested object; of a list the text as it stands.
  /// `text.where` is the place of the value for every kind.
  Text text;
  std::span<const Value> items{};
  const Record* record = nullptr;
};

/// A named value. Names are as written; a name may occur twice.
struct Field {
  Text name;
  Value value;
};

/// A way that code may take where only a run tells which one: a branch of `if`, the turns of a loop
/// that may have none.
struct Branch {
  /// Tells the decisions of a file apart; each is over before the next one of its depth begins.
  std::uint32_t decision = 0;
  std::uint32_t way = 0;
  /// How many ways there are. One that does nothing is among them and has no records.
  std::uint32_t ways = 2;
  /// Whether the other ways end the code, so that all that follows stands on this one.
  bool alone = false;
};

/// One object of a file.
struct Record {
  /// The key under which the object stands in an enclosing object (`connectors`), empty at the top.
  Text container;
  /// Type names, most specific first (CLIXML `TN`, CSV `#TYPE`, the resource of a DSC block).
  std::span<const Text> types{};
  /// In the order of the file.
  std::span<const Field> fields{};
  /// The display text of the object itself (CLIXML `ToString`), else empty.
  Text label;
  Span where{};
  /// The ways on which the record stands, from the outermost; empty for what is certain.
  std::span<const Branch> branches{};
};

/// Takes what a format reads. Records are handed over one at a time, in the order of the file;
/// everything in a record is valid only during the call.
class RecordSink {
 public:
  RecordSink() = default;
  RecordSink(const RecordSink&) = delete;
  RecordSink& operator=(const RecordSink&) = delete;
  virtual ~RecordSink() = default;

  virtual void record(const Record& record) = 0;
  virtual void note(Note note) = 0;
};

}  // namespace connlint
