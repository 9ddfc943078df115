// How objects and values are called in messages.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/model/organization.h"

namespace connlint {

/// A name in single quotes.
std::string quoted(std::string_view name);

/// `Send connector 'Fax'`, `Notes connector 'Sales'`.
std::string described(const Connector& connector);

/// `server 'EX1'`; `a server without name` where the name is empty.
std::string described(ObjectKind kind, std::string_view name);

/// An address space in messages: type, space and cost as the source writes them, the defaults where
/// it leaves them out, without a scope word; so that the same space reads the same from all inputs.
std::string named(const AddressSpace& space);

/// `address space 'FAX:*;1' of Send connector 'Fax'`.
std::string described(const AddressSpace& space, const Connector& connector);

/// `'A'`, `'A' and 'B'`, `'A', 'B' and 'C'`; of more than four names the first three and how many
/// more there are. Empty for none. `all` is how many there are where `names` holds only the first
/// ones, five at least.
std::string listed(std::span<const std::string> names, std::size_t all);
inline std::string listed(std::span<const std::string> names) {
  return listed(names, names.size());
}

/// `8.1 (Build 240.6)`, or `of unknown version`.
std::string version_text(const Server& server);

/// What a rule cannot judge for one and the same reason, collected so that the reason is said once.
class Unjudged {
 public:
  void add(std::string_view what) { what_.emplace_back(what); }
  [[nodiscard]] bool empty() const { return what_.empty(); }
  /// `reason: 'A' and 'B'`: the reason followed by the names in alphabetical order.
  [[nodiscard]] std::string text(std::string_view reason) const;

 private:
  std::vector<std::string> what_;
};

/// The kind of several objects in a sentence: `routing groups`.
std::string plural_of(ObjectKind kind);

}  // namespace connlint
