// CLIXML, what Export-Clixml writes: which of its elements are records.
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/formats/carrier.h"
#include "linter/formats/clixml_values.h"
#include "linter/formats/xml_source.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

// Written by a shell that is started with -OutputFormat XML.
constexpr std::string_view kHeader = "#< CLIXML";

/// Where the document begins: behind the header line, where there is one.
std::size_t begin_of_document(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || !text.substr(begin).starts_with(kHeader)) return 0;
  return begin + kHeader.size();
}

bool is_value(ClixmlTag tag) {
  using enum ClixmlTag;
  return tag == object || tag == scalar || tag == character || tag == bytes || tag == secret ||
         tag == nil;
}

/// What an object that is a record's place may be.
enum class Shape { record, list, dictionary, scalar };

Shape shape_of(pugi::xml_node object) {
  Shape shape = Shape::record;
  for (pugi::xml_node child = object.first_child(); child; child = child.next_sibling()) {
    const ClixmlTag tag = clixml_tag(child.name());
    if (tag == ClixmlTag::list) return Shape::list;
    if (tag == ClixmlTag::dictionary) return Shape::dictionary;
    if (is_value(tag) && tag != ClixmlTag::object) shape = Shape::scalar;
  }
  return shape;
}

/// Whether a list holds an object, so that its items are records of their own.
bool holds_object(pugi::xml_node list_object) {
  for (pugi::xml_node part = list_object.first_child(); part; part = part.next_sibling()) {
    if (clixml_tag(part.name()) == ClixmlTag::list && part.child("Obj")) return true;
  }
  return false;
}

/// Whether an entry's value is handed over as records, and not as a field.
bool is_record_value(pugi::xml_node value) {
  if (clixml_tag(value.name()) != ClixmlTag::object) return false;
  const Shape shape = shape_of(value);
  return shape == Shape::list ? holds_object(value) : shape != Shape::scalar;
}

/// Reads one file.
class ClixmlReader {
 public:
  ClixmlReader(const SourceFile& file, RecordSink& sink)
      : source_(file, begin_of_document(file.text)), sink_(sink), values_(source_, sink) {}

  void read() {
    bool found = false;
    for (pugi::xml_node root = source_.document().first_child(); root; root = root.next_sibling()) {
      if (root.type() == pugi::node_element) {
        found = true;
        read_root(root);
      } else if (!std::string_view(root.value()).starts_with(kHeader)) {
        values_.note(NoteKind::suspicious, "expected nothing but elements here; text left out",
                     source_.file().span(source_.begin_of(root), 1));
      }
    }
    if (!source_.damage().empty()) return note_damage();
    if (!found) {
      sink_.note({.kind = NoteKind::unreadable,
                  .message = "expected the element 'Objs' that Export-Clixml writes, found nothing",
                  .where = source_.file().span(0, 0),
                  .located = false});
    }
  }

 private:
  void read_root(pugi::xml_node root);
  void read_top(pugi::xml_node element, const Text& container, std::size_t parent_close, int depth);
  void read_list(pugi::xml_node object, const Text& container, std::size_t close, int depth);
  void read_dictionary(pugi::xml_node object, const Text& container, std::size_t close, int depth);
  void read_remaining_entries(pugi::xml_node dictionary, const Text& container, std::size_t close,
                              Record& record);
  void hand_over(pugi::xml_node object, const Text& container, std::size_t parent_close);
  void note_damage();

  [[nodiscard]] std::size_t close_of(pugi::xml_node element, std::size_t parent_close) const {
    return source_.close_of(element, source_.end_of(element, parent_close));
  }

  XmlSource source_;
  RecordSink& sink_;
  ClixmlValues values_;
  /// Keys of dictionaries, which outlive the records below them.
  Arena keys_;
  /// What is known of the object in which the file is damaged.
  std::string cut_object_;
};

void ClixmlReader::read_root(pugi::xml_node root) {
  const ClixmlTag tag = clixml_tag(root.name());
  const std::size_t size = source_.file().text.size();
  if (tag == ClixmlTag::document) {
    values_.forget();
    const std::size_t close = close_of(root, size);
    for (pugi::xml_node child = root.first_child(); child; child = child.next_sibling()) {
      if (child.type() == pugi::node_element) read_top(child, {}, close, 1);
    }
  } else if (is_value(tag)) {
    read_top(root, {}, size, 1);
  } else {
    const std::string name = root.name();
    values_.note(
        NoteKind::unreadable,
        "expected the element 'Objs' that Export-Clixml writes, found '" + name.substr(0, 60) + "'",
        source_.start_tag(root));
  }
}

void ClixmlReader::read_top(pugi::xml_node element, const Text& container, std::size_t parent_close,
                            int depth) {
  using enum ClixmlTag;
  // Of the shell's streams only the output holds objects that were asked for.
  const std::string_view stream = clixml_attribute(element, "S").value();
  if (!stream.empty() && !equals_ignoring_case(stream, "output")) {
    if (equals_ignoring_case(stream, "error")) {
      values_.note(NoteKind::suspicious, "the shell that wrote this reports an error here",
                   source_.start_tag(element));
    }
    return;
  }
  const ClixmlTag tag = clixml_tag(element.name());
  // A reference at the top is an object that was handed over before.
  if (tag == nil || tag == reference || tag == progress) return;
  if (tag == object && depth > kMaxDepth) {
    values_.note(NoteKind::unreadable,
                 "lists are nested deeper than " + std::to_string(kMaxDepth) +
                     " levels; expected an export by Export-Clixml",
                 source_.start_tag(element));
  } else if (tag == object) {
    switch (shape_of(element)) {
      case Shape::list:
        return read_list(element, container, close_of(element, parent_close), depth);
      case Shape::dictionary:
        return read_dictionary(element, container, close_of(element, parent_close), depth);
      case Shape::record: return hand_over(element, container, parent_close);
      case Shape::scalar: break;
    }
  }
  if (tag == object || is_value(tag)) {
    values_.note(NoteKind::ignored, "expected an object, found a single value; left out",
                 source_.start_tag(element));
  } else {
    values_.read(element, parent_close);
  }
}

void ClixmlReader::read_list(pugi::xml_node object, const Text& container, std::size_t close,
                             int depth) {
  values_.open_object(object);
  for (pugi::xml_node part = object.first_child(); part; part = part.next_sibling()) {
    if (clixml_tag(part.name()) != ClixmlTag::list) continue;
    const std::size_t list_close = close_of(part, close);
    for (pugi::xml_node item = part.first_child(); item; item = item.next_sibling()) {
      if (item.type() == pugi::node_element) read_top(item, container, list_close, depth + 1);
    }
  }
  values_.close_object();
}

void ClixmlReader::read_dictionary(pugi::xml_node object, const Text& container, std::size_t close,
                                   int depth) {
  Record remaining;
  remaining.types = values_.open_object(object);
  remaining.where = source_.start_tag(object);
  for (pugi::xml_node part = object.first_child(); part; part = part.next_sibling()) {
    if (clixml_tag(part.name()) != ClixmlTag::dictionary) continue;
    const std::size_t dictionary_close = close_of(part, close);
    for (pugi::xml_node entry = part.first_child(); entry; entry = entry.next_sibling()) {
      if (clixml_tag(entry.name()) != ClixmlTag::entry) continue;
      const std::size_t entry_close = close_of(entry, dictionary_close);
      const ClixmlValues::Entry read = values_.read_entry(entry, entry_close);
      if (!read.value || !is_record_value(read.value)) continue;
      const Text key = {keys_.keep(read.key.value), read.key.where, read.key.verbatim};
      values_.release();
      read_top(read.value, key, entry_close, depth + 1);
    }
  }
  for (pugi::xml_node part = object.first_child(); part; part = part.next_sibling()) {
    if (clixml_tag(part.name()) != ClixmlTag::dictionary) continue;
    read_remaining_entries(part, container, close_of(part, close), remaining);
  }
  values_.close_object();
}

/// The entries that are no records of their own are the fields of one record.
void ClixmlReader::read_remaining_entries(pugi::xml_node dictionary, const Text& container,
                                          std::size_t close, Record& record) {
  std::vector<Field> fields;
  for (pugi::xml_node entry = dictionary.first_child(); entry; entry = entry.next_sibling()) {
    if (clixml_tag(entry.name()) != ClixmlTag::entry) continue;
    const std::size_t entry_close = close_of(entry, close);
    const ClixmlValues::Entry read = values_.read_entry(entry, entry_close);
    if (!read.value || source_.is_open(read.value) || is_record_value(read.value)) continue;
    const std::optional<Value> value = values_.read(read.value, entry_close);
    if (value) fields.push_back({read.key, *value});
  }
  if (!fields.empty()) {
    record.container = container;
    record.fields = fields;
    sink_.record(record);
  }
  values_.release();
}

void ClixmlReader::hand_over(pugi::xml_node object, const Text& container,
                             std::size_t parent_close) {
  const std::optional<Value> value = values_.read(object, parent_close);
  if (value && value->record != nullptr) {
    Record record = *value->record;
    record.container = container;
    const bool is_cut = source_.is_open(object);
    if (is_cut) cut_object_ = record.label.value;
    const bool says_something = !record.fields.empty() ||
                                (!is_cut && (!record.types.empty() || !record.label.value.empty()));
    if (says_something) sink_.record(record);
  }
  values_.release();
}

void ClixmlReader::note_damage() {
  std::string message = source_.damage();
  if (!cut_object_.empty()) message += "; '" + cut_object_ + "' is known only up to here";
  message += "; what follows was not read: export it again with Export-Clixml";
  sink_.note({.kind = NoteKind::unreadable,
              .message = std::move(message),
              .where = source_.damage_place()});
}

}  // namespace

bool claims_clixml(std::string_view head) {
  if (begin_of_document(head) > 0) return true;
  const XmlProlog prolog = read_prolog(head);
  for (std::string_view name : {prolog.root, prolog.doctype_name}) {
    const ClixmlTag tag = clixml_tag(name);
    if (!name.empty() && (tag == ClixmlTag::document || is_value(tag))) return true;
  }
  return false;
}

void read_clixml(const SourceFile& file, RecordSink& sink) {
  const std::string_view text = file.text;
  const XmlProlog prolog = read_prolog(text.substr(begin_of_document(text)));
  if (!prolog.doctype.empty()) {
    sink.note({.kind = NoteKind::unreadable,
               .message = "expected no document type declaration, found '" +
                          std::string(prolog.doctype.substr(0, 60)) +
                          "': Export-Clixml writes none, and it may define entities; remove it or "
                          "export again",
               .where = file.span_of(prolog.doctype)});
    return;
  }
  ClixmlReader(file, sink).read();
}

}  // namespace connlint
