#include "linter/import/code/words.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <fmt/format.h>

#include "linter/model/ip_range.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

// The cmdlet reference: New-SendConnector, New-ReceiveConnector, New-InboundConnector,
// New-OutboundConnector; words of all versions.
constexpr std::array kWords = {
    CodeWords{.property = Property::tls_auth_level,
              .words = "EncryptionOnly CertificateValidation DomainValidation"},
    CodeWords{.property = Property::tls_settings,
              .words = "EncryptionOnly CertificateValidation DomainValidation"},
    CodeWords{.property = Property::smart_host_auth_mechanism,
              .words = "None BasicAuth BasicAuthRequireTLS ExchangeServer ExternalAuthoritative"},
    CodeWords{.property = Property::protocol_logging_level, .words = "None Verbose"},
    CodeWords{.property = Property::error_policies,
              .words = "Default DowngradeAuthFailures DowngradeDnsFailures DowngradeCustomFailures "
                       "UpgradeCustomFailures",
              .flags = true},
    CodeWords{.property = Property::auth_mechanism,
              .words = "None Tls Integrated BasicAuth BasicAuthRequireTLS ExchangeServer "
                       "ExternalAuthoritative",
              .flags = true},
    CodeWords{.property = Property::permission_groups,
              .words = "None AnonymousUsers ExchangeUsers ExchangeServers ExchangeLegacyServers "
                       "Partners Custom",
              .flags = true},
    CodeWords{.property = Property::transport_role, .words = "FrontendTransport HubTransport"},
    CodeWords{.property = Property::usage,
              .connector = ConnectorKind::send,
              .words = "Custom Internal Internet Partner"},
    CodeWords{.property = Property::usage,
              .connector = ConnectorKind::receive,
              .words = "Client Custom Internal Internet Partner"},
    CodeWords{.property = Property::connector_type,
              .connector = ConnectorKind::inbound,
              .words = "Partner OnPremises"},
    CodeWords{.property = Property::connector_type,
              .connector = ConnectorKind::outbound,
              .words = "Partner OnPremises"},
    CodeWords{.property = Property::connector_type,
              .connector = ConnectorKind::send,
              .words = "Default XPremises"},
    CodeWords{.property = Property::type, .words = "Authoritative InternalRelay ExternalRelay"},
};

/// Whole numbers between colons or points, at most `highest`.
std::optional<std::int64_t> part(std::string_view text, std::int64_t highest) {
  if (text.empty() || text.size() > 10 || !is_digit(text.front())) return std::nullopt;
  const std::optional<std::int64_t> number = parse_integer(text);
  return number && *number <= highest ? number : std::nullopt;
}

/// Parts of a time span.
struct Span4 {
  std::int64_t days = 0;
  std::int64_t hours = 0;
  std::int64_t minutes = 0;
  std::int64_t seconds = 0;
  std::string_view fraction;
};

constexpr std::int64_t kMostDays = 10675199;

/// The fraction behind the last point of the last part, taken from it.
bool take_fraction(std::string_view& last, std::string_view& fraction) {
  const std::size_t point = last.find('.');
  if (point == std::string_view::npos) return true;
  fraction = last.substr(point + 1);
  last = last.substr(0, point);
  return !fraction.empty() && fraction.size() <= 7 && std::ranges::all_of(fraction, is_digit);
}

/// The numbers of hours, minutes, seconds, which .NET takes as days, hours, minutes where the first
/// is more than 23 hours.
bool set_clock(Span4& span, std::span<const std::int64_t> numbers) {
  if (numbers.size() == 3 && numbers[0] > 23) {
    span.days = numbers[0];
    span.hours = numbers[1];
    span.minutes = numbers[2];
  } else if (numbers.size() == 3) {
    span.hours = numbers[0];
    span.minutes = numbers[1];
    span.seconds = numbers[2];
  } else {
    span.hours = numbers[0];
    span.minutes = numbers[1];
  }
  return span.hours <= 23 && span.minutes <= 59 && span.seconds <= 59;
}

/// Reads `[D.]HH:MM[:SS[.F]]` or `D:HH:MM:SS[.F]`, cut at its colons; false where it is neither.
bool read_clock(std::vector<std::string_view> parts, Span4& span) {
  const std::size_t point = parts[0].find('.');
  const bool has_days = point != std::string_view::npos;
  if (has_days) {
    const std::optional<std::int64_t> days = part(parts[0].substr(0, point), kMostDays);
    if (!days || parts.size() > 3) return false;
    span.days = *days;
    parts[0].remove_prefix(point + 1);
  }
  if (parts.size() > 4 || !take_fraction(parts.back(), span.fraction)) return false;
  if (!span.fraction.empty() && parts.size() < 3) return false;
  std::vector<std::int64_t> numbers;
  for (std::string_view each : parts) {
    const std::optional<std::int64_t> number = part(each, kMostDays);
    if (!number) return false;
    numbers.push_back(*number);
  }
  std::span<const std::int64_t> clock(numbers);
  if (numbers.size() == 4) {
    span.days = numbers[0];
    clock = clock.subspan(1);
  }
  const bool days_stated = has_days || numbers.size() == 4;
  return (!days_stated || clock[0] <= 23) && set_clock(span, clock);
}

/// Whether an address is none for certain: characters that no address has, a number above 255. What
/// .NET may read in another way (`10.1`) is not judged.
bool is_no_address(std::string_view text) {
  constexpr std::string_view kSigns = "0123456789abcdefABCDEF:.%[]";
  const std::string_view address = trim(text);
  if (address.empty() || address.find_first_not_of(kSigns) != std::string_view::npos) return true;
  if (address.find(':') != std::string_view::npos) return false;
  return std::ranges::any_of(split(address, '.'), [](std::string_view number) {
    const bool digits = std::ranges::all_of(number, is_digit);
    return !digits || number.size() > 10 || parse_integer(number).value_or(0) > 255;
  });
}

bool is_no_range(std::string_view text) {
  const std::string_view range = trim(text);
  const std::size_t mark = range.find_first_of("-/(");
  if (is_no_address(range.substr(0, mark))) return true;
  if (mark == std::string_view::npos) return false;
  const std::string_view rest = trim(range.substr(mark + 1));
  if (range[mark] == '-') return is_no_address(rest);
  if (range[mark] != '/') return false;
  const bool v6 = range.find(':') != std::string_view::npos;
  const std::optional<std::int64_t> bits = parse_integer(rest);
  return bits && (*bits < 0 || *bits > (v6 ? 128 : 32));
}

bool is_no_binding(std::string_view text) {
  const std::string_view binding = trim(text);
  const std::size_t colon = binding.rfind(':');
  if (colon == std::string_view::npos) return is_no_address(binding);
  const std::optional<std::int64_t> port = parse_integer(trim(binding.substr(colon + 1)));
  return !port || *port < 0 || *port > 65535 || is_no_address(binding.substr(0, colon));
}

}  // namespace

const CodeWords* code_words_of(Property property, ConnectorKind connector) {
  for (const CodeWords& words : kWords) {
    const bool fits = words.connector == ConnectorKind::unknown || words.connector == connector;
    if (words.property == property && fits) return &words;
  }
  return nullptr;
}

CodeWord code_word(const CodeWords& words, std::string_view text) {
  const std::string_view written = trim(text);
  const std::vector<std::string_view> all = split(words.words, ' ');
  std::vector<std::string_view> begun;
  for (std::string_view word : all) {
    if (equals_ignoring_case(word, written)) return {std::string(word), {}};
    if (!written.empty() && starts_with_ignoring_case(word, written)) begun.push_back(word);
  }
  if (begun.size() == 1) return {std::string(begun.front()), {}};
  CodeWord refused;
  for (std::string_view word : begun) refused.nearest.emplace_back(word);
  if (!begun.empty()) return refused;
  // `TlsRequired` and `Required`: one that holds the other is as near as a misspelling.
  for (std::string_view known : all) {
    const bool holds =
        written.size() > 3 && (find_ignoring_case(known, written) != std::string_view::npos ||
                               starts_with_ignoring_case(written, known));
    if (holds) refused.nearest.emplace_back(known);
  }
  const std::optional<std::string_view> near = nearest(written, all);
  if (near && std::ranges::find(refused.nearest, *near) == refused.nearest.end()) {
    refused.nearest.emplace_back(*near);
  }
  return refused;
}

std::optional<std::string> dotnet_time_span(std::string_view text) {
  std::string_view rest = trim(text);
  const bool negative = rest.starts_with('-');
  if (negative) rest.remove_prefix(1);
  Span4 span;
  if (rest.find(':') != std::string_view::npos) {
    if (!read_clock(split(rest, ':'), span)) return std::nullopt;
  } else {
    const std::optional<std::int64_t> days = part(rest, kMostDays);
    if (!days) return std::nullopt;
    span.days = *days;
  }
  std::string made = negative ? "-" : "";
  if (span.days != 0) made += fmt::format("{}.", span.days);
  made += fmt::format("{:02}:{:02}:{:02}", span.hours, span.minutes, span.seconds);
  if (span.fraction.find_first_not_of('0') != std::string_view::npos) {
    made += fmt::format(".{:0<7}", span.fraction);
  }
  return made;
}

std::string_view form_of(Property property) {
  switch (property) {
    case Property::remote_ip_ranges:
    case Property::sender_ip_addresses: return "an IP address or range such as 192.0.2.0/24";
    case Property::bindings: return "an IP address and a port such as 0.0.0.0:25";
    case Property::source_ip_address: return "an IP address";
    case Property::connection_inactivity_timeout:
    case Property::connection_timeout: return "a time span such as 00:10:00";
    default: return {};
  }
}

bool has_form(Property property, std::string_view text) {
  switch (property) {
    case Property::remote_ip_ranges:
    case Property::sender_ip_addresses: return parse_ip_range(trim(text)) || !is_no_range(text);
    case Property::bindings: return parse_binding(trim(text)) || !is_no_binding(text);
    case Property::source_ip_address: return parse_ip_address(trim(text)) || !is_no_address(text);
    case Property::connection_inactivity_timeout:
    case Property::connection_timeout: return dotnet_time_span(text).has_value();
    default: return true;
  }
}

}  // namespace connlint
