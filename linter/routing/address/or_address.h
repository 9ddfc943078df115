// X.400 O/R addresses as text: the attributes of RFC 1685 between semicolons, commas or slashes.
// Knows nothing of Exchange objects.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/support/result.h"

namespace connlint {

/// One attribute of an O/R address.
struct OrAttribute {
  /// In lower case and one spelling: `c`, `a`, `p`, `o`, `ou1` to `ou4`, `s`, `g`, `dda:fax`, ...
  std::string key;
  /// In lower case, without blanks around it: X.400 compares without regard to case, and a blank
  /// ADMD (`a= `) is an empty value.
  std::string value;

  friend bool operator==(const OrAttribute&, const OrAttribute&) = default;
};

/// The attributes of an O/R address in the order in which they are written.
struct OrAddress {
  std::vector<OrAttribute> attributes;

  /// The value of an attribute, or null where the address does not have it.
  [[nodiscard]] const std::string* find(std::string_view key) const;
};

/// Reads `c=US;a= ;p=Contoso;o=Exchange;s=Doe`, the older `C=US,A=ADMD,P=PRMD` (Q161947, KB 305525)
/// and `/C=US/ADMD=ADMD/` (Q89410). The attributes may stand in any order and be named by their
/// short or long names in either case; units without a number count from the first.
Result<OrAddress> parse_or_address(std::string_view text);

}  // namespace connlint
