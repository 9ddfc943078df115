// Questions about all address spaces at once, each asked with one address that it stands for.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "linter/routing/answer.h"
#include "linter/routing/routing_model.h"
#include "linter/routing/selection.h"
#include "linter/routing/walk.h"

namespace connlint {
namespace {

using Form = SpacePattern::Form;

/// A class of addresses: those that a space takes and no closer one does.
struct AddressClass {
  /// Index into the entries of the space index.
  std::uint32_t entry = 0;
  Address address;
};

/// `pattern` with its wildcards replaced.
std::string filled(std::string_view pattern, std::string_view with) {
  std::string out;
  for (char c : pattern) {
    if (c == '*') {
      out += with;
    } else {
      out += c == '%' ? '0' : c;
    }
  }
  return out;
}

/// An address that the space takes; different ones for different attempts.
Result<Address> address_in(const SpacePattern& pattern, int attempt) {
  const std::string word = attempt == 0 ? std::string("any") : fmt::format("any{}", attempt);
  if (pattern.type() == "SMTP") {
    if (pattern.form() == Form::all) return parse_address("user@" + word + ".invalid", {});
    if (pattern.form() == Form::exact) return parse_address("user@" + pattern.text(), {});
    return parse_address("user@" + word + std::string(pattern.suffix()), {});
  }
  if (pattern.type() == "X400" && pattern.form() == Form::all) {
    return parse_address("X400:c=ZZ;o=" + word, {});
  }
  return parse_address(pattern.type() + ":" + filled(pattern.text(), word), {});
}

/// Whether no space is closer to the address than those that read the same.
bool stands_for(const SpaceIndex& spaces, const SpacePattern& pattern, const Address& address) {
  std::uint64_t closest = 0;
  std::uint64_t own = 0;
  const Width width = pattern.form() == Form::all ? Width::all : Width::closer;
  for (const SpaceHit& hit : spaces.hits(address, MatchProfile::modern, width)) {
    closest = std::max(closest, hit.match.specificity);
    if (spaces.entries()[hit.entry].pattern.text() == pattern.text()) own = hit.match.specificity;
  }
  return own == closest;
}

/// One class for each distinct space that an address could be made for.
std::vector<AddressClass> classes_of(const SpaceIndex& spaces) {
  constexpr int kAttempts = 4;
  std::vector<AddressClass> classes;
  std::set<std::pair<std::string_view, std::string_view>> known;
  for (std::uint32_t i = 0; i < spaces.entries().size(); ++i) {
    const SpacePattern& pattern = spaces.entries()[i].pattern;
    if (pattern.form() == Form::nothing) continue;
    if (!known.emplace(pattern.type(), pattern.text()).second) continue;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
      Result<Address> address = address_in(pattern, attempt);
      if (!address.ok()) break;
      const bool last = attempt + 1 == kAttempts;
      if (!last && !stands_for(spaces, pattern, address.value())) continue;
      classes.push_back({i, std::move(address.value())});
      break;
    }
  }
  return classes;
}

/// The sizes at which a limit begins to matter, and none.
std::vector<std::optional<std::uint64_t>> telling_sizes(const Landscape& landscape) {
  std::set<std::uint64_t> limits;
  for (const Sender& sender : landscape.senders) {
    if (sender.limit) limits.insert(*sender.limit);
  }
  std::vector<std::optional<std::uint64_t>> sizes = {std::nullopt};
  for (std::uint64_t limit : limits) sizes.emplace_back(limit + 1);
  return sizes;
}

/// Whether two entries are equally close, so that places may differ in which they choose.
bool compete(const std::vector<Entry>& entries) {
  std::set<std::uint64_t> seen;
  return std::ranges::any_of(
      entries, [&](const Entry& entry) { return !seen.insert(entry.match.specificity).second; });
}

/// Marks what one place decides about one class; whether the other places can add nothing to it.
bool mark(Session& session, Spot at, std::vector<SpaceUse>& uses) {
  session.enter();
  const Choice choice = at.legacy ? choose_legacy(session, at.index, std::nullopt)
                                  : choose_modern(session, at.index, std::nullopt);
  for (std::uint32_t winner : choice.winners) uses[choice.entries[winner].space].chosen = true;
  for (const Entry& entry : choice.entries) {
    if (entry.outcome != Outcome::later_name) continue;
    uses[entry.space].decided_by_name = true;
    for (std::uint32_t winner : choice.winners) {
      uses[choice.entries[winner].space].decided_by_name = true;
    }
  }
  return !compete(choice.entries) && std::ranges::all_of(choice.entries, [&](const Entry& entry) {
    return uses[entry.space].chosen;
  });
}

}  // namespace

std::vector<TableRow> RoutingModel::table(Place from) const {
  const Landscape& all = landscape();
  const std::optional<Spot> at = all.topology.spot_of(from);
  std::vector<TableRow> rows;
  if (!at) return rows;
  Query query{.address = {},
              .from = from,
              .size = {},
              .client = Client::none,
              .down = {},
              .detail = Detail::answer};
  PathCache cache;
  if (!at->legacy) cache.sites[at->index] = all.topology.paths_from_site(at->index);
  for (AddressClass& one : classes_of(all.spaces)) {
    query.address = std::move(one.address);
    Session session(all, query, {}, cache);
    Outcomes outcomes = answer_of(session, walk(session, *at, std::nullopt));
    const SpaceEntry& entry = all.spaces.entries()[one.entry];
    const Connector& connector = organization_.connector(entry.connector);
    rows.push_back(
        {.space = to_text(connector.address_spaces()[entry.space]),
         .address = query.address.written,
         .verdict = outcomes.verdict,
         .connectors = std::move(outcomes.answer.connectors),
         .cost = outcomes.answer.cost ? std::optional(outcomes.answer.cost->total) : std::nullopt});
  }
  return rows;
}

std::vector<SpaceUse> RoutingModel::space_uses() const {
  const Landscape& all = landscape();
  std::vector<SpaceUse> uses;
  for (const SpaceEntry& entry : all.spaces.entries()) {
    uses.push_back({.connector = entry.connector, .space = entry.space});
  }
  const std::vector<Place> places = all.topology.places();
  std::vector<AddressClass> open = classes_of(all.spaces);
  for (const std::optional<std::uint64_t>& size : telling_sizes(all)) {
    for (const Place& place : places) {
      PathCache cache;
      const std::optional<Spot> at = all.topology.spot_of(place);
      if (at && !at->legacy) cache.sites[at->index] = all.topology.paths_from_site(at->index);
      std::erase_if(open, [&](const AddressClass& one) {
        const Query query{.address = one.address,
                          .from = place,
                          .size = size,
                          .client = Client::none,
                          .down = {},
                          .detail = Detail::answer};
        Session session(all, query, {}, cache);
        return at && mark(session, *at, uses);
      });
    }
  }
  return uses;
}

}  // namespace connlint
