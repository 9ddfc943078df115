#include "linter/model/version.h"

#include <charconv>

#include "linter/support/text.h"

namespace connlint {
namespace {

/// Takes a decimal number off the front of `text`, or nothing.
std::optional<int> take_number(std::string_view& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || number < 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

constexpr int kDirectoryOffset = 30000;

}  // namespace

std::optional<Version> parse_version(std::string_view text) {
  std::string_view rest = trim(text);
  if (starts_with_ignoring_case(rest, "version")) rest = trim(rest.substr(7));
  Version version;
  const std::optional<int> major = take_number(rest);
  if (!major || !take(rest, '.')) return std::nullopt;
  const std::optional<int> minor = take_number(rest);
  if (!minor) return std::nullopt;
  version.major = *major;
  version.minor = *minor;
  std::string_view build = trim(rest);
  if (starts_with_ignoring_case(build, "(build")) {
    build = trim(build.substr(6));
  } else if (!take(build, '.')) {
    return build.empty() ? std::optional(version) : std::nullopt;
  }
  const std::optional<int> number = take_number(build);
  if (!number) return std::nullopt;
  version.build =
      version.major >= 8 && *number >= kDirectoryOffset ? *number - kDirectoryOffset : *number;
  if (take(build, '.')) version.revision = take_number(build).value_or(0);
  return version;
}

std::string to_text(const Version& version) {
  return std::to_string(version.major) + "." + std::to_string(version.minor) + " (Build " +
         std::to_string(version.build) + "." + std::to_string(version.revision) + ")";
}

Generation generation_of(const Version& version) {
  using enum Generation;
  switch (version.major) {
    case 5: return exchange_55;
    case 6: return version.minor >= 5 ? exchange_2003 : exchange_2000;
    case 8: return exchange_2007;
    case 14: return exchange_2010;
    case 15:
      if (version.minor == 0) return exchange_2013;
      return version.minor == 1 ? exchange_2016 : exchange_2019;
    default: return unknown;
  }
}

std::string_view name_of(Generation generation) {
  switch (generation) {
    case Generation::unknown: return "an unknown version of Exchange";
    case Generation::exchange_55: return "Exchange 5.5";
    case Generation::exchange_2000: return "Exchange 2000";
    case Generation::exchange_2003: return "Exchange 2003";
    case Generation::exchange_2007: return "Exchange 2007";
    case Generation::exchange_2010: return "Exchange 2010";
    case Generation::exchange_2013: return "Exchange 2013";
    case Generation::exchange_2016: return "Exchange 2016";
    case Generation::exchange_2019: return "Exchange 2019 or later";
  }
  return {};
}

}  // namespace connlint
