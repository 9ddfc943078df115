// Values that a document names, to repeat them in other places (YAML anchors).
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>

#include "linter/formats/arena.h"
#include "linter/formats/record.h"

namespace connlint {

/// Copies of labelled values. Bounded: what would take more memory than any real file needs is not
/// kept.
class LabelledValues {
 public:
  /// A kept value, the number of values that it consists of, and how deep they are nested.
  struct Kept {
    Value value;
    std::size_t count = 0;
    int depth = 0;
  };

  /// `source`: the text whose views need no copy.
  explicit LabelledValues(std::string_view source) : source_(source) {}

  /// Keeps a copy of `value`, unless all kept values together would be too many.
  void keep(std::size_t label, const Value& value);
  /// The value of that label, or null where none was kept.
  [[nodiscard]] const Kept* find(std::size_t label) const;
  /// Lets go of all of them.
  void reset();

 private:
  bool measure(const Value& value, int level, Kept& kept) const;
  Text copy(Text text);
  Value copy(const Value& value);
  Record copy(const Record& record);

  std::string_view source_;
  Arena arena_;
  std::unordered_map<std::size_t, Kept> kept_;
  std::size_t count_ = 0;
};

}  // namespace connlint
