#include "linter/model/duration.h"

#include <vector>

#include "linter/support/text.h"

namespace connlint {
namespace {

/// A number of one part without sign, at most `highest`.
std::optional<std::int64_t> part(std::string_view text, std::int64_t highest) {
  if (text.empty() || !is_digit(text.front())) return std::nullopt;
  const std::optional<std::int64_t> number = parse_integer(text);
  return number && *number <= highest ? number : std::nullopt;
}

}  // namespace

std::optional<std::int64_t> parse_duration(std::string_view text) {
  constexpr std::int64_t kMostDays = 10675199;  // of a TimeSpan
  std::string_view rest = trim(text);
  const bool negative = rest.starts_with('-');
  if (negative) rest.remove_prefix(1);
  const std::vector<std::string_view> parts = split(rest, ':');
  if (parts.size() != 3) return std::nullopt;
  const std::size_t point = parts[0].find('.');
  const bool has_days = point != std::string_view::npos;
  const auto days =
      has_days ? part(parts[0].substr(0, point), kMostDays) : std::optional<std::int64_t>(0);
  const auto hours = part(has_days ? parts[0].substr(point + 1) : parts[0], 23);
  const auto minutes = part(parts[1], 59);
  const auto seconds = part(parts[2].substr(0, parts[2].find('.')), 59);
  if (!days || !hours || !minutes || !seconds) return std::nullopt;
  const std::int64_t total = ((*days * 24 + *hours) * 60 + *minutes) * 60 + *seconds;
  return negative ? -total : total;
}

}  // namespace connlint
