#include "linter/facts/drop_directory.h"

#include "linter/support/text.h"

namespace connlint {

bool is_absolute_path(std::string_view path) {
  const std::string_view bare = trim(path);
  if (bare.starts_with(R"(\)") || bare.starts_with('/')) return true;
  return bare.size() > 1 && is_letter(bare[0]) && bare[1] == ':';
}

std::string comparable_path(std::string_view path) {
  std::string out;
  for (char c : trim(path)) {
    const char step = c == '/' ? '\\' : to_lower(c);
    // Two backslashes mean one, but for those at the begin of a share.
    if (step == '\\' && out.size() > 1 && out.back() == '\\') continue;
    out += step;
  }
  while (!out.empty() && out.back() == '\\') out.pop_back();
  return out;
}

}  // namespace connlint
