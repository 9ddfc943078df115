// What is wrong with a YAML text, in words that say what was expected and what to do.
#pragma once

#include <cstddef>
#include <string_view>

#include "linter/source/note.h"
#include "linter/source/source_store.h"

namespace connlint {

/// The note for damage at `at`. `reason` is yaml-cpp's own message.
Note yaml_damage(const SourceFile& file, std::size_t at, std::string_view reason);

}  // namespace connlint
