#include "linter/formats/lost_text.h"

#include <array>

#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::array<std::string_view, 2> kDots = {"...", "\xE2\x80\xA6"};

/// How many characters of `text` are a name of identifiers with dots between them, as in
/// `System.Collections.ArrayList`; 0 where there are fewer than two dots in it.
std::size_t dotted_name_length(std::string_view text) {
  std::size_t length = 0;
  int dots = 0;
  for (; length < text.size(); ++length) {
    const char c = text[length];
    if (c == '.') {
      if (length == 0 || text[length - 1] == '.') return 0;
      ++dots;
    } else if (!is_letter(c) && !is_digit(c) && c != '_' && c != '+') {
      break;
    }
  }
  return dots > 0 && text[length - 1] != '.' ? length : 0;
}

}  // namespace

bool is_net_type_name(std::string_view text) {
  const bool system = text.starts_with("System.");
  if (!system && !text.starts_with("Microsoft.Exchange.")) return false;
  const std::size_t length = dotted_name_length(text);
  if (length == 0) return false;
  const std::string_view rest = text.substr(length);
  // A host of such a name would be a strange one; an object of Exchange has a longer name.
  if (rest.empty()) return system || text.starts_with("Microsoft.Exchange.Data.");
  if (rest == "[]") return true;
  // Generic types: `1[...], with the number of their arguments.
  return rest.size() > 3 && rest[0] == '`' && is_digit(rest[1]) && rest[2] == '[' &&
         rest.ends_with(']');
}

std::string_view without_dots(std::string_view text) {
  for (std::string_view dots : kDots) {
    if (text.ends_with(dots)) return trim(text.substr(0, text.size() - dots.size()));
  }
  return text;
}

bool is_cut_list(std::string_view text) {
  std::string_view inner = trim(text);
  const bool braces = inner.size() > 1 && inner.front() == '{' && inner.back() == '}';
  if (braces) inner = trim(inner.substr(1, inner.size() - 2));
  const std::string_view rest = without_dots(inner);
  if (rest.size() == inner.size()) return false;
  if (braces || rest.empty()) return true;
  return rest.ends_with(';') || rest.ends_with(',') || rest.ends_with('|');
}

}  // namespace connlint
