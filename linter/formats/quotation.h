// Files that only show what an input looks like: documentation with examples, source code with
// examples in it, schemas, reports. In a folder they are passed over.
#pragma once

#include <string_view>

#include "linter/formats/format.h"

namespace connlint {

/// Whether `text`, which `format` claims, is no input but holds one as an example or is about one:
/// binary; with a Markdown fence at the beginning of a line; YAML only from some line on; a JSON
/// schema or a report. Judged by its first `kHeadSize` bytes.
bool only_quotes_inputs(const Format& format, std::string_view text);

}  // namespace connlint
