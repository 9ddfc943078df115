// All address spaces of an organisation, found by address without looking at each.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/model/organization.h"
#include "linter/routing/address/address_match.h"
#include "linter/routing/routed_connector.h"

namespace connlint {

/// An address space of a connector.
struct SpaceEntry {
  ConnectorId connector{};
  /// Its place in the list of the connector.
  std::uint32_t space = 0;
  SpacePattern pattern;
  std::int64_t cost = 1;
  /// An address space of another type than SMTP that Exchange 2007 and later drop
  /// (`NonSmtpDrop`).
  bool dropped = false;
};

/// Which spaces are looked for.
enum class Width : std::uint8_t {
  closer,  ///< Without those that take every address of their type (`*`).
  all,
};

/// An address space that takes an address.
struct SpaceHit {
  /// Index into `entries`.
  std::uint32_t entry = 0;
  Match match;
};

/// Built once in time and memory linear in the address spaces.
class SpaceIndex {
 public:
  SpaceIndex(const Organization& organization,
             const std::vector<RoutedConnector>& routed_connectors);

  [[nodiscard]] const std::vector<SpaceEntry>& entries() const { return entries_; }
  /// The spaces that take the address, in the order of `entries`. For Exchange 5.5 an address of
  /// another type without any route is tried as X.400, where spaces for all of X.400 take it
  /// (Q262112).
  [[nodiscard]] std::vector<SpaceHit> hits(const Address& address, MatchProfile profile,
                                           Width width = Width::all) const;
  /// Whether any connector has an address space of the type (in upper case).
  [[nodiscard]] bool carries(std::string_view type) const;

 private:
  using Bucket = std::vector<std::uint32_t>;
  /// What is filed under one address type.
  struct OfType {
    Bucket all;
    /// Compared one by one.
    Bucket others;
    std::unordered_map<std::string, Bucket> exact, suffix, prefix, attribute;
    /// The lengths of the keys of `suffix` and `prefix`.
    std::set<std::size_t> suffix_lengths, prefix_lengths;
    Bucket every;
  };

  void file(std::uint32_t entry);
  /// Adds a bucket to what was found, which stays in order.
  static void add(const Bucket& bucket, Bucket& found);
  static void probe(const std::unordered_map<std::string, Bucket>& map, const std::string& key,
                    Bucket& found);
  static void probe_smtp(const OfType& type, const Address& address, MatchProfile profile,
                         Bucket& found);
  static void probe_other(const OfType& type, const Address& address, Bucket& found);

  std::vector<SpaceEntry> entries_;
  std::unordered_map<std::string, OfType> types_;
};

}  // namespace connlint
