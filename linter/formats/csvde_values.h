// How csvde writes values that are no plain texts.
#pragma once

#include "linter/formats/arena.h"
#include "linter/formats/record.h"

namespace connlint {

/// Decodes `X'9a6b...'` to the bytes it stands for, and `X'...';X'...'` to a list of them. Leaves
/// `value` as it is where it is not of that form throughout.
void decode_hexadecimal(Value& value, Arena& arena);

}  // namespace connlint
