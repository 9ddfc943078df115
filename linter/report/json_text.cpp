#include "linter/report/json_text.h"

#include <cstdint>

#include <fmt/format.h>

#include "linter/report/escape.h"
#include "linter/support/characters.h"

namespace connlint {

std::string json_text(const nlohmann::ordered_json& value) {
  const std::string dumped =
      value.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  std::string out;
  out.reserve(dumped.size() + 1);
  for (std::size_t at = 0; at < dumped.size();) {
    const CodePoint point = code_point_at(dumped, at);
    // Line feeds stand only between values: the dump has escaped those inside of texts.
    if (point.value != '\n' && is_control(point.value)) {
      out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(point.value));
    } else {
      out.append(dumped, at, point.length);
    }
    at += point.length;
  }
  out += '\n';
  return out;
}

}  // namespace connlint
