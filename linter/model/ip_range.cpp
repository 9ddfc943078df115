#include "linter/model/ip_range.h"

#include <array>
#include <vector>

#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::uint64_t kAllV4 = 0xFFFFFFFF;
constexpr std::uint64_t kAllOnes = ~std::uint64_t{0};
constexpr unsigned kBitsV4 = 32;
constexpr unsigned kBitsV6 = 128;
constexpr unsigned kBitsHalf = 64;

std::optional<IpAddress> parse_v4(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, '.');
  if (parts.size() != 4) return std::nullopt;
  IpAddress address;
  for (std::string_view part : parts) {
    const std::optional<std::int64_t> number = parse_integer(part);
    if (!number || *number < 0 || *number > 255 || part.size() > 3) return std::nullopt;
    address.low = address.low << 8U | static_cast<std::uint64_t>(*number);
  }
  return address;
}

std::optional<std::uint64_t> parse_group(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  std::uint64_t value = 0;
  for (char c : text) {
    const char lowered = to_lower(c);
    if (is_digit(c)) {
      value = value << 4U | static_cast<std::uint64_t>(c - '0');
    } else if (lowered >= 'a' && lowered <= 'f') {
      value = value << 4U | static_cast<std::uint64_t>(lowered - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  return value;
}

/// The groups of 16 bits between colons, an IPv4 address at the end as two; nothing where one is
/// none.
std::optional<std::vector<std::uint64_t>> parse_groups(std::string_view text) {
  std::vector<std::uint64_t> groups;
  if (text.empty()) return groups;
  for (std::string_view part : split(text, ':')) {
    if (part.find('.') != std::string_view::npos) {
      const std::optional<IpAddress> tail = parse_v4(part);
      if (!tail) return std::nullopt;
      groups.push_back(tail->low >> 16U);
      groups.push_back(tail->low & 0xFFFFU);
      continue;
    }
    const std::optional<std::uint64_t> group = parse_group(part);
    if (!group) return std::nullopt;
    groups.push_back(*group);
  }
  return groups;
}

std::optional<IpAddress> parse_v6(std::string_view text) {
  constexpr std::size_t kGroups = 8;
  const std::size_t gap = text.find("::");
  const auto head = parse_groups(text.substr(0, gap));
  const auto tail =
      gap == std::string_view::npos ? parse_groups({}) : parse_groups(text.substr(gap + 2));
  if (!head || !tail) return std::nullopt;
  const std::size_t stated = head->size() + tail->size();
  if (gap == std::string_view::npos ? stated != kGroups : stated >= kGroups) return std::nullopt;
  std::array<std::uint64_t, kGroups> groups{};
  for (std::size_t i = 0; i < head->size(); ++i) groups.at(i) = (*head)[i];
  for (std::size_t i = 0; i < tail->size(); ++i) groups.at(kGroups - tail->size() + i) = (*tail)[i];
  IpAddress address{.v6 = true};
  for (std::size_t i = 0; i < kGroups; ++i) {
    std::uint64_t& half = i < kGroups / 2 ? address.high : address.low;
    half = half << 16U | groups.at(i);
  }
  return address;
}

/// The lowest `count` bits of a half set.
std::uint64_t low_bits(unsigned count) {
  return count >= kBitsHalf ? kAllOnes : (std::uint64_t{1} << count) - 1;
}

/// All addresses that agree with `address` in its first `bits` bits.
std::optional<IpRange> range_of_prefix(const IpAddress& address, std::int64_t bits) {
  const unsigned width = address.v6 ? kBitsV6 : kBitsV4;
  if (bits < 0 || bits > width) return std::nullopt;
  const unsigned free = width - static_cast<unsigned>(bits);
  const std::uint64_t low = low_bits(free);
  const std::uint64_t high = free > kBitsHalf ? low_bits(free - kBitsHalf) : 0;
  IpRange range{address, address};
  range.first.low &= ~low;
  range.first.high &= ~high;
  range.last.low |= low;
  range.last.high |= high;
  return range;
}

/// The number of bits that a mask such as `255.255.255.0` has set, or nothing where it has gaps.
std::optional<std::int64_t> bits_of_mask(std::string_view text) {
  const std::optional<IpAddress> mask = parse_v4(text);
  if (!mask) return std::nullopt;
  const std::uint64_t free = ~mask->low & kAllV4;
  if ((free & (free + 1)) != 0) return std::nullopt;
  std::int64_t bits = kBitsV4;
  for (std::uint64_t rest = free; rest != 0; rest >>= 1U) --bits;
  return bits;
}

}  // namespace

std::optional<IpAddress> parse_ip_address(std::string_view text) {
  const std::string_view bare = trim(text.substr(0, text.find('%')));
  return bare.find(':') == std::string_view::npos ? parse_v4(bare) : parse_v6(bare);
}

std::optional<IpRange> parse_ip_range(std::string_view text) {
  const std::size_t mark = text.find_first_of("-/(");
  const std::optional<IpAddress> first = parse_ip_address(text.substr(0, mark));
  if (!first) return std::nullopt;
  if (mark == std::string_view::npos) return IpRange{*first, *first};
  const std::string_view rest = trim(text.substr(mark + 1));
  if (text[mark] == '/') {
    const std::optional<std::int64_t> bits = parse_integer(rest);
    return bits ? range_of_prefix(*first, *bits) : std::nullopt;
  }
  if (text[mark] == '(') {
    if (first->v6 || !rest.ends_with(')')) return std::nullopt;
    const std::optional<std::int64_t> bits = bits_of_mask(rest.substr(0, rest.size() - 1));
    return bits ? range_of_prefix(*first, *bits) : std::nullopt;
  }
  const std::optional<IpAddress> last = parse_ip_address(rest);
  if (!last || last->v6 != first->v6 || *last < *first) return std::nullopt;
  return IpRange{*first, *last};
}

std::optional<Binding> parse_binding(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::optional<std::int64_t> port = parse_integer(trim(text.substr(colon + 1)));
  if (!port || *port < 0 || *port > 65535) return std::nullopt;
  std::string_view host = trim(text.substr(0, colon));
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const std::optional<IpAddress> address = parse_ip_address(host);
  if (!address) return std::nullopt;
  return Binding{*address, static_cast<std::uint16_t>(*port)};
}

bool is_any_address(const IpAddress& address) { return address.high == 0 && address.low == 0; }

bool is_everything(const IpRange& range) {
  if (!is_any_address(range.first)) return false;
  if (!range.last.v6) return range.last.low == kAllV4;
  return range.last.high == kAllOnes && range.last.low == kAllOnes;
}

}  // namespace connlint
