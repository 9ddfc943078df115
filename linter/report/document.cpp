#include "linter/report/document.h"

#include "linter/report/escape.h"
#include "linter/support/characters.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Where the line `## HEADING` begins, or npos.
std::size_t find_heading(std::string_view document, std::string_view heading, std::size_t from) {
  constexpr std::string_view kMark = "## ";
  for (std::size_t at = document.find(kMark, from); at != std::string_view::npos;
       at = document.find(kMark, at + 1)) {
    if (at > 0 && document[at - 1] != '\n') continue;
    const std::string_view rest = document.substr(at + kMark.size());
    const std::string_view title = trim(rest.substr(0, rest.find('\n')));
    if (heading.empty() || title == heading) return at;
  }
  return std::string_view::npos;
}

}  // namespace

std::string_view section_of(std::string_view document, std::string_view heading) {
  const std::size_t begin = find_heading(document, heading, 0);
  if (begin == std::string_view::npos) return {};
  const std::size_t text = document.find('\n', begin);
  if (text == std::string_view::npos) return {};
  const std::size_t end = find_heading(document, {}, text);
  return trim(document.substr(text, end == std::string_view::npos ? end : end - text));
}

std::string_view without_examples(std::string_view document) {
  return trim(document.substr(0, find_heading(document, "Examples", 0)));
}

std::string in_one_line(std::string_view text, std::size_t limit) {
  std::string out;
  std::size_t count = 0;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.length == 1 && is_space(text[at])) {
      blank = true;
    } else {
      const std::size_t more = blank && !out.empty() ? 2 : 1;
      if (count + more + 1 > limit) return out + "…";
      if (more == 2) out += ' ';
      out += text.substr(at, point.length);
      count += more;
      blank = false;
    }
    at += point.length;
  }
  return out;
}

}  // namespace connlint
