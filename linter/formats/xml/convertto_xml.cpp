// What ConvertTo-Xml writes: objects as elements `Property` with a name, a type and a text.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/formats/bounded_notes.h"
#include "linter/formats/format.h"
#include "linter/formats/lost_text.h"
#include "linter/formats/xml/xml_prolog.h"
#include "linter/formats/xml/xml_splitter.h"
#include "linter/formats/xml/xml_tree.h"
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

bool is_never(std::string_view /*name*/) { return false; }

constexpr XmlShape kShape{
    .object = "Object",
    .part_attribute = {},
    .is_container = is_never,
    .holds_parts = is_never,
};

/// Reads one file.
class ConvertToXmlReader {
 public:
  ConvertToXmlReader(const SourceFile& file, RecordSink& sink)
      : file_(file),
        sink_(sink),
        damages_(sink),
        splitter_(file, 0, file.text.size(), kShape),
        tree_(file) {}

  void read();

 private:
  XmlTag next_child(std::size_t depth);
  void read_objects();
  void read_object(const XmlTag& tag);
  void read_list(const XmlTag& tag, const Text& type);
  void read_members(const pugi::xml_node& parent, const Text& type);
  Value read_value(const pugi::xml_node& element, const Text& type);
  Value read_children(const pugi::xml_node& element, const Text& type);
  Value record_of(Span where, const Text& type, std::size_t first_field);
  void hand_over(const XmlTag& tag, const Text& type);
  void pass_over(Span where);
  void note_once(NoteKind kind, std::string message, Span where);
  void report(const std::optional<XmlDamage>& damage, std::string_view left_over);
  [[nodiscard]] Span span_of(const XmlTag& tag) const {
    return file_.span(tag.begin, tag.end - tag.begin);
  }

  const SourceFile& file_;
  RecordSink& sink_;
  BoundedNotes damages_;
  XmlSplitter splitter_;
  /// The piece that is being read.
  XmlTree tree_;
  Arena own_arena_;
  Arena* arena_ = &own_arena_;
  /// What the elements around the place have so far.
  std::vector<Field> fields_;
  std::vector<Value> items_;
  int depth_ = 0;
  bool is_damaged_ = false;
  std::vector<std::string> noted_;
};

void ConvertToXmlReader::note_once(NoteKind kind, std::string message, Span where) {
  for (const std::string& noted : noted_) {
    if (noted == message) return;
  }
  noted_.push_back(message);
  sink_.note({.kind = kind, .message = std::move(message), .where = where});
}

XmlTag ConvertToXmlReader::next_child(std::size_t depth) {
  const XmlTag tag = splitter_.next_child(depth);
  report(splitter_.take_damage(), "it is left out");
  return tag;
}

void ConvertToXmlReader::read() {
  bool found = false;
  for (XmlTag root = next_child(0); root.exists(); root = next_child(0)) {
    found = true;
    if (root.name == "Objects") {
      read_objects();
    } else if (root.name == "Object") {
      read_object(root);
    } else {
      note_once(NoteKind::unreadable,
                "expected the element 'Objects' that ConvertTo-Xml writes, found another one",
                span_of(root));
      splitter_.read_piece(Containers::taken);
    }
  }
  damages_.finish();
  if (found || is_damaged_) return;
  sink_.note({.kind = NoteKind::unreadable,
              .message = "expected the element 'Objects' that ConvertTo-Xml writes, found nothing",
              .where = file_.span(0, 0),
              .located = false});
}

void ConvertToXmlReader::read_objects() {
  const std::size_t depth = splitter_.depth();
  for (XmlTag child = next_child(depth); child.exists(); child = next_child(depth)) {
    if (child.name == "Object") {
      read_object(child);
    } else {
      pass_over(span_of(child));
      splitter_.read_piece(Containers::taken);
    }
  }
}

void ConvertToXmlReader::pass_over(Span where) {
  note_once(
      NoteKind::suspicious,
      "expected the elements 'Object' and 'Property' that ConvertTo-Xml writes, found another "
      "one; left out",
      where);
}

void ConvertToXmlReader::read_object(const XmlTag& tag) {
  const bool is_empty = file_.text[tag.end - 2] == '/';
  if (tree_.parse(tag.begin, tag.end, is_empty ? "" : "</Object>")) {
    const Text type = tree_.attribute(tree_.root(), "Type", *arena_);
    if (is_collection(type.value) && !is_dictionary(type.value)) return read_list(tag, type);
  }
  const std::optional<XmlDamage> damage =
      tree_.parse(splitter_.read_piece(Containers::taken), kShape);
  if (const pugi::xml_node root = tree_.root()) {
    const Text type = tree_.attribute(root, "Type", *arena_);
    read_members(root, type);
    hand_over(tag, type);
  }
  arena_->reset();
  report(damage, "the object is known only up to here");
}

/// Reads a list that was converted as one object, item by item.
void ConvertToXmlReader::read_list(const XmlTag& tag, const Text& type) {
  Arena items;
  const std::size_t depth = splitter_.depth();
  for (XmlTag child = next_child(depth); child.exists(); child = next_child(depth)) {
    const std::optional<XmlDamage> damage =
        tree_.parse(splitter_.read_piece(Containers::taken), kShape);
    const pugi::xml_node root = tree_.root();
    const bool is_item = tree_.raw_attribute(root, "Name").empty();
    Arena* outer = arena_;
    if (is_item) arena_ = &items;
    // What is in an item that is cut is not all that it has, other than in an object.
    if (!root.empty() && !damage) read_members(tree_.all(), type);
    for (const Value& item : items_) {
      if (item.record != nullptr) sink_.record(*item.record);
    }
    items_.clear();
    items.reset();
    arena_ = outer;
    report(damage, "the item is left out");
  }
  hand_over(tag, type);
  arena_->reset();
}

/// Hands over what was read of an object: itself, and the records that it lists.
void ConvertToXmlReader::hand_over(const XmlTag& tag, const Text& type) {
  const Value value = record_of(span_of(tag), type, 0);
  if (!value.record->fields.empty()) sink_.record(*value.record);
  for (const Value& item : items_) {
    if (item.record != nullptr) sink_.record(*item.record);
  }
  fields_.clear();
  items_.clear();
}

/// Reads the properties with a name as fields, and those without as items.
void ConvertToXmlReader::read_members(const pugi::xml_node& parent, const Text& type) {
  ++depth_;
  std::optional<Text> key;
  for (const pugi::xml_node& child : parent.children()) {
    if (child.type() != pugi::node_element) continue;
    if (std::string_view(child.name()) != "Property") {
      pass_over(tree_.tag_of(child));
      continue;
    }
    const Text name = tree_.attribute(child, "Name", *arena_);
    const Value value = read_value(child, tree_.attribute(child, "Type", *arena_));
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

Value ConvertToXmlReader::read_value(const pugi::xml_node& element, const Text& type) {
  Value value;
  const pugi::xml_node first = element.first_child();
  const bool has_text = *element.value() != '\0';
  if (!first && !has_text && tree_.is_empty_tag(element)) {
    value.text.where = tree_.tag_of(element);
    if (is_collection(type.value)) value.kind = ValueKind::list;
    return value;
  }
  value.kind = ValueKind::text;
  if (is_secret(type.value)) {
    value.text.where = tree_.tag_of(element);
    value.loss = Loss::withheld;
    return value;
  }
  if (!has_text && !first.empty() && first.type() == pugi::node_element) {
    if (depth_ < kMaxDepth) return read_children(element, type);
    value.text.where = tree_.tag_of(element);
    note_once(NoteKind::unreadable,
              "expected objects nested at most " + std::to_string(kMaxDepth) +
                  " levels deep, found more; export again with the usual depth",
              value.text.where);
    value.kind = ValueKind::null;
    value.loss = Loss::depth;
    return value;
  }
  value.text = tree_.text(element, *arena_);
  if (is_net_type_name(value.text.value)) value.loss = Loss::type_name;
  return value;
}

/// Reads a value that is written as properties: a list, a nested object, or the display text of an
/// object at the depth limit, which is a single text without a name.
Value ConvertToXmlReader::read_children(const pugi::xml_node& element, const Text& type) {
  const std::size_t first_field = fields_.size();
  const std::size_t first_item = items_.size();
  read_members(element, type);
  const auto items = std::span<const Value>(items_).subspan(first_item);
  Value value;
  if (fields_.size() > first_field || is_dictionary(type.value)) {
    value = record_of(tree_.span_of(element), type, first_field);
  } else if (items.size() == 1 && items[0].kind == ValueKind::text && !is_collection(type.value)) {
    value = items[0];
  } else {
    value.kind = ValueKind::list;
    value.text.where = tree_.span_of(element);
    value.items = arena_->keep(items);
  }
  fields_.resize(first_field);
  items_.resize(first_item);
  return value;
}

Value ConvertToXmlReader::record_of(Span where, const Text& type, std::size_t first_field) {
  Record record;
  if (!type.value.empty()) record.types = {arena_->keep_one(type), 1};
  record.fields = arena_->keep(std::span<const Field>(fields_).subspan(first_field));
  record.where = where;
  Value value;
  value.kind = ValueKind::record;
  value.text.where = record.where;
  // A credential is as secret as its password.
  for (const Field& field : record.fields) {
    if (field.value.loss == Loss::withheld) value.loss = Loss::withheld;
  }
  value.record = arena_->keep_one(record);
  return value;
}

/// Notes damage; `left_over` says what became of the element that it is in.
void ConvertToXmlReader::report(const std::optional<XmlDamage>& damage,
                                std::string_view left_over) {
  if (!damage) return;
  is_damaged_ = true;
  std::string message = damage->message;
  if (damage->is_last) {
    message += "; what follows was not read";
  } else {
    message.append("; ").append(left_over).append("; the objects behind it were read");
  }
  message += ": export it again with ConvertTo-Xml";
  damages_.add(NoteKind::unreadable, damage->where, std::move(message));
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
