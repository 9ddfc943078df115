#include "linter/routing/address/space_syntax.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "linter/routing/address/or_address.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

bool is_foreign(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_label_character(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '_' || is_foreign(c);
}

/// What is wrong with one label of a domain name (RFC 1035 2.3.1), or empty.
std::string label_fault(std::string_view label) {
  constexpr std::size_t kLongest = 63;
  if (label.empty()) return "it has an empty label: a domain neither begins nor ends with a dot";
  if (label.size() > kLongest) {
    return fmt::format("the label '{}' is longer than {} characters", label, kLongest);
  }
  const auto* const odd = std::ranges::find_if_not(label, is_label_character);
  if (odd != label.end()) {
    return fmt::format("'{}' is no character of a domain name (letters, digits, '-')", *odd);
  }
  if (label.front() == '-' || label.back() == '-') {
    return fmt::format("the label '{}' begins or ends with '-'", label);
  }
  return {};
}

std::string smtp_fault(std::string_view address) {
  constexpr std::size_t kLongest = 255;
  if (address.empty()) return "it names no domain";
  if (address == "*") return {};
  std::string_view domain = address;
  if (address.front() == '*') {
    if (!address.starts_with("*.")) {
      return "its wildcard is neither alone nor followed by a dot ('*.contoso.com')";
    }
    domain = address.substr(2);
  }
  if (domain.find_first_of("*%") != std::string_view::npos) {
    return "a wildcard is accepted only as '*' alone or as the first label ('*.contoso.com')";
  }
  if (domain.find('@') != std::string_view::npos) {
    return "it is a mail address, where only a domain is accepted";
  }
  if (domain.size() > kLongest) return fmt::format("it is longer than {} characters", kLongest);
  for (std::string_view label : split(domain, '.')) {
    std::string fault = label_fault(label);
    if (!fault.empty()) return fault;
  }
  return {};
}

/// The longest value of an attribute (X.411; System Manager help, "X.400 Address Spaces").
struct LongestValue {
  std::string_view key;
  std::size_t characters;
};
constexpr std::array kLongestValues = {
    LongestValue{"a", 16},   LongestValue{"p", 16},   LongestValue{"o", 64},
    LongestValue{"ou1", 32}, LongestValue{"ou2", 32}, LongestValue{"ou3", 32},
    LongestValue{"ou4", 32}, LongestValue{"s", 40},   LongestValue{"g", 16},
    LongestValue{"i", 5},    LongestValue{"q", 3},    LongestValue{"cn", 64},
};

/// Whether a country is two letters, three digits or a wildcard.
bool is_country(std::string_view value) {
  if (value == "*") return true;
  if (value.size() == 2) return std::ranges::all_of(value, is_letter);
  return value.size() == 3 && std::ranges::all_of(value, is_digit);
}

std::string or_address_fault(const OrAddress& address, SpaceProduct product) {
  const std::string* country = address.find("c");
  if (country == nullptr) return "it has no country ('c=')";
  if (!is_country(*country)) {
    return fmt::format("its country '{}' is neither two letters nor three digits", *country);
  }
  for (const LongestValue& longest : kLongestValues) {
    const std::string* value = address.find(longest.key);
    if (value != nullptr && value->size() > longest.characters) {
      return fmt::format("its attribute '{}' is longer than {} characters", longest.key,
                         longest.characters);
    }
  }
  if (*country == "*") return {};
  if (address.find("a") == nullptr) {
    return "it has no ADMD ('a=', with a blank where there is none)";
  }
  const bool below = std::ranges::any_of(std::array{"p", "o", "ou1"}, [&](std::string_view key) {
    return address.find(key) != nullptr;
  });
  if (product == SpaceProduct::legacy && !below) {
    return "it has none of PRMD, organisation and organisational unit ('p=', 'o=', 'ou1=')";
  }
  return {};
}

std::string x400_fault(std::string_view text, SpaceProduct product) {
  const Result<OrAddress> address = parse_or_address(text);
  return address ? or_address_fault(address.value(), product) : address.error().message;
}

}  // namespace

bool is_accepted_domains_mark(const AddressSpace& space) {
  return is_smtp(space) && space.address == "--";
}

bool has_foreign_letters(const AddressSpace& space) {
  return is_smtp(space) && std::ranges::any_of(space.address, is_foreign);
}

std::string space_fault(const AddressSpace& space, SpaceProduct product) {
  if (is_smtp(space)) return smtp_fault(space.address);
  if (is_x400(space)) return x400_fault(space.address, product);
  if (space.address.empty() && product == SpaceProduct::modern) {
    return "it names no addresses ('*' for all)";
  }
  return {};
}

}  // namespace connlint
