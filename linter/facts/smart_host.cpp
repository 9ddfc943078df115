#include "linter/facts/smart_host.h"

#include <algorithm>
#include <optional>

#include "linter/model/ip_range.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::optional<IpAddress> address_of(std::string_view text) {
  if (starts_with_ignoring_case(text, "IPv6:")) text.remove_prefix(5);
  return parse_ip_address(text);
}

bool is_address(std::string_view text) { return address_of(text).has_value(); }

bool is_label(std::string_view label) {
  constexpr std::size_t kLongest = 63;
  return !label.empty() && label.size() <= kLongest && label.front() != '-' &&
         label.back() != '-' && std::ranges::all_of(label, [](char c) {
           return is_letter(c) || is_digit(c) || c == '-' || c == '_' ||
                  static_cast<unsigned char>(c) >= 0x80;
         });
}

/// A name whose last label is a number would be an address (RFC 1123 2.1).
bool is_host_name(std::string_view text) {
  constexpr std::size_t kLongest = 255;
  if (text.ends_with('.')) text.remove_suffix(1);
  if (text.empty() || text.size() > kLongest) return false;
  const auto labels = split(text, '.');
  return std::ranges::all_of(labels, is_label) && !is_number(labels.back());
}

/// What the text is, were there no port.
SmartHost host_of(std::string_view text) {
  if (text.size() > 2 && text.front() == '[' && text.back() == ']') {
    const std::string_view inner = text.substr(1, text.size() - 2);
    if (is_address(inner)) return {SmartHostForm::bracketed_address, inner};
    return {SmartHostForm::invalid, inner};
  }
  if (is_address(text)) return {SmartHostForm::address, text};
  if (is_host_name(text)) return {SmartHostForm::name, text};
  return {SmartHostForm::invalid, text};
}

/// A host and a port: one colon before a number, behind a bracket where the host holds colons.
bool has_port(std::string_view text, std::size_t colon) {
  if (colon == std::string_view::npos || !is_number(text.substr(colon + 1))) return false;
  const SmartHost host = host_of(text.substr(0, colon));
  if (host.form == SmartHostForm::address) return !address_of(host.host)->v6;
  return host.form != SmartHostForm::invalid;
}

}  // namespace

SmartHost smart_host_of(std::string_view text) {
  text = trim(text);
  if (text == "--") return {SmartHostForm::own_servers, text};
  const SmartHost host = host_of(text);
  const std::size_t colon = text.rfind(':');
  if (host.form != SmartHostForm::invalid || !has_port(text, colon)) return host;
  return {SmartHostForm::with_port, host_of(text.substr(0, colon)).host};
}

}  // namespace connlint
