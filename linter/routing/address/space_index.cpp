#include "linter/routing/address/space_index.h"

#include <algorithm>
#include <array>

#include "linter/support/text.h"

namespace connlint {
namespace {

using Form = SpacePattern::Form;

/// The attribute that a space of X.400 is filed under: the most specific one without wildcard, as
/// `key=value`; empty where it has none.
std::string filing_attribute(const OrAddress& space) {
  constexpr std::array<std::string_view, 8> kOrder = {"ou4", "ou3", "ou2", "ou1",
                                                      "o",   "p",   "a",   "c"};
  for (std::string_view key : kOrder) {
    const std::string* value = space.find(key);
    // An empty value takes addresses without the attribute too.
    if (value == nullptr || value->empty() || value->find('*') != std::string::npos) continue;
    return std::string(key) + "=" + *value;
  }
  return {};
}

/// Whether a space of X.400 takes every address.
bool takes_all_of_x400(const SpacePattern& pattern) {
  if (pattern.form() == Form::all) return true;
  return pattern.form() == Form::attributes &&
         std::ranges::all_of(pattern.attributes().attributes,
                             [](const OrAttribute& attribute) { return attribute.value == "*"; });
}

}  // namespace

SpaceIndex::SpaceIndex(const Organization& organization,
                       const std::vector<RoutedConnector>& routed_connectors) {
  for (std::size_t i = 0; i < organization.connectors.size(); ++i) {
    if (!routed_connectors[i].takes_mail) continue;
    const Spaces& spaces = organization.connectors[i].address_spaces();
    for (std::uint32_t j = 0; j < spaces.size(); ++j) {
      constexpr std::int64_t kHighestCost = 1'000'000'000;
      entries_.push_back(
          {.connector = static_cast<ConnectorId>(i),
           .space = j,
           .pattern = SpacePattern(spaces[j]),
           .cost = std::clamp<std::int64_t>(spaces[j].cost.value_or(1), 0, kHighestCost),
           .dropped = routed_connectors[i].non_smtp != NonSmtpDrop::no && !is_smtp(spaces[j])});
      file(static_cast<std::uint32_t>(entries_.size() - 1));
    }
  }
}

void SpaceIndex::file(std::uint32_t entry) {
  const SpacePattern& pattern = entries_[entry].pattern;
  OfType& type = types_[pattern.type()];
  type.every.push_back(entry);
  switch (pattern.form()) {
    case Form::all: type.all.push_back(entry); break;
    case Form::exact: type.exact[pattern.text()].push_back(entry); break;
    case Form::suffix:
      type.suffix[std::string(pattern.suffix())].push_back(entry);
      type.suffix_lengths.insert(pattern.suffix().size());
      break;
    case Form::pattern:
      type.prefix[std::string(pattern.prefix())].push_back(entry);
      type.prefix_lengths.insert(pattern.prefix().size());
      break;
    case Form::attributes: {
      const std::string attribute = filing_attribute(pattern.attributes());
      (attribute.empty() ? type.others : type.attribute[attribute]).push_back(entry);
      break;
    }
    case Form::nothing: type.others.push_back(entry); break;
  }
}

void SpaceIndex::add(const Bucket& bucket, Bucket& found) {
  const auto before = static_cast<std::ptrdiff_t>(found.size());
  found.insert(found.end(), bucket.begin(), bucket.end());
  std::ranges::inplace_merge(found, found.begin() + before);
}

void SpaceIndex::probe(const std::unordered_map<std::string, Bucket>& map, const std::string& key,
                       Bucket& found) {
  const auto it = map.find(key);
  if (it != map.end()) add(it->second, found);
}

void SpaceIndex::probe_smtp(const OfType& type, const Address& address, MatchProfile profile,
                            Bucket& found) {
  const std::string& domain = address.domain;
  probe(type.exact, domain, found);
  probe(type.suffix, "." + domain, found);
  if (profile == MatchProfile::modern) {
    for (std::size_t dot = domain.find('.'); dot != std::string::npos;
         dot = domain.find('.', dot + 1)) {
      probe(type.suffix, domain.substr(dot), found);
    }
    return;
  }
  for (std::size_t length : type.suffix_lengths) {
    if (length > domain.size()) break;
    probe(type.suffix, domain.substr(domain.size() - length), found);
  }
}

void SpaceIndex::probe_other(const OfType& type, const Address& address, Bucket& found) {
  const std::string value = lower(address.value);
  probe(type.exact, value, found);
  for (std::size_t length : type.prefix_lengths) {
    if (length > value.size()) break;
    probe(type.prefix, value.substr(0, length), found);
  }
  if (!address.or_address) return;
  for (const OrAttribute& attribute : address.or_address->attributes) {
    probe(type.attribute, attribute.key + "=" + attribute.value, found);
  }
}

std::vector<SpaceHit> SpaceIndex::hits(const Address& address, MatchProfile profile,
                                       Width width) const {
  std::vector<SpaceHit> hits;
  const auto it = types_.find(address.type);
  if (it != types_.end()) {
    const OfType& type = it->second;
    Bucket found;
    if (profile == MatchProfile::oldest) {
      found = type.every;
    } else {
      if (width == Width::all) found = type.all;
      add(type.others, found);
      if (address.type == "SMTP") {
        probe_smtp(type, address, profile, found);
      } else {
        probe_other(type, address, found);
      }
    }
    for (std::uint32_t entry : found) {
      const Match match = connlint::match(entries_[entry].pattern, address, profile);
      if (match.matches) hits.push_back({entry, match});
    }
  }
  const auto x400 = types_.find("X400");
  if (profile == MatchProfile::oldest && hits.empty() && address.type != "X400" &&
      x400 != types_.end()) {
    for (std::uint32_t entry : x400->second.every) {
      if (takes_all_of_x400(entries_[entry].pattern)) hits.push_back({entry, {.matches = true}});
    }
  }
  return hits;
}

bool SpaceIndex::carries(std::string_view type) const { return types_.contains(std::string(type)); }

}  // namespace connlint
