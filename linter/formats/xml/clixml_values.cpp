#include "linter/formats/xml/clixml_values.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

#include "linter/formats/format.h"
#include "linter/formats/lost_text.h"
#include "linter/formats/xml/clixml_text.h"
#include "linter/support/characters.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::size_t kMaxNotes = 20;
// Enough for references in real exports, which are a few to small objects in each object.
constexpr std::size_t kLeastReferenceBudget = std::size_t{4} << 20U;

/// A name of up to eight bytes as a number.
constexpr std::uint64_t packed(std::string_view name) {
  std::uint64_t value = 0;
  for (char c : name) value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

bool is_named(const Field& field, std::string_view name) {
  return field.name.value.size() == name.size() && equals_ignoring_case(field.name.value, name);
}

}  // namespace

ClixmlTag clixml_tag(std::string_view name) {
  using enum ClixmlTag;
  // Most elements are texts and truth values.
  if (name == "S") return text;
  if (name == "B") return plain;
  if (name.size() > sizeof(std::uint64_t)) return unknown;
  switch (packed(name)) {
    case packed("Objs"): return document;
    case packed("Obj"): return object;
    case packed("Ref"): return reference;
    case packed("Nil"): return nil;
    case packed("URI"):
    case packed("Version"):
    case packed("XD"):
    case packed("SBK"): return text;
    case packed("DT"):
    case packed("TS"):
    case packed("By"):
    case packed("SB"):
    case packed("U16"):
    case packed("I16"):
    case packed("U32"):
    case packed("I32"):
    case packed("U64"):
    case packed("I64"):
    case packed("Sg"):
    case packed("Db"):
    case packed("D"):
    case packed("G"): return plain;
    case packed("C"): return character;
    case packed("BA"): return bytes;
    case packed("SS"): return secret;
    case packed("PR"): return progress;
    case packed("TN"): return types;
    case packed("TNRef"): return types_reference;
    case packed("ToString"): return display_text;
    case packed("Props"): return adapted;
    case packed("MS"): return extended;
    case packed("LST"):
    case packed("IE"):
    case packed("QUE"):
    case packed("STK"): return list;
    case packed("DCT"): return dictionary;
    case packed("En"): return entry;
    default: return unknown;
  }
}

bool is_clixml_value(ClixmlTag tag) {
  using enum ClixmlTag;
  return tag == object || tag == reference || tag == nil || tag == text || tag == plain ||
         tag == character || tag == bytes || tag == secret;
}

const XmlShape& clixml_shape() {
  static constexpr XmlShape kShape{
      .object = "Obj",
      .part_attribute = "N",
      .is_container =
          [](std::string_view name) {
            const ClixmlTag tag = clixml_tag(name);
            return tag == ClixmlTag::list || tag == ClixmlTag::dictionary;
          },
      .holds_parts =
          [](std::string_view name) {
            const ClixmlTag tag = clixml_tag(name);
            return tag == ClixmlTag::adapted || tag == ClixmlTag::extended;
          },
  };
  return kShape;
}

ClixmlValues::ClixmlValues(const SourceFile& file, XmlTree& tree, RecordSink& sink)
    : file_(file),
      tree_(&tree),
      sink_(sink),
      reference_budget_(std::max(kLeastReferenceBudget, 4 * file.text.size())) {}

void ClixmlValues::forget() {
  objects_.clear();
  types_.clear();
}

void ClixmlValues::note(NoteKind kind, std::string message, Span where) {
  if (noted_.size() >= kMaxNotes || std::ranges::find(noted_, message) != noted_.end()) return;
  noted_.push_back(message);
  sink_.note({.kind = kind, .message = std::move(message), .where = where});
}

Value ClixmlValues::lost(Loss loss, Span where) const {
  Value value;
  value.loss = loss;
  value.text.where = at_reference_.value_or(where);
  return value;
}

void ClixmlValues::note_depth(Span where) {
  note(NoteKind::unreadable,
       "expected objects nested at most " + std::to_string(kMaxDepth) +
           " levels deep, found more; export again with the usual depth",
       where);
}

Value ClixmlValues::read(const pugi::xml_node& element, ClixmlTag kind) {
  if (kind == ClixmlTag::object) return read_object(element);
  if (kind == ClixmlTag::reference) return read_reference(element);
  if (kind != ClixmlTag::nil) return read_text(element, kind);
  return lost(Loss::none, tree_->tag_of(element));
}

void ClixmlValues::pass_over(const pugi::xml_node& element, ClixmlTag kind) {
  if (kind == ClixmlTag::progress) return;
  note(NoteKind::suspicious,
       "expected the element of a value, found '" + std::string(cut(element.name(), 60)) +
           "'; left out",
       tree_->tag_of(element));
}

Value ClixmlValues::read_text(const pugi::xml_node& element, ClixmlTag kind) {
  if (kind == ClixmlTag::secret) {
    Value secret = lost(Loss::withheld, tree_->tag_of(element));
    secret.kind = ValueKind::text;
    return secret;
  }
  Value value{.kind = ValueKind::text, .text = tree_->text(element, *arena_)};
  if (kind == ClixmlTag::text && may_be_escaped(value.text)) {
    value.text = unescape_clixml(value.text, *arena_);
  } else if (kind == ClixmlTag::character) {
    value.text = character_of_clixml(value.text, *arena_);
  }
  // Below the depth limit of the export a list may be no more than the name of its type.
  if (kind == ClixmlTag::text && is_net_type_name(value.text.value)) value.loss = Loss::type_name;
  if (at_reference_) value.text = placed(value.text);
  return value;
}

Value ClixmlValues::read_reference(const pugi::xml_node& element) {
  const Span where = tree_->tag_of(element);
  const std::string_view id = tree_->raw_attribute(element, "RefId");
  const Span target = objects_.find(id);
  if (target.length == 0) {
    note(NoteKind::suspicious,
         "expected an object with RefId \"" + std::string(cut(id, 60)) +
             "\" before this reference, found none; the value is unknown",
         where);
    return lost(Loss::unresolved, where);
  }
  // An object that holds itself, as some of .NET do.
  if (std::ranges::find(active_, target.begin) != active_.end()) {
    return lost(Loss::unresolved, where);
  }
  if (target.length > reference_budget_ || active_.size() >= static_cast<std::size_t>(kMaxDepth)) {
    note(NoteKind::unreadable,
         "expected references to few and small objects, found more than a real export holds; the "
         "value is unknown",
         where);
    return lost(Loss::unresolved, where);
  }
  return follow(target, where);
}

Value ClixmlValues::follow(Span target, Span reference) {
  reference_budget_ -= target.length;
  if (following_ == followed_.size()) followed_.push_back(std::make_unique<XmlTree>(file_));
  XmlTree& tree = *followed_[following_];
  // Damage in it was said where it stands.
  if (!tree.parse(target.begin, std::size_t{target.begin} + target.length)) {
    return lost(Loss::unresolved, reference);
  }
  const bool outermost = !at_reference_;
  if (outermost) at_reference_ = reference;
  ++following_;
  XmlTree* outer = std::exchange(tree_, &tree);
  const Value value = read_object(tree.root());
  tree_ = outer;
  --following_;
  if (outermost) at_reference_.reset();
  return value;
}

Value ClixmlValues::read_object(const pugi::xml_node& element) {
  if (active_.size() >= static_cast<std::size_t>(kMaxDepth)) {
    const Span where = tree_->tag_of(element);
    note_depth(where);
    return lost(Loss::depth, where);
  }
  ClixmlObject object = open(element);
  read_parts(object, element);
  return close(object, at_reference_ ? *at_reference_ : tree_->span_of(element));
}

ClixmlObject ClixmlValues::open(const pugi::xml_node& element) {
  ClixmlObject object;
  object.begin = tree_->begin_of(element);
  object.first_field = fields_.size();
  object.first_item = items_.size();
  if (!at_reference_) object.id = tree_->raw_attribute(element, "RefId");
  if (!object.id.empty()) objects_.set(object.id, file_.span(object.begin, 1));
  active_.push_back(object.begin);
  return object;
}

void ClixmlValues::read_parts(ClixmlObject& into, const pugi::xml_node& parent) {
  using enum ClixmlTag;
  for (const pugi::xml_node& part : parent.children()) {
    if (part.type() != pugi::node_element) continue;
    const ClixmlTag kind = clixml_tag(part.name());
    switch (kind) {
      case types:
      case types_reference: into.types = read_types(part, kind); break;
      case display_text:
        into.label = unescape_clixml(placed(tree_->text(part, *arena_)), *arena_);
        break;
      case adapted: {
        const std::size_t before = fields_.size();
        read_fields(part);
        into.has_properties = fields_.size() > before;
        break;
      }
      case extended:
        into.extended_begin = fields_.size();
        read_fields(part);
        into.extended_end = fields_.size();
        break;
      case list:
        into.is_list = true;
        read_items(part);
        break;
      case dictionary:
        for (const pugi::xml_node& entry : part.children()) read_entry(entry);
        break;
      default:
        if (is_clixml_value(kind)) {
          const Value value = read(part, kind);
          if (!into.primitive && value.kind != ValueKind::null) into.primitive = value;
        } else {
          pass_over(part, kind);
        }
    }
  }
}

Value ClixmlValues::close(const ClixmlObject& object, Span where) {
  active_.pop_back();
  if (!object.id.empty()) objects_.set(object.id, where);
  Value value;
  value.text.where = where;
  if (object.is_list) {
    value.kind = ValueKind::list;
    if (object.label) value.text.value = object.label->value;
    value.items = arena_->keep(std::span<const Value>(items_).subspan(object.first_item));
  } else if (object.primitive && !object.has_properties) {
    value = *object.primitive;
    // The name of an enumeration's value says more than its number.
    if (object.label && value.kind == ValueKind::text && value.loss == Loss::none) {
      value.text = *object.label;
    }
  } else {
    drop_hidden_fields(object);
    value.kind = ValueKind::record;
    Record record;
    record.types = object.types;
    record.fields = arena_->keep(std::span<const Field>(fields_).subspan(object.first_field));
    record.where = where;
    // A credential is as secret as its password.
    for (const Field& field : record.fields) {
      if (field.value.loss == Loss::withheld) value.loss = Loss::withheld;
    }
    if (object.label) record.label = value.text = *object.label;
    value.record = arena_->keep_one(record);
  }
  fields_.resize(object.first_field);
  items_.resize(object.first_item);
  return value;
}

void ClixmlValues::drop_hidden_fields(const ClixmlObject& object) {
  if (object.extended_end == object.extended_begin) return;
  const auto all = std::span<const Field>(fields_).subspan(object.first_field);
  const std::size_t first = object.extended_begin - object.first_field;
  const auto extended = all.subspan(first, object.extended_end - object.extended_begin);
  if (extended.size() == all.size()) return;
  constexpr std::size_t kFew = 16;
  std::vector<std::string_view> sorted;
  if (extended.size() > kFew) {
    for (const Field& field : extended) sorted.push_back(field.name.value);
    std::ranges::sort(sorted, LessIgnoringCase());
  }
  const auto is_hidden = [&](std::size_t index) {
    if (index >= first && index < first + extended.size()) return false;
    const std::string_view name = all[index].name.value;
    if (!sorted.empty()) return std::ranges::binary_search(sorted, name, LessIgnoringCase());
    return std::ranges::any_of(extended, [&](const Field& field) { return is_named(field, name); });
  };
  // Found first, since the names of `MS` move with the fields.
  std::vector<std::size_t> hidden;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (is_hidden(i)) hidden.push_back(i);
  }
  if (hidden.empty()) return;
  std::size_t to = object.first_field;
  auto next = hidden.begin();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (next != hidden.end() && *next == i) {
      ++next;
    } else {
      fields_[to++] = all[i];
    }
  }
  fields_.resize(to);
}

void ClixmlValues::read_fields(const pugi::xml_node& parent) {
  for (const pugi::xml_node& child : parent.children()) {
    if (child.type() != pugi::node_element) continue;
    const ClixmlTag kind = clixml_tag(child.name());
    if (!is_clixml_value(kind)) {
      pass_over(child, kind);
      continue;
    }
    Text name = tree_->attribute(child, "N", *arena_);
    if (name.value.empty()) {
      note(NoteKind::suspicious, "expected the name of a property in the attribute 'N'; left out",
           name.where);
      continue;
    }
    if (may_be_escaped(name)) name = unescape_clixml(name, *arena_);
    if (at_reference_) name = placed(name);
    // Reading it may move the fields.
    const Value value = read(child, kind);
    fields_.push_back({name, value});
  }
}

void ClixmlValues::read_items(const pugi::xml_node& parent) {
  for (const pugi::xml_node& child : parent.children()) {
    if (child.type() != pugi::node_element) continue;
    const ClixmlTag kind = clixml_tag(child.name());
    if (is_clixml_value(kind)) {
      const Value value = read(child, kind);
      items_.push_back(value);
    } else {
      pass_over(child, kind);
    }
  }
}

Text ClixmlValues::key_of(const pugi::xml_node& entry) {
  for (const pugi::xml_node& child : entry.children()) {
    const ClixmlTag kind = clixml_tag(child.name());
    if (tree_->raw_attribute(child, "N") != "Key" || !is_clixml_value(kind)) continue;
    const Value value = read(child, kind);
    return value.kind == ValueKind::list ? Text() : value.text;
  }
  return {};
}

void ClixmlValues::read_entry(const pugi::xml_node& entry) {
  if (entry.type() != pugi::node_element) return;
  if (clixml_tag(entry.name()) != ClixmlTag::entry) return pass_over(entry, ClixmlTag::unknown);
  const Text key = placed(key_of(entry));
  bool found = false;
  for (const pugi::xml_node& child : entry.children()) {
    const ClixmlTag kind = clixml_tag(child.name());
    if (tree_->raw_attribute(child, "N") != "Value" || !is_clixml_value(kind) ||
        key.value.empty()) {
      continue;
    }
    found = true;
    const Value value = read(child, kind);
    fields_.push_back({key, value});
  }
  if (found) return;
  note(NoteKind::suspicious,
       R"(expected a dictionary's entry to hold elements with N="Key" and N="Value"; left out)",
       tree_->tag_of(entry));
}

std::span<const Text> ClixmlValues::read_types(const pugi::xml_node& element, ClixmlTag kind) {
  const std::string_view id = tree_->raw_attribute(element, "RefId");
  if (at_reference_ || kind == ClixmlTag::types_reference) {
    const std::span<const Text>* known = types_.find(id);
    return known == nullptr ? std::span<const Text>() : *known;
  }
  Arena& arena = id.empty() ? *arena_ : types_arena_;
  std::vector<Text> names;
  for (const pugi::xml_node& child : element.children()) {
    if (child.type() != pugi::node_element) continue;
    names.push_back(unescape_clixml(tree_->text(child, arena), arena));
  }
  const std::span<const Text> types = arena.keep(names);
  if (!id.empty()) types_.set(id, arena.keep_one(types));
  return types;
}

}  // namespace connlint
