#include "linter/formats/documents/labelled_values.h"

#include <algorithm>
#include <vector>

namespace connlint {
namespace {

/// How many values are kept in all: some 20 MB.
constexpr std::size_t kMaxKept = 200'000;

}  // namespace

void LabelledValues::keep(std::size_t label, const Value& value) {
  Kept kept;
  if (!measure(value, 1, kept)) return;
  count_ += kept.count;
  kept.value = copy(value);
  kept_.insert_or_assign(label, kept);
}

const LabelledValues::Kept* LabelledValues::find(std::size_t label) const {
  const auto it = kept_.find(label);
  return it == kept_.end() ? nullptr : &it->second;
}

void LabelledValues::reset() {
  arena_.reset();
  kept_.clear();
  count_ = 0;
}

/// Counts the values; false as soon as they are too many.
bool LabelledValues::measure(const Value& value, int level, Kept& kept) const {
  kept.depth = std::max(kept.depth, level);
  if (++kept.count + count_ > kMaxKept) return false;
  for (const Value& item : value.items) {
    if (!measure(item, level + 1, kept)) return false;
  }
  if (value.record == nullptr) return true;
  for (const Field& field : value.record->fields) {
    if (!measure(field.value, level + 1, kept)) return false;
  }
  return true;
}

Text LabelledValues::copy(Text text) {
  const bool in_source = text.value.data() >= source_.data() &&
                         text.value.data() + text.value.size() <= source_.data() + source_.size();
  if (!in_source) text.value = arena_.keep(text.value);
  return text;
}

Value LabelledValues::copy(const Value& value) {
  Value out = value;
  out.text = copy(value.text);
  if (!value.items.empty()) {
    std::vector<Value> items;
    items.reserve(value.items.size());
    for (const Value& item : value.items) items.push_back(copy(item));
    out.items = arena_.keep(items);
  }
  if (value.record != nullptr) out.record = arena_.keep_one(copy(*value.record));
  return out;
}

Record LabelledValues::copy(const Record& record) {
  std::vector<Field> fields;
  fields.reserve(record.fields.size());
  for (const Field& field : record.fields) {
    fields.push_back({copy(field.name), copy(field.value)});
  }
  Record out = record;
  out.container = copy(record.container);
  out.fields = arena_.keep(fields);
  return out;
}

}  // namespace connlint
