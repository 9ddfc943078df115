#include "linter/routing/address/imcea.h"

#include <fmt/format.h>

#include "linter/support/hexadecimal.h"
#include "linter/support/text.h"
#include "linter/support/utf.h"

namespace connlint {
namespace {

constexpr std::string_view kMark = "IMCEA";

struct Parts {
  std::string_view type;
  std::string_view encoded;
};

/// The parts of the form `IMCEATYPE-encoded@domain`, or nothing where the text has another one.
std::optional<Parts> parts_of(std::string_view address) {
  if (!starts_with_ignoring_case(address, kMark)) return std::nullopt;
  const std::size_t at = address.rfind('@');
  if (at == std::string_view::npos || at + 1 == address.size()) return std::nullopt;
  const std::string_view local = address.substr(kMark.size(), at - kMark.size());
  const std::size_t hyphen = local.find('-');
  if (hyphen == std::string_view::npos) return std::nullopt;
  return Parts{local.substr(0, hyphen), local.substr(hyphen + 1)};
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

/// The text as it is where it is UTF-8, else with each octet read as Latin-1.
std::string as_utf8(std::string text) {
  if (first_invalid_utf8(text) == std::string_view::npos) return text;
  std::string out;
  for (char c : text) append_utf8(out, static_cast<unsigned char>(c));
  return out;
}

}  // namespace

bool looks_encapsulated(std::string_view smtp_address) {
  const std::optional<Parts> parts = parts_of(smtp_address);
  return parts && !parts->type.empty() && !parts->encoded.empty();
}

Result<TypedAddress> decode_imcea(std::string_view smtp_address) {
  const std::optional<Parts> parts = parts_of(smtp_address);
  if (!parts || parts->type.empty() || parts->encoded.empty()) {
    return Error{
        fmt::format("'{}' is no encapsulated address; expected 'IMCEATYPE-encoded@domain', such as "
                    "'IMCEAFAX-0171020225@contoso.com'",
                    smtp_address)};
  }
  std::string value;
  const std::string_view encoded = parts->encoded;
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    if (encoded[i] != '+') {
      value += encoded[i] == '_' ? '/' : encoded[i];
    } else {
      const std::optional<char> octet = hex_byte(encoded, i + 1);
      if (!octet) {
        return Error{fmt::format(
            "'{}' is badly encapsulated: expected two hexadecimal digits behind each '+'",
            smtp_address)};
      }
      value += *octet;
      i += 2;
    }
    if (is_control(value.back())) {
      return Error{fmt::format("'{}' encapsulates a control character; expected printable text",
                               smtp_address)};
    }
  }
  return TypedAddress{.type = upper(parts->type), .value = as_utf8(std::move(value))};
}

std::string encode_imcea(const TypedAddress& address, std::string_view domain) {
  std::string out = std::string(kMark) + upper(address.type) + "-";
  for (char c : address.value) {
    if (is_letter(c) || is_digit(c) || c == '-' || c == '=') {
      out += c;
    } else if (c == '/') {
      out += '_';
    } else {
      out += fmt::format("+{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out + "@" + std::string(domain);
}

}  // namespace connlint
