#include "linter/routing/address/or_address.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "linter/support/text.h"

namespace connlint {
namespace {

struct Spelling {
  std::string_view written;
  std::string_view key;
};
/// The names that RFC 1685 and RFC 2156 give to the attributes that addresses are routed by.
constexpr std::array kSpellings = {
    Spelling{"country", "c"},  Spelling{"admd", "a"},       Spelling{"prmd", "p"},
    Spelling{"org", "o"},      Spelling{"surname", "s"},    Spelling{"given", "g"},
    Spelling{"initials", "i"}, Spelling{"generation", "q"}, Spelling{"x121", "x.121"},
    Spelling{"ua-id", "n-id"},
};
constexpr std::array<std::string_view, 21> kKeys = {
    "c", "a", "p",  "o",     "ou",   "ou1",  "ou2",  "ou3",     "ou4", "s", "g",
    "i", "q", "cn", "x.121", "n-id", "t-id", "pd-c", "pd-code", "fn",  "ln"};

constexpr std::string_view kExpected =
    "expected attributes such as 'c=US;a= ;p=Contoso;o=Exchange;s=Doe'";

/// The one spelling of an attribute's name, or empty where it is none.
std::string key_of(std::string_view written) {
  std::string name = lower(trim(written));
  if (starts_with_ignoring_case(name, "dda:") && name.size() > 4) return name;
  for (const Spelling& spelling : kSpellings) {
    if (name == spelling.written) return std::string(spelling.key);
  }
  return std::ranges::find(kKeys, name) == kKeys.end() ? std::string() : name;
}

/// What stands between the attributes: `;`, else the `/` that the text begins with, else `,`.
char separator_of(std::string_view text) {
  if (text.find(';') != std::string_view::npos) return ';';
  return text.starts_with('/') ? '/' : ',';
}

/// The name that the next unit without a number has: `ou1` to `ou4`.
std::string next_unit(const OrAddress& address) {
  constexpr std::array<std::string_view, 4> kUnits = {"ou1", "ou2", "ou3", "ou4"};
  for (std::string_view unit : kUnits) {
    if (address.find(unit) == nullptr) return std::string(unit);
  }
  return {};
}

}  // namespace

const std::string* OrAddress::find(std::string_view key) const {
  const auto found = std::ranges::find(attributes, key, &OrAttribute::key);
  return found == attributes.end() ? nullptr : &found->value;
}

Result<OrAddress> parse_or_address(std::string_view text) {
  constexpr std::size_t kMostAttributes = 64;
  const std::string_view whole = trim(text);
  OrAddress address;
  for (std::string_view piece : split(whole, separator_of(whole))) {
    if (trim(piece).empty()) continue;  // A separator may stand at both ends.
    const std::size_t equals = piece.find('=');
    if (equals == std::string_view::npos) {
      return Error{
          fmt::format("'{}' is no attribute of an X.400 address; {}", trim(piece), kExpected)};
    }
    std::string key = key_of(piece.substr(0, equals));
    if (key == "ou") key = next_unit(address);
    if (key.empty() || address.find(key) != nullptr ||
        address.attributes.size() == kMostAttributes) {
      return Error{fmt::format("'{}' is an unknown or repeated attribute of an X.400 address; {}",
                               trim(piece.substr(0, equals)), kExpected)};
    }
    address.attributes.push_back({std::move(key), lower(trim(piece.substr(equals + 1)))});
  }
  if (address.attributes.empty()) {
    return Error{fmt::format("an X.400 address without attributes; {}", kExpected)};
  }
  return address;
}

}  // namespace connlint
