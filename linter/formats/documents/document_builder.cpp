#include "linter/formats/documents/document_builder.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "linter/formats/format.h"
#include "linter/support/characters.h"

namespace connlint {
namespace {

/// More remarks than this say nothing new, and a hostile file could make millions.
constexpr std::size_t kMaxDocumentNotes = 100;
/// How many values repeated ones may amount to: a list of ten names, shared by 10,000 connectors.
constexpr std::size_t kMaxRepeated = 100'000;
/// Up to this many keys are compared each with each.
constexpr std::size_t kFewFields = 16;

}  // namespace

void DocumentBuilder::begin_document() { repeated_ = 0; }

void DocumentBuilder::end_document() {
  if (!frames_.empty() && frames_.front().shape == Shape::mapping) {
    const Frame& root = frames_.front();
    const std::span<const Field> fields(fields_.data(), fields_.size());
    const std::size_t end = std::max<std::size_t>(root.first, root.begin);
    sink_.record({.container = {},
                  .types = {},
                  .fields = fields,
                  .label = {},
                  .where = span(root.begin, end)});
  }
  frames_.clear();
  fields_.clear();
  values_.clear();
  root_keys_.clear();
  root_memory_.reset();
  item_memory_.reset();
  labelled_.reset();
  item_frame_ = 0;
  skipped_ = 0;
  skip_value_ = false;
  skip_value_after_ = false;
}

void DocumentBuilder::abandon_document() {
  if (!frames_.empty()) {
    std::size_t complete = fields_.size();
    std::size_t end = frames_.front().begin;
    for (std::size_t i = 1; i < frames_.size(); ++i) {
      if (frames_[i].shape == Shape::mapping) complete = std::min(complete, frames_[i].first);
    }
    fields_.resize(complete);
    for (const Field& field : fields_) {
      const Span where = field.value.text.where;
      end = std::max<std::size_t>(end, std::size_t{where.begin} + where.length);
    }
    frames_.resize(fields_.empty() ? 0 : 1);
    if (!frames_.empty()) frames_.front().first = end;
  }
  end_document();
}

void DocumentBuilder::end_file() {
  if (!holds_anything_ && notes_ == 0) {
    note(NoteKind::unreadable,
         "the file holds nothing; expected keys and values, such as 'connlint: 1'",
         file_.span(0, 0));
  }
  if (notes_ > kMaxDocumentNotes) {
    sink_.note(
        {.kind = NoteKind::ignored,
         .message = fmt::format("{} more remarks on this file are left out; mend the first ones",
                                notes_ - kMaxDocumentNotes),
         .where = file_.span(0, 0),
         .located = false});
  }
}

bool DocumentBuilder::expects_key() const {
  return !frames_.empty() && frames_.back().shape == Shape::mapping && !frames_.back().has_key &&
         !skips();
}

/// Whether a value that begins now is an item of a list that is a member of the root mapping.
bool DocumentBuilder::is_item_of_member() const {
  return frames_.size() == 2 && frames_[0].shape == Shape::mapping &&
         frames_[1].shape == Shape::list;
}

/// Whether a mapping that begins now is a record of its own.
bool DocumentBuilder::is_item() const {
  return is_item_of_member() || (frames_.size() == 1 && frames_[0].shape == Shape::list);
}

void DocumentBuilder::key(const Text& name) {
  Frame& frame = frames_.back();
  // Members of the root are handed over as they are read, so that a second one must be known before
  // it is read.
  if (frames_.size() == 1 && !root_keys_.emplace(name.value).second) {
    note_duplicate(name);
    skip_value_ = true;
    return;
  }
  frame.key = name;
  frame.has_key = true;
}

void DocumentBuilder::refuse_key(std::string message, Span where) {
  note(NoteKind::unreadable, std::move(message), where);
  skip_value_ = true;
}

void DocumentBuilder::scalar(const Value& value, std::size_t label) {
  if (skipped_ > 0) return;
  if (std::exchange(skip_value_, false)) return;
  if (label != 0) labelled_.keep(label, value);
  add(value);
}

void DocumentBuilder::repeat(std::size_t label, std::string_view name, Span where) {
  if (skipped_ > 0) return;
  if (std::exchange(skip_value_, false)) return;
  const LabelledValues::Kept* kept = labelled_.find(label);
  const bool fits = kept != nullptr && repeated_ + kept->count <= kMaxRepeated &&
                    frames_.size() + static_cast<std::size_t>(kept->depth) <= kMaxDepth;
  if (expects_key()) {
    if (fits && kept->value.kind == ValueKind::text) {
      return key({.value = kept->value.text.value, .where = where, .verbatim = false});
    }
    return refuse_key(fmt::format("'{}' is a key here and must mean a text", shortened(name)),
                      where);
  }
  if (!fits) {
    note_unrepeatable(kept != nullptr, name, where);
    Value lost{.kind = ValueKind::null, .loss = Loss::unresolved, .quoted = false, .text = {}};
    lost.text.where = where;
    return add(lost);
  }
  repeated_ += kept->count;
  // The value stands where it is repeated; its parts stand where they were written.
  Value value = kept->value;
  value.text.where = where;
  value.text.verbatim = false;
  place(value);
}

void DocumentBuilder::begin(Shape shape, std::size_t at, std::size_t label) {
  holds_anything_ = true;
  if (skipped_ > 0 || std::exchange(skip_value_, false)) {
    ++skipped_;
    return;
  }
  if (expects_key()) {
    note(NoteKind::unreadable, "a key is a list or a mapping; expected a text, such as 'name: Fax'",
         span(at, at + 1));
    skipped_ = 1;
    skip_value_after_ = true;
    return;
  }
  if (frames_.size() >= kMaxDepth) {
    refuse_depth(at);
    Value lost{.kind = ValueKind::null, .loss = Loss::depth, .quoted = false, .text = {}};
    lost.text.where = span(at, at + 1);
    add(lost);
    skipped_ = 1;
    return;
  }
  if (shape == Shape::list && frames_.size() == 1 && frames_[0].shape == Shape::list) {
    note(NoteKind::unreadable, "a list stands where an object was expected, as in '- name: Fax'",
         span(at, at + 1));
    skipped_ = 1;
    return;
  }
  const bool item = item_frame_ == 0 && shape == Shape::mapping && is_item();
  frames_.push_back({.shape = shape,
                     .begin = at,
                     .label = label,
                     .first = shape == Shape::mapping ? fields_.size() : values_.size(),
                     .key = {}});
  if (item) item_frame_ = frames_.size();
}

void DocumentBuilder::end(std::size_t at) {
  if (skipped_ > 0) {
    if (--skipped_ == 0) skip_value_ = std::exchange(skip_value_after_, false);
    return;
  }
  if (frames_.empty()) return;
  if (frames_.size() == 1) {
    // Kept open for `end_document`; the root's fields begin at 0, so that `first` is free.
    frames_.front().first = at;
    return;
  }
  const Frame frame = frames_.back();
  const Value value =
      frame.shape == Shape::mapping ? finish_mapping(frame, at) : finish_list(frame, at);
  const bool item = item_frame_ == frames_.size();
  frames_.pop_back();
  // A list whose items were handed over is no longer there to be repeated.
  if (frame.label != 0 && !frame.streamed) labelled_.keep(frame.label, value);
  if (item) {
    hand_over(*value.record);
    item_frame_ = 0;
    item_memory_.reset();
  } else if (frame.streamed && value.items.empty()) {
    drop_value();
  } else {
    add(value);
  }
}

void DocumentBuilder::note(NoteKind kind, std::string message, Span where) {
  if (++notes_ > kMaxDocumentNotes) return;
  sink_.note({.kind = kind, .message = std::move(message), .where = where});
}

void DocumentBuilder::note_unrepeatable(bool known, std::string_view name, Span where) {
  if (known && std::exchange(said_too_many_, true)) return;
  const std::string_view reason =
      known ? ", and others like it: aliases amount to too many values or levels; write the values "
              "out"
            : ": it means a value around it, a list of objects, or one too large to repeat; write "
              "the value out here";
  note(NoteKind::unreadable, fmt::format("'{}' is left out{}", shortened(name), reason), where);
}

void DocumentBuilder::refuse_depth(std::size_t at) {
  if (std::exchange(said_too_deep_, true)) return;
  note(NoteKind::unreadable,
       fmt::format("nested deeper than {} levels; what is deeper is left out, expected objects "
                   "with values and lists",
                   kMaxDepth),
       span(at, at + 1));
}

/// Puts a complete value into the collection that is open.
void DocumentBuilder::add(const Value& value) {
  if (frames_.empty()) {
    if (value.kind == ValueKind::null) return;
    note(NoteKind::unreadable, "a text stands alone; expected keys and values, such as 'name: Fax'",
         value.text.where);
    return;
  }
  Frame& frame = frames_.back();
  if (frame.shape == Shape::mapping) {
    fields_.push_back({frame.key, value});
    frame.has_key = false;
  } else if (frames_.size() == 1) {
    note(NoteKind::unreadable,
         fmt::format("'{}' stands where an object was expected, as in '- name: Fax'",
                     shortened(value.text.value)),
         value.text.where);
  } else {
    values_.push_back(value);
  }
}

/// Leaves out the value of the current key.
void DocumentBuilder::drop_value() {
  if (!frames_.empty()) frames_.back().has_key = false;
}

/// Puts a repeated value where it is repeated: objects in a list of the root are records.
void DocumentBuilder::place(const Value& value) {
  if (item_frame_ == 0 && value.kind == ValueKind::record && is_item()) {
    Record record = *value.record;
    record.where = value.text.where;
    return hand_over(record);
  }
  const bool member = frames_.size() == 1 && frames_[0].shape == Shape::mapping;
  if (member && value.kind == ValueKind::list) return place_list(value);
  add(value);
}

void DocumentBuilder::place_list(const Value& list) {
  Frame member = {.shape = Shape::list, .first = values_.size(), .key = {}};
  member.begin = list.text.where.begin;
  frames_.push_back(member);
  for (const Value& item : list.items) place(item);
  Value rest = list;
  const bool streamed = frames_.back().streamed;
  rest.items = root_memory_.keep(std::span<const Value>(values_).subspan(member.first));
  values_.resize(member.first);
  frames_.pop_back();
  if (streamed && rest.items.empty()) return drop_value();
  add(rest);
}

void DocumentBuilder::hand_over(const Record& record) {
  frames_.back().streamed = true;
  Record out = record;
  out.container = frames_.front().shape == Shape::mapping ? frames_.front().key : Text{};
  sink_.record(out);
}

Value DocumentBuilder::finish_mapping(const Frame& frame, std::size_t end) {
  drop_duplicates(frame.first);
  const std::span<const Field> fields =
      memory().keep(std::span<const Field>(fields_).subspan(frame.first));
  fields_.resize(frame.first);
  Value value{.kind = ValueKind::record, .loss = Loss::none, .quoted = false, .text = {}};
  value.text.where = span(frame.begin, end);
  value.record = memory().keep_one(Record{
      .container = {}, .types = {}, .fields = fields, .label = {}, .where = value.text.where});
  return value;
}

Value DocumentBuilder::finish_list(const Frame& frame, std::size_t end) {
  Value value{.kind = ValueKind::list, .loss = Loss::none, .quoted = false, .text = {}};
  value.text.where = span(frame.begin, end);
  value.items = memory().keep(std::span<const Value>(values_).subspan(frame.first));
  values_.resize(frame.first);
  return value;
}

/// Removes the fields from `first` on whose name occurred before, with a note for each.
void DocumentBuilder::drop_duplicates(std::size_t first) {
  const std::size_t count = fields_.size() - first;
  const auto name = [&](std::size_t i) { return fields_[first + i].name.value; };
  std::vector<std::size_t> repeated;
  if (count <= kFewFields) {
    for (std::size_t i = 1; i < count; ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (name(i) != name(j)) continue;
        repeated.push_back(i);
        break;
      }
    }
  } else {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
      return name(a) != name(b) ? name(a) < name(b) : a < b;
    });
    for (std::size_t i = 1; i < count; ++i) {
      if (name(order[i]) == name(order[i - 1])) repeated.push_back(order[i]);
    }
    std::ranges::sort(repeated);
  }
  if (repeated.empty()) return;
  for (std::size_t i : repeated) note_duplicate(fields_[first + i].name);
  std::size_t kept = first;
  std::size_t next = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (next < repeated.size() && repeated[next] == i) {
      ++next;
      continue;
    }
    fields_[kept++] = fields_[first + i];
  }
  fields_.resize(kept);
}

void DocumentBuilder::note_duplicate(const Text& name) {
  note(NoteKind::unreadable,
       fmt::format("the key '{}' occurs twice in one object; the first value counts, remove one "
                   "of them",
                   shortened(name.value)),
       name.where);
}

Span DocumentBuilder::span(std::size_t begin, std::size_t end) const {
  const std::size_t last = std::min(end, file_.text.size());
  return file_.span(std::min(begin, last), last - std::min(begin, last));
}

}  // namespace connlint
