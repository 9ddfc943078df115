// Parts of a rule's document.
#pragma once

#include <string>
#include <string_view>

namespace connlint {

/// The text under the heading `## HEADING`, up to the next one, trimmed; empty where there is none.
/// A view into `document`.
std::string_view section_of(std::string_view document, std::string_view heading);

/// The document without its examples, which are tests more than help. A view.
std::string_view without_examples(std::string_view document);

/// `text` in one line: line breaks become blanks; at most `limit` code points.
std::string in_one_line(std::string_view text, std::size_t limit);

}  // namespace connlint
