// Addresses of other types inside SMTP addresses: `IMCEATYPE-encoded@domain`
// (MS-OXCMAIL 2.1.3.1.8).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "linter/support/result.h"

namespace connlint {

/// An address of any type.
struct TypedAddress {
  /// In upper case.
  std::string type;
  std::string value;

  friend bool operator==(const TypedAddress&, const TypedAddress&) = default;
};

/// Whether an SMTP address has the form of an encapsulated one: `IMCEA` in either case, a type, a
/// hyphen, something behind it and a domain. What stands there need not be well encoded.
bool looks_encapsulated(std::string_view smtp_address);

/// Undoes the encapsulation: type up to the first hyphen, `_` is `/`, `+HH` is an octet. Octets
/// that are no UTF-8 are read as Latin-1. An error where the form is another one, where type or
/// address are empty, a `+` is not followed by two hexadecimal digits or a control character comes
/// out.
Result<TypedAddress> decode_imcea(std::string_view smtp_address);

/// The address as `IMCEATYPE-encoded@domain`: letters, digits, `-` and `=` stay, `/` becomes `_`,
/// every other octet `+HH` in upper case.
std::string encode_imcea(const TypedAddress& address, std::string_view domain);

}  // namespace connlint
