// How csvde writes values that are no plain texts.
#pragma once

#include <string>
#include <vector>

#include "linter/formats/arena.h"
#include "linter/formats/record.h"

namespace connlint {

/// Decodes binary values: `X'9a6b...'` stands for those bytes, `X'...';X'...'` for a list.
class CsvdeBytes {
 public:
  /// Texts are made in `arena`.
  explicit CsvdeBytes(Arena& arena) : arena_(arena) {}

  /// Replaces `value` by what it stands for. Leaves it as it is where it is not of that form
  /// throughout.
  void decode(Value& value);

 private:
  Arena& arena_;
  std::string buffer_;
  std::vector<Value> items_;
};

}  // namespace connlint
