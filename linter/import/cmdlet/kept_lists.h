// Lists of objects whose owner comes later: a JSON file of one connector looks like a file of lists
// (`AddressSpaces`, `SourceTransportServers`) with some fields behind them.
#pragma once

#include <cstddef>
#include <vector>

#include "linter/formats/arena.h"
#include "linter/formats/record.h"

namespace connlint {

/// Copies of the items of such lists, by the key under which they stood.
class KeptLists {
 public:
  /// Keeps a copy of an item. Returns false where there are more than any one object has.
  bool keep(const Record& item);
  [[nodiscard]] bool empty() const { return lists_.empty(); }
  /// The lists as fields of their owner. They live until `clear`.
  [[nodiscard]] std::vector<Field> fields() const;
  /// All items, in the order of the file. They live until `clear`.
  [[nodiscard]] std::vector<const Record*> items() const;
  /// Lets go of everything.
  void clear();

 private:
  struct List {
    Text name;
    std::vector<Value> items;
  };
  std::vector<List> lists_;
  std::size_t count_ = 0;
  Arena arena_;
};

}  // namespace connlint
