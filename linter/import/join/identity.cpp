#include "linter/import/join/identity.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include "linter/import/names.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Union-find over the indexes of objects; the root of a group is its lowest index.
class Groups {
 public:
  explicit Groups(std::size_t count) : parents_(count) {
    std::iota(parents_.begin(), parents_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t index) {
    while (parents_[index] != index) {
      parents_[index] = parents_[parents_[index]];
      index = parents_[index];
    }
    return index;
  }
  void unite(std::size_t a, std::size_t b) {
    const std::size_t first = root(a);
    const std::size_t second = root(b);
    parents_[std::max(first, second)] = std::min(first, second);
  }

 private:
  std::vector<std::size_t> parents_;
};

/// The kind in front of a key, so that objects of different kinds never meet.
std::string kind_prefix(const Object& object) {
  return {static_cast<char>('A' + static_cast<int>(object.object_kind()))};
}

std::string guid_key(const Object& object) {
  std::string_view guid = object.text(Property::guid);
  if (guid.starts_with('{') && guid.ends_with('}')) guid = guid.substr(1, guid.size() - 2);
  return lower(guid);
}

/// What is known of an object's identity apart from GUID and distinguished name.
struct NameKey {
  std::string name;    ///< With its kind in front.
  std::string home;    ///< Routing group, server or DNS domain; empty where unknown.
  std::string parent;  ///< The administrative group of that home; empty where unknown.
};

NameKey server_key(const Object& server) {
  const std::string name = lower(server.name());
  const std::string fqdn = lower(server.text(Property::fqdn));
  const std::string& full = fqdn.empty() ? name : fqdn;
  const std::size_t dot = full.find('.');
  const std::string domain = dot == std::string::npos ? "" : full.substr(dot + 1);
  return {kind_prefix(server) + name.substr(0, name.find('.')), domain, ""};
}

NameKey name_key(const Object& object) {
  if (object.object_kind() == ObjectKind::server) return server_key(object);
  NameKey key{kind_prefix(object) + lower(object.name()), "", ""};
  if (object.object_kind() == ObjectKind::connector) {
    key.name += '\x1F' + lower(object.text(Property::kind));
    const GroupName home = split_group_name(object.text(Property::home));
    key.home = lower(home.name);
    key.parent = lower(home.administrative_group);
    if (key.home.empty()) key.home = lower(object.text(Property::server));
  }
  if (object.object_kind() == ObjectKind::routing_group) {
    key.home = lower(object.text(Property::administrative_group));
  }
  return key;
}

/// One group of objects as the name step sees it.
struct Candidate {
  std::size_t root = 0;
  NameKey key;
  bool has_guid = false;
  bool has_dn = false;
};

/// Unites candidates of one name and one home, unless two GUIDs or two distinguished names tell
/// them apart. Returns false where some stay apart though nothing but their name is known.
bool unite_home(const std::vector<const Candidate*>& candidates, Groups& groups) {
  const auto with_guid = std::ranges::count_if(candidates, &Candidate::has_guid);
  const auto with_dn = std::ranges::count_if(candidates, &Candidate::has_dn);
  const bool all = with_guid <= 1 && with_dn <= 1;
  const Candidate* first = nullptr;
  for (const Candidate* candidate : candidates) {
    if (!all && (candidate->has_guid || candidate->has_dn)) continue;
    if (first != nullptr) groups.unite(first->root, candidate->root);
    if (first == nullptr) first = candidate;
  }
  return all || first == nullptr;
}

/// Unites all candidates of one name.
bool unite_name(const std::vector<Candidate>& candidates, Groups& groups) {
  if (candidates.size() == 1) return true;
  // By home, then by the administrative group of the home; those that know less join the only one
  // that they can mean.
  std::map<std::string, std::map<std::string, std::vector<const Candidate*>>> homes;
  for (const Candidate& candidate : candidates) {
    homes[candidate.key.home][candidate.key.parent].push_back(&candidate);
  }
  bool clear = true;
  const auto settle = [&clear](auto& known) {
    const auto unknown = known.find("");
    if (unknown == known.end() || known.size() == 1) return;
    if (known.size() > 2) {
      clear = false;
      return;
    }
    auto& only = std::next(unknown)->second;
    only.insert(only.end(), unknown->second.begin(), unknown->second.end());
    known.erase(unknown);
  };
  for (auto& [home, parents] : homes) settle(parents);
  std::map<std::string, std::vector<const Candidate*>> by_home;
  for (auto& [home, parents] : homes) {
    for (auto& [parent, members] : parents) {
      const std::string key = home.empty() ? std::string() : fmt::format("{}\x1F{}", home, parent);
      by_home[key].insert(by_home[key].end(), members.begin(), members.end());
    }
  }
  settle(by_home);
  for (auto& [home, members] : by_home) clear = unite_home(members, groups) && clear;
  return clear;
}

void unite_by_key(const std::vector<Object>& objects, Groups& groups,
                  std::string (*key_of)(const Object&)) {
  std::unordered_map<std::string, std::size_t> first;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const std::string key = key_of(objects[i]);
    if (key.empty()) continue;
    const auto [it, added] = first.emplace(kind_prefix(objects[i]) + key, i);
    if (!added) groups.unite(it->second, i);
  }
}

std::map<std::string, std::vector<Candidate>> candidates_by_name(const std::vector<Object>& objects,
                                                                 Groups& groups) {
  std::map<std::size_t, Candidate> by_root;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    Candidate& candidate = by_root[groups.root(i)];
    const NameKey key = name_key(objects[i]);
    candidate.root = groups.root(i);
    if (candidate.key.name.empty()) candidate.key.name = key.name;
    if (candidate.key.home.empty()) candidate.key.home = key.home;
    if (candidate.key.parent.empty()) candidate.key.parent = key.parent;
    candidate.has_guid = candidate.has_guid || !guid_key(objects[i]).empty();
    candidate.has_dn = candidate.has_dn || !objects[i].text(Property::dn).empty();
  }
  std::map<std::string, std::vector<Candidate>> by_name;
  for (auto& [root, candidate] : by_root) {
    // There is one transport configuration, and it has no name.
    const bool named = !objects[root].name().empty() ||
                       objects[root].object_kind() == ObjectKind::transport_config;
    if (named) by_name[candidate.key.name].push_back(std::move(candidate));
  }
  return by_name;
}

}  // namespace

std::vector<std::vector<std::size_t>> same_objects(const std::vector<Object>& objects,
                                                   std::vector<Note>& notes) {
  Groups groups(objects.size());
  unite_by_key(objects, groups, guid_key);
  unite_by_key(objects, groups,
               [](const Object& object) { return dn_key(object.text(Property::dn)); });
  for (const auto& [name, candidates] : candidates_by_name(objects, groups)) {
    if (unite_name(candidates, groups)) continue;
    const Object& object = objects[candidates.front().root];
    notes.push_back({.kind = NoteKind::suspicious,
                     .message = "several objects of kind " +
                                std::string(name_of(object.object_kind())) + " are named '" +
                                std::string(object.name()) +
                                "', and an input does not tell which one it means; give its dn, "
                                "guid or home",
                     .where = object.where});
  }
  std::vector<std::vector<std::size_t>> out;
  std::unordered_map<std::size_t, std::size_t> slot;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const auto [it, added] = slot.emplace(groups.root(i), out.size());
    if (added) out.emplace_back();
    out[it->second].push_back(i);
  }
  return out;
}

}  // namespace connlint
