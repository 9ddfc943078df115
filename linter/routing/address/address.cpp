#include "linter/routing/address/address.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "linter/routing/address/imcea.h"
#include "linter/support/hexadecimal.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::string_view kForms =
    "expected 'user@domain', 'TYPE:value', '[TYPE:value]', 'Name[TYPE:value]', "
    "'Name <user@domain>', 'mailto:user@domain' or 'IMCEATYPE-encoded@domain'";

constexpr std::string_view kMailto = "mailto:";

/// The limits of an encapsulated address ("Recipient Resolution").
constexpr std::size_t kLongestLocalPart = 315;
constexpr std::size_t kLongestDomain = 255;
constexpr std::size_t kLongestAddress = 571;

Error malformed(std::string_view text, std::string_view why) {
  return Error{fmt::format("'{}' is no address: {}; {}", text, why, kForms)};
}

bool is_type_character(char c) {
  return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '_';
}
bool is_type_name(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_type_character);
}

bool is_domain_character(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Whether `text` is a domain: labels between dots, or an address literal in brackets.
bool is_domain(std::string_view text) {
  if (text.size() > 2 && text.front() == '[' && text.back() == ']') return true;
  const std::vector<std::string_view> labels = split(text, '.');
  return std::ranges::all_of(labels, [](std::string_view label) {
    return !label.empty() && std::ranges::all_of(label, is_domain_character);
  });
}

/// Where an unquoted `wanted` stands, or npos.
std::size_t find_unquoted(std::string_view text, char wanted, std::size_t from = 0) {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == wanted) {
      return i;
    }
  }
  return std::string_view::npos;
}

/// `text` with its quoting undone, or nothing where a backslash quotes nothing.
std::optional<std::string> unquoted(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    if (++i == text.size()) return std::nullopt;
    if (text[i] != 'x') {
      out += text[i];
      continue;
    }
    const std::optional<char> byte = hex_byte(text, i + 1);
    if (!byte) return std::nullopt;
    out += *byte;
    i += 2;
  }
  return out;
}

/// Fills in what follows from type and value.
Result<Address> completed(Address address) {
  if (address.type == "X400") {
    Result<OrAddress> attributes = parse_or_address(address.value);
    if (!attributes.ok()) return attributes.error();
    address.or_address = std::move(attributes.value());
  }
  if (address.type == "SMTP") {
    const std::size_t at = address.value.rfind('@');
    if (at == std::string::npos || at == 0) {
      return malformed(address.written, "an SMTP address has a local part, '@' and a domain");
    }
    address.domain = lower(std::string_view(address.value).substr(at + 1));
    if (!is_domain(address.domain)) {
      return malformed(address.written,
                       fmt::format("'{}' is no domain name", address.value.substr(at + 1)));
    }
  }
  if (address.value.empty()) return malformed(address.written, "nothing stands behind its type");
  return address;
}

/// An SMTP address, with its encapsulation undone where Exchange undoes it.
Result<Address> smtp_address(std::string_view written, std::string_view value,
                             std::string_view default_domain) {
  Result<Address> parsed = completed({.written = std::string(written),
                                      .type = "SMTP",
                                      .value = std::string(value),
                                      .domain = {},
                                      .or_address = {},
                                      .encapsulation = {},
                                      .refusal = {}});
  if (!parsed.ok() || !looks_encapsulated(value)) return parsed;
  Address& address = parsed.value();
  if (default_domain.empty() && starts_with_ignoring_case(value, "IMCEAEX-")) {
    // The names of directory entries: looked up in the directory, whatever the domain is for.
    default_domain = address.domain;
  }
  if (default_domain.empty()) {
    address.encapsulation =
        "it stays an SMTP address, since no input tells the default accepted domain";
    return parsed;
  }
  if (!equals_ignoring_case(address.domain, default_domain)) {
    address.encapsulation = fmt::format(
        "it stays an SMTP address, since '{}' is not the default accepted domain ('{}')",
        address.domain, default_domain);
    return parsed;
  }
  const std::size_t local = address.value.size() - address.domain.size() - 1;
  if (local > kLongestLocalPart || address.domain.size() > kLongestDomain ||
      address.value.size() > kLongestAddress) {
    address.refusal = fmt::format(
        "an encapsulated address has at most {} characters before the '@', {} behind it and {} "
        "in all",
        kLongestLocalPart, kLongestDomain, kLongestAddress);
    return parsed;
  }
  const Result<TypedAddress> decoded = decode_imcea(value);
  if (!decoded.ok()) return decoded.error();
  if (decoded.value().type == "SMTP" || decoded.value().type == "X500") {
    address.refusal = fmt::format("addresses of type {} are not accepted in encapsulated form",
                                  decoded.value().type);
    return parsed;
  }
  return completed({.written = std::string(written),
                    .type = decoded.value().type,
                    .value = decoded.value().value,
                    .domain = {},
                    .or_address = {},
                    .encapsulation = fmt::format("decoded to '{}:{}'", decoded.value().type,
                                                 decoded.value().value),
                    .refusal = {}});
}

/// `TYPE:value`, whose value is already free of quoting.
Result<Address> typed_address(std::string_view written, std::string_view type,
                              std::string_view value, std::string_view default_domain) {
  if (equals_ignoring_case(type, "SMTP")) return smtp_address(written, value, default_domain);
  // The sample of Q89410 writes X.400 with its dot; the type itself is X400 (PidTagAddressType).
  std::string name = upper(type);
  if (name == "X.400") name = "X400";
  return completed({.written = std::string(written),
                    .type = std::move(name),
                    .value = std::string(value),
                    .domain = {},
                    .or_address = {},
                    .encapsulation = {},
                    .refusal = {}});
}

/// `[TYPE:value]` with `open` as the place of its bracket.
Result<Address> one_off(std::string_view text, std::size_t open, std::string_view default_domain) {
  const std::size_t close = find_unquoted(text, ']', open + 1);
  if (close == std::string_view::npos) return malformed(text, "its bracket is not closed");
  if (close + 1 != text.size()) return malformed(text, "something stands behind its bracket");
  const std::string_view inner = text.substr(open + 1, close - open - 1);
  const std::size_t colon = inner.find(':');
  const std::string_view type = trim(inner.substr(0, colon));
  if (colon == std::string_view::npos || !is_type_name(type)) {
    return malformed(text, "no address type and colon stand between its brackets");
  }
  const std::optional<std::string> value = unquoted(inner.substr(colon + 1));
  if (!value) {
    return malformed(text, "a backslash quotes one character or, as '\\xHH', one octet");
  }
  return typed_address(text, type, trim(*value), default_domain);
}

/// What stands between the angle brackets of `Name <user@domain>`, where the text has that form.
std::optional<std::string_view> in_angle_brackets(std::string_view text) {
  if (!text.ends_with('>')) return std::nullopt;
  const std::size_t open = text.rfind('<');
  if (open == std::string_view::npos) return std::nullopt;
  return trim(text.substr(open + 1, text.size() - open - 2));
}

/// The address of `mailto:user@domain?subject=...` (RFC 6068), whose octets may stand as `%HH`.
Result<Address> mailto_address(std::string_view text, std::string_view default_domain) {
  text = text.substr(0, text.find('?'));
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto high = i + 2 < text.size() ? hex_digit(text[i + 1]) : std::nullopt;
    const auto low = i + 2 < text.size() ? hex_digit(text[i + 2]) : std::nullopt;
    if (text[i] != '%' || !high || !low) {
      plain += text[i];
      continue;
    }
    plain += static_cast<char>(*high * 16U + *low);
    i += 2;
  }
  return smtp_address(plain, plain, default_domain);
}

/// The address with the whole text as what was written.
Result<Address> renamed(std::string_view written, Result<Address> parsed) {
  if (parsed.ok()) parsed.value().written = std::string(written);
  return parsed;
}

}  // namespace

Result<Address> parse_address(std::string_view text, std::string_view default_domain) {
  const std::string_view whole = trim(text);
  if (whole.empty()) return malformed(whole, "it is empty");
  if (starts_with_ignoring_case(whole, kMailto)) {
    return renamed(whole, mailto_address(whole.substr(kMailto.size()), default_domain));
  }
  const std::size_t open = find_unquoted(whole, '[');
  // In user@[192.0.2.1] the bracket is that of the domain.
  const bool literal = open != std::string_view::npos && open > 0 && whole[open - 1] == '@';
  const std::size_t colon = whole.find(':');
  if (colon != std::string_view::npos && is_type_name(trim(whole.substr(0, colon)))) {
    return typed_address(whole, trim(whole.substr(0, colon)), trim(whole.substr(colon + 1)),
                         default_domain);
  }
  if (const std::optional<std::string_view> inner = in_angle_brackets(whole)) {
    return renamed(whole, parse_address(*inner, default_domain));
  }
  if (open != std::string_view::npos && !literal) return one_off(whole, open, default_domain);
  if (whole.find('@') != std::string_view::npos) return smtp_address(whole, whole, default_domain);
  if (whole.find('=') != std::string_view::npos && parse_or_address(whole).ok()) {
    return typed_address(whole, "X400", whole, default_domain);
  }
  return malformed(whole, "it has neither '@' nor an address type");
}

}  // namespace connlint
