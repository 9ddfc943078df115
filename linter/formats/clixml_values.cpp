#include "linter/formats/clixml_values.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

#include "linter/formats/carrier.h"
#include "linter/formats/clixml_text.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::size_t kMaxNotes = 20;
// Enough for references in real exports, which are a few for each object.
constexpr std::size_t kLeastReferenceBudget = 100'000;

/// A name of up to eight bytes as a number.
constexpr std::uint64_t packed(std::string_view name) {
  std::uint64_t value = 0;
  for (char c : name) value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

ClixmlTag tag_of(pugi::xml_node element) { return clixml_tag(element.name()); }

bool is_value(ClixmlTag tag) {
  using enum ClixmlTag;
  return tag == object || tag == reference || tag == nil || tag == scalar || tag == character ||
         tag == bytes || tag == secret;
}

bool is_named(const Field& field, std::string_view name) {
  return field.name.value.size() == name.size() && equals_ignoring_case(field.name.value, name);
}

}  // namespace

ClixmlTag clixml_tag(std::string_view name) {
  using enum ClixmlTag;
  if (name.size() > 8) return unknown;
  switch (packed(name)) {
    case packed("Objs"): return document;
    case packed("Obj"): return object;
    case packed("Ref"): return reference;
    case packed("Nil"): return nil;
    case packed("S"):
    case packed("B"):
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
    case packed("G"):
    case packed("URI"):
    case packed("Version"):
    case packed("XD"):
    case packed("SBK"): return scalar;
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

pugi::xml_attribute clixml_attribute(pugi::xml_node element, std::string_view name) {
  pugi::xml_attribute attribute = element.first_attribute();
  while (attribute && attribute.name() != name) attribute = attribute.next_attribute();
  return attribute;
}

/// What an object has been found to have.
struct ClixmlValues::Parts {
  std::span<const Text> types;
  std::optional<Text> label;
  std::optional<Value> primitive;
  bool is_list = false;
  std::size_t first_field = 0;
  std::size_t first_item = 0;
  /// The fields of `MS`, which hide those of the same name in `Props`.
  std::size_t extended_begin = 0;
  std::size_t extended_end = 0;
};

ClixmlValues::ClixmlValues(const XmlSource& source, RecordSink& sink)
    : source_(source),
      sink_(sink),
      reference_budget_(std::max(kLeastReferenceBudget, source.file().text.size() / 8)) {}

void ClixmlValues::forget() {
  objects_.clear();
  types_.clear();
}

void ClixmlValues::note(NoteKind kind, std::string message, Span where) {
  if (noted_.size() >= kMaxNotes || std::ranges::find(noted_, message) != noted_.end()) return;
  noted_.push_back(message);
  sink_.note({.kind = kind, .message = std::move(message), .where = where});
}

Text ClixmlValues::placed(Text text) const {
  if (!at_reference_) return text;
  return {text.value, *at_reference_, false};
}

Value ClixmlValues::lost(Loss loss, Span where) const {
  Value value;
  value.loss = loss;
  value.text.where = at_reference_.value_or(where);
  return value;
}

std::size_t ClixmlValues::inner_close(pugi::xml_node element, std::size_t close) const {
  // Behind a reference no place of its own is needed.
  if (at_reference_) return close;
  return source_.close_of(element, source_.end_of(element, close));
}

void ClixmlValues::remember(pugi::xml_node object) {
  if (at_reference_) return;
  const pugi::xml_attribute id = clixml_attribute(object, "RefId");
  if (id) objects_.set(id.value(), object);
}

std::optional<Value> ClixmlValues::read(pugi::xml_node element, std::size_t parent_close) {
  if (at_reference_ && reference_budget_ > 0) --reference_budget_;
  using enum ClixmlTag;
  const ClixmlTag tag = tag_of(element);
  switch (tag) {
    case object: return read_object(element, parent_close);
    case reference: return read_reference(element);
    case nil: {
      Value value;
      value.text.where = at_reference_ ? *at_reference_ : source_.start_tag(element);
      return value;
    }
    case scalar:
    case character:
    case bytes:
    case secret: return read_scalar(element, tag);
    case progress: return std::nullopt;
    default: break;
  }
  std::string name = element.name();
  note(NoteKind::suspicious,
       "the element '" + name.substr(0, 60) + "' is none that Export-Clixml writes; left out",
       source_.start_tag(element));
  return std::nullopt;
}

Value ClixmlValues::read_scalar(pugi::xml_node element, ClixmlTag tag) {
  Value value;
  value.kind = ValueKind::text;
  if (tag == ClixmlTag::secret) {
    value.loss = Loss::withheld;
    value.text.where = at_reference_ ? *at_reference_ : source_.start_tag(element);
    return value;
  }
  value.text = placed(source_.text_of(element, arena_));
  if (tag == ClixmlTag::scalar) value.text = unescape_clixml(value.text, arena_);
  if (tag == ClixmlTag::character) value.text = character_of_clixml(value.text, arena_);
  return value;
}

Value ClixmlValues::read_reference(pugi::xml_node reference) {
  const Span where = source_.start_tag(reference);
  const std::string_view id = clixml_attribute(reference, "RefId").value();
  const pugi::xml_node target = objects_.find(id);
  if (!target) {
    note(NoteKind::suspicious,
         "expected an object with RefId \"" + std::string(id.substr(0, 60)) +
             "\" before this reference, found none; the value is unknown",
         where);
    return lost(Loss::unresolved, where);
  }
  // An object that holds itself, as some of .NET do.
  if (std::ranges::find(active_, target) != active_.end()) return lost(Loss::unresolved, where);
  if (reference_budget_ == 0) {
    note(NoteKind::unreadable,
         "references repeat more values than a real export does; expected fewer. The values of "
         "further references are unknown",
         where);
    return lost(Loss::unresolved, where);
  }
  const bool outermost = !at_reference_;
  if (outermost) at_reference_ = where;
  const Value value = read_object(target, 0);
  if (outermost) at_reference_.reset();
  return value;
}

std::span<const Text> ClixmlValues::open_object(pugi::xml_node object) {
  remember(object);
  active_.push_back(object);
  std::span<const Text> types;
  for (pugi::xml_node child = object.first_child(); child; child = child.next_sibling()) {
    const ClixmlTag tag = tag_of(child);
    if (tag == ClixmlTag::types || tag == ClixmlTag::types_reference) types = read_types(child);
  }
  return types;
}

Value ClixmlValues::read_object(pugi::xml_node object, std::size_t parent_close) {
  if (active_.size() >= static_cast<std::size_t>(kMaxDepth)) {
    const Span where = source_.start_tag(object);
    note(NoteKind::unreadable,
         "objects are nested deeper than " + std::to_string(kMaxDepth) +
             " levels; expected an export by Export-Clixml with its usual depth",
         where);
    return lost(Loss::depth, where);
  }
  remember(object);
  active_.push_back(object);
  Parts parts;
  parts.first_field = fields_.size();
  parts.first_item = items_.size();
  Span where;
  std::size_t close = 0;
  if (at_reference_) {
    where = *at_reference_;
  } else {
    const std::size_t begin = source_.begin_of(object);
    const std::size_t end = source_.end_of(object, parent_close);
    close = source_.close_of(object, end);
    where = source_.file().span(begin, end - begin);
  }
  for (pugi::xml_node child = object.first_child(); child; child = child.next_sibling()) {
    if (child.type() == pugi::node_element) read_part(child, close, parts);
  }
  const Value value = finish(object, where, parts);
  fields_.resize(parts.first_field);
  items_.resize(parts.first_item);
  active_.pop_back();
  return value;
}

void ClixmlValues::read_part(pugi::xml_node child, std::size_t close, Parts& parts) {
  using enum ClixmlTag;
  const ClixmlTag tag = tag_of(child);
  const bool is_bag = tag == adapted || tag == extended || tag == list || tag == dictionary;
  if (!is_bag && source_.is_open(child)) return;
  const std::size_t inner = is_bag ? inner_close(child, close) : close;
  switch (tag) {
    case types:
    case types_reference: parts.types = read_types(child); return;
    case display_text:
      parts.label = unescape_clixml(placed(source_.text_of(child, arena_)), arena_);
      return;
    case adapted: read_fields(child, inner); return;
    case extended:
      parts.extended_begin = fields_.size();
      read_fields(child, inner);
      parts.extended_end = fields_.size();
      return;
    case list:
      parts.is_list = true;
      read_items(child, inner);
      return;
    case dictionary: read_entries(child, inner); return;
    default: break;
  }
  const std::optional<Value> value = read(child, close);
  if (value && !parts.primitive && value->kind != ValueKind::null) parts.primitive = value;
}

Value ClixmlValues::finish(pugi::xml_node object, Span where, const Parts& parts) {
  Value value;
  value.text.where = where;
  if (parts.is_list) {
    value.kind = ValueKind::list;
    if (parts.label) value.text.value = parts.label->value;
    value.items = arena_.keep(std::span<const Value>(items_).subspan(parts.first_item));
    return value;
  }
  if (parts.primitive) {
    value = *parts.primitive;
    // The name of an enumeration's value says more than its number.
    if (parts.label && value.kind == ValueKind::text && value.loss == Loss::none) {
      value.text = *parts.label;
    }
    return value;
  }
  drop_hidden_fields(parts);
  value.kind = ValueKind::record;
  const auto fields = std::span<const Field>(fields_).subspan(parts.first_field);
  // A credential is as secret as its password.
  const bool holds_secret = std::ranges::any_of(
      fields, [](const Field& field) { return field.value.loss == Loss::withheld; });
  if (holds_secret) value.loss = Loss::withheld;
  Record record;
  record.types = parts.types;
  record.fields = arena_.keep(fields);
  record.where = at_reference_ ? *at_reference_ : source_.start_tag(object);
  if (parts.label) {
    record.label = *parts.label;
    value.text = *parts.label;
  }
  value.record = arena_.keep_one(record);
  return value;
}

void ClixmlValues::drop_hidden_fields(const Parts& parts) {
  const auto all = std::span<const Field>(fields_).subspan(parts.first_field);
  const std::size_t first =
      parts.extended_begin - std::min(parts.extended_begin, parts.first_field);
  const auto extended = all.subspan(first, parts.extended_end - parts.extended_begin);
  if (extended.empty() || extended.size() == all.size()) return;
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
  std::size_t to = parts.first_field;
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

void ClixmlValues::read_fields(pugi::xml_node bag, std::size_t close) {
  for (pugi::xml_node child = bag.first_child(); child; child = child.next_sibling()) {
    if (child.type() != pugi::node_element || source_.is_open(child)) continue;
    const pugi::xml_attribute name = clixml_attribute(child, "N");
    if (!name) {
      if (tag_of(child) == ClixmlTag::progress) continue;
      note(NoteKind::suspicious, "expected the name of a property in the attribute 'N'; left out",
           source_.start_tag(child));
      continue;
    }
    const std::optional<Value> value = read(child, close);
    if (!value) continue;
    fields_.push_back({unescape_clixml(placed(source_.text_of(name)), arena_), *value});
  }
}

void ClixmlValues::read_items(pugi::xml_node list, std::size_t close) {
  for (pugi::xml_node child = list.first_child(); child; child = child.next_sibling()) {
    if (child.type() != pugi::node_element || source_.is_open(child)) continue;
    const std::optional<Value> value = read(child, close);
    if (value) items_.push_back(*value);
  }
}

ClixmlValues::Entry ClixmlValues::read_entry(pugi::xml_node entry, std::size_t close) {
  Entry found;
  bool has_key = false;
  for (pugi::xml_node child = entry.first_child(); child; child = child.next_sibling()) {
    if (child.type() != pugi::node_element) continue;
    const std::string_view name = clixml_attribute(child, "N").value();
    if (name == "Key" && !source_.is_open(child)) {
      const std::optional<Value> key = read(child, close);
      has_key = key && key->kind != ValueKind::null && key->kind != ValueKind::list;
      if (has_key) found.key = key->text;
    } else if (name == "Value" && is_value(tag_of(child))) {
      found.value = child;
    }
  }
  if (!source_.is_open(entry) && (!has_key || !found.value)) {
    note(NoteKind::suspicious,
         "expected a dictionary's entry to hold elements with N=\"Key\" and N=\"Value\"; left out",
         source_.start_tag(entry));
  }
  if (!has_key) found.value = {};
  return found;
}

void ClixmlValues::read_entries(pugi::xml_node dictionary, std::size_t close) {
  for (pugi::xml_node child = dictionary.first_child(); child; child = child.next_sibling()) {
    if (tag_of(child) != ClixmlTag::entry) continue;
    const std::size_t inner = inner_close(child, close);
    const Entry entry = read_entry(child, inner);
    if (!entry.value || source_.is_open(entry.value)) continue;
    const std::optional<Value> value = read(entry.value, inner);
    if (value) fields_.push_back({entry.key, *value});
  }
}

std::span<const Text> ClixmlValues::read_types(pugi::xml_node element) {
  const pugi::xml_attribute id = clixml_attribute(element, "RefId");
  if (at_reference_ || tag_of(element) == ClixmlTag::types_reference) {
    const std::span<const Text>* known = types_.find(id.value());
    return known == nullptr ? std::span<const Text>() : *known;
  }
  if (source_.is_open(element)) return {};
  Arena& arena = id ? types_arena_ : arena_;
  std::vector<Text> names;
  for (pugi::xml_node child = element.first_child(); child; child = child.next_sibling()) {
    if (child.type() != pugi::node_element) continue;
    names.push_back(unescape_clixml(source_.text_of(child, arena), arena));
  }
  const std::span<const Text> types = arena.keep(names);
  if (id) types_.set(id.value(), arena.keep_one(types));
  return types;
}

}  // namespace connlint
