// What ConvertTo-Xml writes: objects as elements `Property` with a name, a type and a text.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/formats/format.h"
#include "linter/formats/lost_text.h"
#include "linter/formats/xml/xml_cursor.h"
#include "linter/support/characters.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Whether objects of that .NET type are written as the list of what they hold.
bool is_collection(std::string_view type) {
  constexpr std::array<std::string_view, 7> kWords = {
      "MultiValuedProperty", "List`1", "ArrayList", "Collection", "Queue", "Stack", "Enumerable"};
  if (type.ends_with("[]")) return true;
  for (std::string_view word : kWords) {
    if (type.find(word) != std::string_view::npos) return true;
  }
  return false;
}

/// Whether objects of that type are written as pairs named `Key` and `Value`.
bool is_dictionary(std::string_view type) {
  return type.find("Hashtable") != std::string_view::npos ||
         type.find("Dictionary") != std::string_view::npos;
}

/// Whether objects of that type hold a password.
bool is_secret(std::string_view type) {
  return type == "System.Security.SecureString" ||
         type == "System.Management.Automation.PSCredential";
}

/// Reads one file.
class ConvertToXmlReader {
 public:
  ConvertToXmlReader(const SourceFile& file, RecordSink& sink)
      : file_(file), sink_(sink), cursor_(file, 0, file.text.size()) {}

  void read();

 private:
  void read_objects();
  void read_object(const XmlTag& tag);
  Value read_value(const XmlTag& tag, const Text& type);
  Value read_children(const XmlTag& tag, const Text& type);
  void read_members(const Text& type);
  Value record_of(const XmlTag& tag, const Text& type, std::size_t first_field);
  void pass_over(const XmlTag& tag);
  void note_once(NoteKind kind, std::string message, Span where);
  void note_end(bool found);

  const SourceFile& file_;
  RecordSink& sink_;
  XmlCursor cursor_;
  Arena arena_;
  /// What the elements around the place have so far.
  std::vector<Field> fields_;
  std::vector<Value> items_;
  int depth_ = 0;
  std::vector<std::string> noted_;
};

void ConvertToXmlReader::note_once(NoteKind kind, std::string message, Span where) {
  for (const std::string& noted : noted_) {
    if (noted == message) return;
  }
  noted_.push_back(message);
  sink_.note({.kind = kind, .message = std::move(message), .where = where});
}

void ConvertToXmlReader::read() {
  bool found = false;
  for (XmlTag root = cursor_.next_child(); root.exists(); root = cursor_.next_child()) {
    found = true;
    if (root.name == "Objects") {
      read_objects();
    } else if (root.name == "Object") {
      read_object(root);
    } else {
      note_once(NoteKind::unreadable,
                "expected the element 'Objects' that ConvertTo-Xml writes, found another one",
                cursor_.span_of(root));
      cursor_.skip();
    }
  }
  note_end(found);
}

void ConvertToXmlReader::read_objects() {
  for (XmlTag child = cursor_.next_child(); child.exists(); child = cursor_.next_child()) {
    if (child.name == "Object") {
      read_object(child);
    } else {
      pass_over(child);
    }
  }
}

void ConvertToXmlReader::pass_over(const XmlTag& tag) {
  note_once(
      NoteKind::suspicious,
      "expected the elements 'Object' and 'Property' that ConvertTo-Xml writes, found another "
      "one; left out",
      cursor_.span_of(tag));
  cursor_.skip();
}

void ConvertToXmlReader::read_object(const XmlTag& tag) {
  const Text type = cursor_.attribute("Type", arena_);
  read_members(type);
  const Value value = record_of(tag, type, 0);
  Record record = *value.record;
  record.where = cursor_.span_of(tag);
  if (!record.fields.empty()) sink_.record(record);
  // A list that was converted as one object.
  for (const Value& item : items_) {
    if (item.record != nullptr) sink_.record(*item.record);
  }
  fields_.clear();
  items_.clear();
  arena_.reset();
}

/// Reads the properties with a name as fields, and those without as items.
void ConvertToXmlReader::read_members(const Text& type) {
  ++depth_;
  std::optional<Text> key;
  for (XmlTag child = cursor_.next_child(); child.exists(); child = cursor_.next_child()) {
    if (child.name != "Property") {
      pass_over(child);
      continue;
    }
    const Text name = cursor_.attribute("Name", arena_);
    const Value value = read_value(child, cursor_.attribute("Type", arena_));
    if (cursor_.failed()) break;
    if (name.value.empty()) {
      items_.push_back(value);
    } else if (is_dictionary(type.value) && name.value == "Key") {
      key = value.text;
    } else if (key && name.value == "Value") {
      fields_.push_back({*key, value});
      key.reset();
    } else {
      fields_.push_back({name, value});
    }
  }
  --depth_;
}

Value ConvertToXmlReader::read_value(const XmlTag& tag, const Text& type) {
  Value value;
  value.text.where = cursor_.span_of(tag);
  if (cursor_.is_empty()) {
    cursor_.skip();
    if (is_collection(type.value)) value.kind = ValueKind::list;
    return value;
  }
  value.kind = ValueKind::text;
  if (is_secret(type.value)) {
    cursor_.skip();
    value.loss = Loss::withheld;
    return value;
  }
  if (cursor_.begins_with_child()) {
    if (depth_ < kMaxDepth) return read_children(tag, type);
    note_once(NoteKind::unreadable,
              "expected objects nested at most " + std::to_string(kMaxDepth) +
                  " levels deep, found more; export again with the usual depth",
              value.text.where);
    cursor_.skip();
    value.kind = ValueKind::null;
    value.loss = Loss::depth;
    return value;
  }
  value.text = cursor_.text(tag, arena_);
  if (is_net_type_name(value.text.value)) value.loss = Loss::type_name;
  return value;
}

/// Reads a value that is written as properties: a list, a nested object, or the display text of an
/// object at the depth limit, which is a single text without a name.
Value ConvertToXmlReader::read_children(const XmlTag& tag, const Text& type) {
  const std::size_t first_field = fields_.size();
  const std::size_t first_item = items_.size();
  read_members(type);
  const auto items = std::span<const Value>(items_).subspan(first_item);
  Value value;
  if (fields_.size() > first_field || is_dictionary(type.value)) {
    value = record_of(tag, type, first_field);
  } else if (items.size() == 1 && items[0].kind == ValueKind::text && !is_collection(type.value)) {
    value = items[0];
  } else {
    value.kind = ValueKind::list;
    value.text.where = cursor_.span_from(tag);
    value.items = arena_.keep(items);
  }
  fields_.resize(first_field);
  items_.resize(first_item);
  return value;
}

Value ConvertToXmlReader::record_of(const XmlTag& tag, const Text& type, std::size_t first_field) {
  Record record;
  if (!type.value.empty()) record.types = {arena_.keep_one(type), 1};
  record.fields = arena_.keep(std::span<const Field>(fields_).subspan(first_field));
  record.where = cursor_.span_from(tag);
  Value value;
  value.kind = ValueKind::record;
  value.text.where = record.where;
  // A credential is as secret as its password.
  for (const Field& field : record.fields) {
    if (field.value.loss == Loss::withheld) value.loss = Loss::withheld;
  }
  value.record = arena_.keep_one(record);
  return value;
}

void ConvertToXmlReader::note_end(bool found) {
  if (cursor_.failed()) {
    sink_.note({.kind = NoteKind::unreadable,
                .message = cursor_.damage() +
                           "; what follows was not read: export it again with ConvertTo-Xml",
                .where = cursor_.damage_place()});
  } else if (!found) {
    sink_.note(
        {.kind = NoteKind::unreadable,
         .message = "expected the element 'Objects' that ConvertTo-Xml writes, found nothing",
         .where = file_.span(0, 0),
         .located = false});
  }
}

}  // namespace

bool claims_convertto_xml(std::string_view head) {
  const XmlProlog prolog = read_prolog(head);
  for (std::string_view name : {prolog.root, prolog.doctype_name}) {
    if (name == "Objects" || name == "Object") return true;
  }
  return false;
}

void read_convertto_xml(const SourceFile& file, RecordSink& sink) {
  const XmlProlog prolog = read_prolog(file.text);
  if (!prolog.doctype.empty()) {
    sink.note({.kind = NoteKind::unreadable,
               .message = "expected no document type declaration, found '" +
                          std::string(cut(prolog.doctype, 60)) +
                          "': ConvertTo-Xml writes none, and it may define entities; remove it or "
                          "export again",
               .where = file.span_of(prolog.doctype)});
    return;
  }
  ConvertToXmlReader(file, sink).read();
}

}  // namespace connlint
