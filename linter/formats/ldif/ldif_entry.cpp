#include "linter/formats/ldif/ldif_entry.h"

namespace connlint {

void LdifEntry::add_more(std::uint32_t field, const Value& value) {
  const auto index = static_cast<std::uint32_t>(more_.size());
  Chain& chain = chains_[field];
  if (chain.count == 1) {
    chain.first = index;
  } else {
    more_[chain.last].next = index;
  }
  chain.last = index;
  ++chain.count;
  more_.push_back({value, 0});
}

void LdifEntry::mark_last(Loss loss) {
  if (fields_.empty()) return;
  (last_is_more_ ? more_.back().value : fields_.back().value).loss = loss;
}

void LdifEntry::mark_not_exported() {
  for (std::size_t i = 1; i < fields_.size(); ++i) fields_[i].value.loss = Loss::not_exported;
  for (More& more : more_) more.value.loss = Loss::not_exported;
}

std::span<const Field> LdifEntry::fields() {
  if (more_.empty()) return fields_;
  std::size_t count = more_.size();
  for (const Chain& chain : chains_) count += chain.count > 1 ? 1 : 0;
  items_.clear();
  items_.reserve(count);
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const Chain& chain = chains_[i];
    if (chain.count == 1) continue;
    const std::size_t begin = items_.size();
    items_.push_back(fields_[i].value);
    std::uint32_t at = chain.first;
    for (std::uint32_t left = chain.count - 1; left > 0; --left) {
      items_.push_back(more_[at].value);
      at = more_[at].next;
    }
    Value list;
    list.kind = ValueKind::list;
    list.text = {{}, fields_[i].value.text.where, false};
    list.items = std::span<const Value>(items_).subspan(begin, chain.count);
    fields_[i].value = list;
  }
  return fields_;
}

std::span<const Value> LdifEntry::values_of(const Field& field) {
  if (field.value.kind == ValueKind::list) return field.value.items;
  return {&field.value, 1};
}

void LdifEntry::clear() {
  fields_.clear();
  chains_.clear();
  more_.clear();
  items_.clear();
  ++entry_;
}

}  // namespace connlint
