#include "linter/formats/quotation.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace connlint {
namespace {

/// Schemas, SARIF logs, and what `--format json` writes.
constexpr std::array<std::string_view, 3> kNoInputs = {"json-schema.org/", "/sarif-",
                                                       "\"connlint/"};
constexpr std::string_view kFence = "```";

bool has_fence(std::string_view head) {
  for (std::size_t at = head.find(kFence); at != std::string_view::npos;
       at = head.find(kFence, at + 1)) {
    if (at == 0 || head[at - 1] == '\n' || head[at - 1] == '\r') return true;
  }
  return false;
}

}  // namespace

bool only_quotes_inputs(const Format& format, std::string_view text) {
  const std::string_view head = text.substr(0, kHeadSize);
  // Programs and images have a NUL in their first bytes; one further on is damage of a text.
  constexpr std::size_t kBinaryHead = 64;
  if (head.substr(0, kBinaryHead).find('\0') != std::string_view::npos) return true;
  switch (format.quotation) {
    case QuotationSign::none: return false;
    case QuotationSign::code_fence: return has_fence(head);
    case QuotationSign::not_begun: return !begins_as_yaml(head) || has_fence(head);
    case QuotationSign::known_mark:
      return std::ranges::any_of(kNoInputs, [head](std::string_view mark) {
        return head.find(mark) != std::string_view::npos;
      });
  }
  return false;
}

}  // namespace connlint
