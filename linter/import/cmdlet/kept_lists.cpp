#include "linter/import/cmdlet/kept_lists.h"

namespace connlint {
namespace {

/// A connector has some hundred items at most.
constexpr std::size_t kMostItems = 4096;
/// How deep an item is copied, and how many values of it; exports have far less.
constexpr int kDeepestCopy = 6;
constexpr int kMostCopied = 100'000;

/// Copies a record into an arena. What is shared in the record is copied each time, up to a limit.
class Copier {
 public:
  explicit Copier(Arena& arena) : arena_(arena) {}
  explicit Copier(Arena&&) = delete;

  Record copy(const Record& record, int depth) {
    Record made = record;
    made.container = copy(record.container);
    made.label = copy(record.label);
    std::vector<Text> types;
    for (const Text& type : record.types) types.push_back(copy(type));
    made.types = arena_.keep(types);
    std::vector<Field> fields;
    for (const Field& field : record.fields) {
      fields.push_back({copy(field.name), copy(field.value, depth)});
    }
    made.fields = arena_.keep(fields);
    return made;
  }

 private:
  Text copy(const Text& text) { return {arena_.keep(text.value), text.where, text.verbatim}; }

  Value copy(const Value& value, int depth) {
    Value made = value;
    made.text = copy(value.text);
    made.items = {};
    made.record = nullptr;
    if (depth >= kDeepestCopy || --left_ < 0) return made;
    std::vector<Value> items;
    for (const Value& item : value.items) {
      if (left_ < 0) break;
      items.push_back(copy(item, depth + 1));
    }
    made.items = arena_.keep(items);
    if (value.record != nullptr) {
      made.record = arena_.keep_one(copy(*value.record, depth + 1));
    }
    return made;
  }

  Arena& arena_;
  int left_ = kMostCopied;
};

}  // namespace

bool KeptLists::keep(const Record& item) {
  if (count_ >= kMostItems) return false;
  const Record copy = Copier(arena_).copy(item, 0);
  if (lists_.empty() || lists_.back().name.value != copy.container.value) {
    lists_.push_back({copy.container, {}});
  }
  Value value;
  value.kind = ValueKind::record;
  value.text = copy.label;
  if (value.text.where.length == 0) value.text.where = copy.where;
  value.record = arena_.keep_one(copy);
  lists_.back().items.push_back(value);
  ++count_;
  return true;
}

std::vector<Field> KeptLists::fields() const {
  std::vector<Field> fields;
  for (const List& list : lists_) {
    Value value;
    value.kind = ValueKind::list;
    value.text.where = list.name.where;
    value.items = list.items;
    fields.push_back({list.name, value});
  }
  return fields;
}

std::vector<const Record*> KeptLists::items() const {
  std::vector<const Record*> items;
  for (const List& list : lists_) {
    for (const Value& item : list.items) items.push_back(item.record);
  }
  return items;
}

void KeptLists::clear() {
  lists_.clear();
  count_ = 0;
  arena_.reset();
}

}  // namespace connlint
