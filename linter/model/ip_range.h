// IP addresses, ranges of them and bindings, as Receive connectors state them
// (New-ReceiveConnector). Knows nothing of connectors.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace connlint {

/// An IPv4 or IPv6 address as a number; IPv4 in the low 32 bits. IPv4 orders before IPv6.
struct IpAddress {
  bool v6 = false;
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  // NOLINTNEXTLINE(modernize-use-nullptr,readability-implicit-bool-conversion): clang-tidy 14 errs.
  friend auto operator<=>(const IpAddress&, const IpAddress&) = default;
};

/// All addresses from `first` to `last`, both of one family, `first` not after `last`.
struct IpRange {
  IpAddress first, last;

  friend bool operator==(const IpRange&, const IpRange&) = default;
};

/// A local address and a TCP port.
struct Binding {
  IpAddress address;
  std::uint16_t port = 0;

  friend auto operator<=>(const Binding&, const Binding&) = default;
};

/// The address that `text` means (a zone such as `%11` is left out), or nothing.
std::optional<IpAddress> parse_ip_address(std::string_view text);
/// The range that `text` means: one address, `a-b`, `a/bits` or `a(mask)`; or nothing.
std::optional<IpRange> parse_ip_range(std::string_view text);
/// What `0.0.0.0:25`, `[::]:25` or `:::25` means, or nothing.
std::optional<Binding> parse_binding(std::string_view text);

/// Whether the address stands for all local addresses of its family: `0.0.0.0`, `::`.
bool is_any_address(const IpAddress& address);
/// Whether the range holds every address of its family.
bool is_everything(const IpRange& range);

}  // namespace connlint
