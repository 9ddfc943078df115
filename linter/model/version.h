// Versions of Exchange and what they are called.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace connlint {

/// A version such as 8.1 build 240.6. `build` is without the 30000 that the directory of Exchange
/// 2007 and later adds.
struct Version {
  int major = 0;
  int minor = 0;
  int build = 0;
  int revision = 0;

  friend auto operator<=>(const Version&, const Version&) = default;
};

/// Product generations, oldest first. 15.2 is both Exchange 2019 and Subscription Edition.
enum class Generation : std::uint8_t {
  unknown,
  exchange_55,
  exchange_2000,
  exchange_2003,
  exchange_2007,
  exchange_2010,
  exchange_2013,
  exchange_2016,
  exchange_2019,
};

/// The version that `text` states, in any of the forms `Version 8.1 (Build 30240.6)`,
/// `8.1 (Build 240.6: Service Pack 1)`, `8.1.240.6`, or nothing. Missing parts are 0.
std::optional<Version> parse_version(std::string_view text);
/// `8.1 (Build 240.6)`.
std::string to_text(const Version& version);

/// The product of that version (6.0 is 2000, 6.5 is 2003, 8 is 2007, 14 is 2010, 15.0 is 2013, 15.1
/// is 2016, 15.2 and later 2019); unknown for others.
Generation generation_of(const Version& version);
/// `Exchange 2007`; `an unknown version of Exchange` for unknown.
std::string_view name_of(Generation generation);

/// Exchange 2000, 2003 and 5.5: routing groups and link state.
constexpr bool is_legacy(Generation generation) {
  return generation >= Generation::exchange_55 && generation <= Generation::exchange_2003;
}
/// Exchange 2007 and later: Active Directory sites.
constexpr bool is_modern(Generation generation) { return generation >= Generation::exchange_2007; }

}  // namespace connlint
