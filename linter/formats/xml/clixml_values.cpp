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

ClixmlValues::ClixmlValues(const SourceFile& file, XmlCursor& cursor, RecordSink& sink)
    : file_(file),
      cursor_(&cursor),
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

Value ClixmlValues::read(const XmlTag& tag, ClixmlTag kind) {
  if (kind == ClixmlTag::object) return read_object(tag);
  if (kind == ClixmlTag::reference) return read_reference(tag);
  if (kind != ClixmlTag::nil) return read_text(tag, kind);
  cursor_->skip();
  return lost(Loss::none, cursor_->span_of(tag));
}

void ClixmlValues::pass_over(const XmlTag& tag, ClixmlTag kind) {
  if (kind != ClixmlTag::progress) {
    note(
        NoteKind::suspicious,
        "expected the element of a value, found '" + std::string(cut(tag.name, 60)) + "'; left out",
        cursor_->span_of(tag));
  }
  cursor_->skip();
}

Value ClixmlValues::read_text(const XmlTag& tag, ClixmlTag kind) {
  if (kind == ClixmlTag::secret) {
    cursor_->skip();
    Value secret = lost(Loss::withheld, cursor_->span_of(tag));
    secret.kind = ValueKind::text;
    return secret;
  }
  Value value{.kind = ValueKind::text, .text = cursor_->text(tag, *arena_)};
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

Value ClixmlValues::read_reference(const XmlTag& tag) {
  const Span where = cursor_->span_of(tag);
  const std::string_view id = cursor_->raw_attribute("RefId");
  cursor_->skip();
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
  const bool outermost = !at_reference_;
  if (outermost) at_reference_ = reference;
  XmlCursor cursor(file_, target.begin, std::size_t{target.begin} + target.length);
  XmlCursor* outer = std::exchange(cursor_, &cursor);
  const Value value = read_object(cursor.next_child());
  cursor_ = outer;
  if (outermost) at_reference_.reset();
  return value;
}

Value ClixmlValues::read_object(const XmlTag& tag) {
  if (active_.size() >= static_cast<std::size_t>(kMaxDepth)) {
    const Span where = cursor_->span_of(tag);
    note(NoteKind::unreadable,
         "expected objects nested at most " + std::to_string(kMaxDepth) +
             " levels deep, found more; export again with the usual depth",
         where);
    cursor_->skip();
    return lost(Loss::depth, where);
  }
  ClixmlObject object = open(tag);
  for (XmlTag part = cursor_->next_child(); part.exists(); part = cursor_->next_child()) {
    read_part(object, part, clixml_tag(part.name));
  }
  return close(object);
}

ClixmlObject ClixmlValues::open(const XmlTag& tag) {
  ClixmlObject object;
  object.tag = tag;
  object.first_field = fields_.size();
  object.first_item = items_.size();
  if (!at_reference_) object.id = cursor_->raw_attribute("RefId");
  if (!object.id.empty()) objects_.set(object.id, file_.span(tag.begin, 1));
  active_.push_back(tag.begin);
  return object;
}

void ClixmlValues::read_part(ClixmlObject& into, const XmlTag& tag, ClixmlTag kind) {
  using enum ClixmlTag;
  switch (kind) {
    case types:
    case types_reference: into.types = read_types(kind); return;
    case display_text: {
      const Text label = unescape_clixml(placed(cursor_->text(tag, *arena_)), *arena_);
      if (!cursor_->failed()) into.label = label;
      return;
    }
    case adapted: {
      const std::size_t before = fields_.size();
      read_fields();
      into.has_properties = fields_.size() > before;
      return;
    }
    case extended:
      into.extended_begin = fields_.size();
      read_fields();
      into.extended_end = fields_.size();
      return;
    case list: into.is_list = true; return read_items();
    case dictionary:
      for (XmlTag entry = cursor_->next_child(); entry.exists(); entry = cursor_->next_child()) {
        read_entry(entry);
      }
      return;
    default: break;
  }
  if (!is_clixml_value(kind)) return pass_over(tag, kind);
  const Value value = read(tag, kind);
  if (cursor_->failed() || into.primitive || value.kind == ValueKind::null) return;
  into.primitive = value;
}

Value ClixmlValues::close(const ClixmlObject& object) {
  active_.pop_back();
  const Span where = at_reference_ ? *at_reference_ : cursor_->span_from(object.tag);
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

void ClixmlValues::read_fields() {
  for (XmlTag child = cursor_->next_child(); child.exists(); child = cursor_->next_child()) {
    const ClixmlTag kind = clixml_tag(child.name);
    if (!is_clixml_value(kind)) {
      pass_over(child, kind);
      continue;
    }
    Text name = cursor_->attribute("N", *arena_);
    if (name.value.empty()) {
      note(NoteKind::suspicious, "expected the name of a property in the attribute 'N'; left out",
           name.where);
      cursor_->skip();
      continue;
    }
    if (may_be_escaped(name)) name = unescape_clixml(name, *arena_);
    if (at_reference_) name = placed(name);
    const Value value = read(child, kind);
    if (cursor_->failed()) return;
    fields_.push_back({name, value});
  }
}

void ClixmlValues::read_items() {
  for (XmlTag child = cursor_->next_child(); child.exists(); child = cursor_->next_child()) {
    const ClixmlTag kind = clixml_tag(child.name);
    if (!is_clixml_value(kind)) {
      pass_over(child, kind);
      continue;
    }
    items_.push_back(read(child, kind));
    if (cursor_->failed()) items_.pop_back();
  }
}

Text ClixmlValues::key_of(const XmlTag& entry) {
  XmlCursor cursor(file_, entry.begin, file_.text.size());
  XmlCursor* outer = std::exchange(cursor_, &cursor);
  Text key;
  cursor.next_child();
  for (XmlTag child = cursor.next_child(); child.exists(); child = cursor.next_child()) {
    const ClixmlTag kind = clixml_tag(child.name);
    if (cursor.raw_attribute("N") != "Key" || !is_clixml_value(kind)) {
      cursor.skip();
      continue;
    }
    const Value value = read(child, kind);
    if (!cursor.failed() && value.kind != ValueKind::list) key = value.text;
    break;
  }
  cursor_ = outer;
  return key;
}

void ClixmlValues::read_entry(const XmlTag& entry) {
  if (clixml_tag(entry.name) != ClixmlTag::entry) return pass_over(entry, ClixmlTag::unknown);
  const Text key = placed(key_of(entry));
  bool found = false;
  for (XmlTag child = cursor_->next_child(); child.exists(); child = cursor_->next_child()) {
    const ClixmlTag kind = clixml_tag(child.name);
    if (cursor_->raw_attribute("N") != "Value" || !is_clixml_value(kind) || key.value.empty()) {
      cursor_->skip();
      continue;
    }
    found = true;
    fields_.push_back({key, read(child, kind)});
    if (cursor_->failed()) fields_.pop_back();
  }
  if (found || cursor_->failed()) return;
  note(NoteKind::suspicious,
       R"(expected a dictionary's entry to hold elements with N="Key" and N="Value"; left out)",
       cursor_->span_of(entry));
}

std::span<const Text> ClixmlValues::read_types(ClixmlTag kind) {
  const std::string_view id = cursor_->raw_attribute("RefId");
  if (at_reference_ || kind == ClixmlTag::types_reference) {
    cursor_->skip();
    const std::span<const Text>* known = types_.find(id);
    return known == nullptr ? std::span<const Text>() : *known;
  }
  Arena& arena = id.empty() ? *arena_ : types_arena_;
  std::vector<Text> names;
  for (XmlTag child = cursor_->next_child(); child.exists(); child = cursor_->next_child()) {
    names.push_back(unescape_clixml(cursor_->text(child, arena), arena));
  }
  if (cursor_->failed()) return {};
  const std::span<const Text> types = arena.keep(names);
  if (!id.empty()) types_.set(id, arena.keep_one(types));
  return types;
}

}  // namespace connlint
