// The forms in which a recipient's address is written. Knows nothing of connectors.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "linter/routing/address/or_address.h"
#include "linter/support/result.h"

namespace connlint {

/// An address as routing sees it: quoting and encapsulation undone.
struct Address {
  /// As it was given, without blanks around it.
  std::string written;
  /// The address type in upper case.
  std::string type;
  std::string value;
  /// The domain of an SMTP address in lower case, else empty.
  std::string domain;
  /// The attributes of an X.400 address, else nothing.
  std::optional<OrAddress> or_address;
  /// What happened to an encapsulated address, as a clause: that it was decoded, or why it was not.
  /// Empty for other addresses.
  std::string encapsulation;
  /// Why Exchange refuses the address before it routes it, as a clause; empty where it does not.
  std::string refusal;
};

/// Reads `user@domain`, `TYPE:value`, `[TYPE:value]`, `Name[TYPE:value]`, `Name <user@domain>`,
/// `mailto:user@domain`, an X.400 address without its type and `IMCEATYPE-encoded@domain`.
/// - Between brackets a backslash quotes: `\\`, `\[`, `\xHH` (MAPI, "One-Off Addresses").
/// - `IMCEA...@domain` is decoded only where the domain is the default accepted domain ("Recipient
///   Resolution"); `default_domain` is empty where that is not known.
/// The error of a malformed address says what was expected.
Result<Address> parse_address(std::string_view text, std::string_view default_domain);

}  // namespace connlint
