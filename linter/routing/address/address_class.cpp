#include "linter/routing/address/address_class.h"

#include <algorithm>

#include <fmt/format.h>

namespace connlint {
namespace {

using Form = SpacePattern::Form;

/// `pattern` with its wildcards replaced.
std::string filled(std::string_view pattern, std::string_view with) {
  std::string out;
  for (char c : pattern) {
    if (c == '*') {
      out += with;
    } else {
      out += c == '%' ? '0' : c;
    }
  }
  return out;
}

/// An address that the space takes; different ones for different attempts.
Result<Address> address_in(const SpacePattern& pattern, int attempt) {
  const std::string word = attempt == 0 ? std::string("any") : fmt::format("any{}", attempt);
  if (pattern.type() == "SMTP") {
    if (pattern.form() == Form::all) return parse_address("user@" + word + ".invalid", {});
    if (pattern.form() == Form::exact) return parse_address("user@" + pattern.text(), {});
    return parse_address("user@" + word + std::string(pattern.suffix()), {});
  }
  if (pattern.type() == "X400" && pattern.form() == Form::all) {
    return parse_address("X400:c=ZZ;o=" + word, {});
  }
  return parse_address(pattern.type() + ":" + filled(pattern.text(), word), {});
}

/// Whether no space is closer to the address than those that read the same.
bool stands_for(const SpaceIndex& spaces, const SpacePattern& pattern, const Address& address) {
  std::uint64_t closest = 0;
  std::uint64_t own = 0;
  const Width width = pattern.form() == Form::all ? Width::all : Width::closer;
  for (const SpaceHit& hit : spaces.hits(address, MatchProfile::modern, width)) {
    closest = std::max(closest, hit.match.specificity);
    if (spaces.entries()[hit.entry].pattern.text() == pattern.text()) own = hit.match.specificity;
  }
  return own == closest;
}

}  // namespace

std::optional<Address> representative(const SpaceIndex& spaces, const SpacePattern& pattern) {
  constexpr int kAttempts = 4;
  // In Exchange 5.5 and 2000/2003 an empty space takes all of its type (Q152471).
  const bool blank =
      pattern.form() == Form::nothing && pattern.text().empty() && pattern.possible();
  if (pattern.form() == Form::nothing && (!blank || pattern.type().empty())) return std::nullopt;
  if (blank) {
    AddressSpace all;
    all.type = pattern.type();
    all.address = "*";
    all.explicit_type = true;
    return representative(spaces, SpacePattern(all));
  }
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    Result<Address> address = address_in(pattern, attempt);
    if (!address.ok()) return std::nullopt;
    const bool last = attempt + 1 == kAttempts;
    if (last || stands_for(spaces, pattern, address.value())) return std::move(address).value();
  }
  return std::nullopt;
}

}  // namespace connlint
