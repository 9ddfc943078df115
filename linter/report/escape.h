// Text of inputs made harmless for terminals, logs and build systems.
#pragma once

#include <string>
#include <string_view>

namespace connlint {

/// Whether a code point must not reach a terminal as it is: C0 and C1 controls, DEL, bidirectional
/// controls, line and paragraph separators.
bool is_control(char32_t code_point);

/// `code_point` in visible form: `\n`, `\x1b`, `\u202e`.
std::string visible(char32_t code_point);

/// `text` with every control character in visible form, so that it stays on one line.
std::string escaped(std::string_view text);

/// `line` such that no build system takes it for a command: a leading `::` (GitHub Actions), `##[`
/// and `##vso[` anywhere (Azure Pipelines, GitHub Actions) are broken by a backslash.
std::string guarded(std::string_view line);

/// `FILE:LINE:COLUMN: error: TEXT` and every other line for standard error: escaped and guarded,
/// with a line feed at its end.
std::string message_line(std::string_view text);

}  // namespace connlint
