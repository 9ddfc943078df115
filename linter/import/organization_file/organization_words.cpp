#include "linter/import/organization_file/organization_words.h"

#include "linter/model/organization.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// The words of the enumerators from `first` to `last`.
template <class T>
std::vector<std::string_view> words_between(T first, T last) {
  std::vector<std::string_view> words;
  for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
    words.push_back(word_of(static_cast<T>(i)));
  }
  return words;
}

}  // namespace

std::optional<ObjectKind> kind_of_list(std::string_view key) {
  for (std::size_t i = 0; i < kObjectKinds; ++i) {
    const auto kind = static_cast<ObjectKind>(i);
    if (!key.empty() && list_name_of(kind) == key) return kind;
  }
  return std::nullopt;
}

std::vector<std::string_view> root_keys() {
  std::vector<std::string_view> keys = {"connlint", "organization", "required_address_types",
                                        kAllConnectorKinds};
  for (std::size_t i = 0; i < kObjectKinds; ++i) {
    const std::string_view key = list_name_of(static_cast<ObjectKind>(i));
    if (!key.empty()) keys.push_back(key);
  }
  return keys;
}

std::vector<std::string_view> keys_of(ObjectKind kind) {
  std::vector<std::string_view> keys;
  for (const PropertyInfo& row : properties()) {
    if ((row.kinds & bit(kind)) != 0) keys.push_back(row.name);
  }
  return keys;
}

std::vector<std::string_view> words_of(Property property) {
  switch (property) {
    case Property::kind: return words_between(ConnectorKind::send, ConnectorKind::inbound);
    case Property::gateway_class: return words_between(GatewayClass::notes, GatewayClass::other);
    case Property::scope: return words_between(Scope::organization, Scope::routing_group);
    case Property::roles:
      return {word_of(Role::mailbox), word_of(Role::client_access),
              word_of(Role::unified_messaging), word_of(Role::hub_transport),
              word_of(Role::edge_transport)};
    case Property::type: return {"authoritative", "internal-relay", "external-relay"};
    case Property::activation: return {"always", "never", "selected-times", "remote-initiated"};
    case Property::allowed_priorities: return {"high", "normal", "low"};
    case Property::protocol: return {"ip", "smtp"};
    default: return {};
  }
}

std::optional<std::string_view> known_word(Property property, std::string_view text) {
  for (std::string_view word : words_of(property)) {
    if (equals_ignoring_case(word, trim(text))) return word;
  }
  return std::nullopt;
}

}  // namespace connlint
