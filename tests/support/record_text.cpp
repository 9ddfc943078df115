#include "tests/support/record_text.h"

#include <fstream>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "linter/support/utf.h"
#include "tests/support/span_check.h"

namespace connlint {
namespace {

std::string_view name_of(Loss loss) {
  switch (loss) {
    case Loss::none: return "none";
    case Loss::type_name: return "type_name";
    case Loss::truncated: return "truncated";
    case Loss::ambiguous: return "ambiguous";
    case Loss::depth: return "depth";
    case Loss::unresolved: return "unresolved";
    case Loss::withheld: return "withheld";
    case Loss::not_exported: return "not_exported";
  }
  return "?";
}

std::string_view name_of(NoteKind kind) {
  switch (kind) {
    case NoteKind::unreadable: return "unreadable";
    case NoteKind::ignored: return "ignored";
    case NoteKind::suspicious: return "suspicious";
  }
  return "?";
}

std::string joined_types(std::span<const Text> types) {
  std::string out;
  for (const Text& type : types) {
    if (!out.empty()) out += ", ";
    out += type.value;
  }
  return out;
}

}  // namespace

std::string quoted_text(std::string_view value) {
  std::string out = "\"";
  for (char c : value) {
    switch (c) {
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == '\x7F') {
          out += fmt::format("\\u{{{:X}}}", static_cast<unsigned>(c));
        } else {
          out += c;
        }
    }
  }
  return out + '"';
}

void RecordWriter::append_place(Span where) {
  if (places_ == Places::hidden) return;
  const Position begin = store_.begin(where);
  const Position end = store_.end(where);
  text_ += fmt::format(" @{}:{}-{}:{}", begin.line, begin.column, end.line, end.column);
}

void RecordWriter::append_place(const Text& text) {
  if (places_ == Places::hidden) return;
  append_place(text.where);
  if (text.verbatim) text_ += '=';
}

void RecordWriter::append(const Value& value) {
  switch (value.kind) {
    case ValueKind::null: text_ += "null"; break;
    case ValueKind::text: text_ += quoted_text(value.text.value); break;
    case ValueKind::list:
      if (!value.text.value.empty()) text_ += "list " + quoted_text(value.text.value) + ' ';
      text_ += '[';
      for (const Value& item : value.items) {
        if (&item != value.items.data()) text_ += ", ";
        append(item);
      }
      text_ += ']';
      break;
    case ValueKind::record: {
      if (value.record == nullptr) {
        text_ += "FAULT: no record";
        break;
      }
      const std::string types = joined_types(value.record->types);
      if (!types.empty()) text_ += '<' + types + "> ";
      if (!value.text.value.empty()) text_ += quoted_text(value.text.value) + ' ';
      text_ += '{';
      for (const Field& field : value.record->fields) {
        if (&field != value.record->fields.data()) text_ += ", ";
        text_ += field.name.value;
        append_place(field.name);
        text_ += ": ";
        append(field.value);
      }
      text_ += '}';
      break;
    }
  }
  if (value.quoted) text_ += " quoted";
  if (value.loss != Loss::none) text_ += fmt::format(" lost={}", name_of(value.loss));
  append_place(value.text);
}

void RecordWriter::append_fields(const Record& record) {
  for (const Field& field : record.fields) {
    text_ += "  ";
    text_ += field.name.value;
    append_place(field.name);
    text_ += ": ";
    append(field.value);
    text_ += '\n';
  }
}

void RecordWriter::record(const Record& record) {
  text_ += "record";
  if (!record.container.value.empty()) {
    text_ += fmt::format(" in {}", record.container.value);
    append_place(record.container);
  }
  const std::string types = joined_types(record.types);
  if (!types.empty()) text_ += fmt::format(" <{}>", types);
  if (!record.label.value.empty()) {
    text_ += ' ' + quoted_text(record.label.value);
    append_place(record.label);
  }
  append_place(record.where);
  text_ += '\n';
  append_fields(record);
  const std::string fault = SpanCheck(store_.file(record.where.file)).fault_of(record);
  if (!fault.empty()) text_ += "FAULT: " + fault + '\n';
}

void RecordWriter::note(Note note) {
  text_ += fmt::format("{}: {}", name_of(note.kind), note.message);
  if (note.located) append_place(note.where);
  text_ += '\n';
  const std::string fault = SpanCheck(store_.file(note.where.file)).fault_of(note);
  if (!fault.empty()) text_ += "FAULT: " + fault + '\n';
}

std::string read_as_text(void (*read)(const SourceFile&, RecordSink&), std::string bytes,
                         Places places) {
  SourceStore store;
  const SourceFile& file = store.add("file", std::move(bytes));
  RecordWriter writer(store, places);
  read(file, writer);
  return writer.text();
}

std::string bytes_of(const std::string& path) {
  const std::string whole =
      path.starts_with('/') ? path : std::string(CONNLINT_SOURCE_DIR "/") + path;
  std::ifstream in(whole, std::ios::binary);
  if (!in) ADD_FAILURE() << "cannot read " << whole;
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace connlint
