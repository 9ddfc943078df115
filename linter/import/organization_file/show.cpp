// The organisation as an organisation file: what `connlint show` prints.
#include "linter/import/organization_file/show.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "linter/import/organization_file/organization_words.h"
#include "linter/import/organization_file/show_text.h"
#include "linter/import/values.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

using Json = nlohmann::ordered_json;

/// A value as the organisation file writes it.
struct ValueWriter {
  PropertyType type;

  Json operator()(const Unset& /*unset*/) const { return nullptr; }
  Json operator()(bool flag) const { return flag; }
  Json operator()(std::int64_t number) const {
    return type == PropertyType::time ? Json(time_text(number)) : Json(number);
  }
  Json operator()(const Size& size) const {
    const std::string text = to_text(size);
    // A number of bytes is a number, as people write it.
    if (size.bytes && parse_integer(text)) return *size.bytes;
    return text;
  }
  Json operator()(const std::string& text) const { return text; }
  Json operator()(const Names& names) const {
    Json list = Json::array();
    for (const Located<std::string>& name : names) list.push_back(*name);
    return list;
  }
  Json operator()(const Spaces& spaces) const {
    Json list = Json::array();
    for (const AddressSpace& space : spaces) list.push_back(to_text(space));
    return list;
  }
};

/// Whether the organisation file has a place for the object: all but the one transport
/// configuration need a name.
bool has_place(const Object& object) {
  return !object.name().empty() || object.object_kind() == ObjectKind::transport_config;
}

/// Writes the objects of one organisation.
class Writer {
 public:
  explicit Writer(const Organization& organization) : org_(organization) {}
  explicit Writer(const Organization&& organization) = delete;

  Json document() {
    Json root;
    root["connlint"] = 1;
    if (!org_.name->empty()) root["organization"] = *org_.name;
    add_required_types(root);
    add_list(root, ObjectKind::site, org_.sites);
    add_list(root, ObjectKind::site_link, org_.site_links);
    add_list(root, ObjectKind::routing_group, org_.routing_groups);
    add_list(root, ObjectKind::server, org_.servers);
    if (!org_.connectors.empty() && !org_.coverage.all_connector_kinds) {
      root[std::string(kAllConnectorKinds)] = false;
    }
    add_list(root, ObjectKind::connector, org_.connectors);
    add_list(root, ObjectKind::accepted_domain, org_.accepted_domains);
    add_list(root, ObjectKind::recipient, org_.recipients);
    add_others(root);
    return root;
  }

 private:
  void add_required_types(Json& root) const {
    std::vector<std::string> types;
    for (const RequiredType& required : org_.required_types) {
      // What recipients require is found again in the recipients.
      if (required.origin == RequiredType::Origin::recipient) continue;
      if (std::ranges::find(types, required.type) == types.end()) types.push_back(required.type);
    }
    if (!types.empty()) root["required_address_types"] = types;
  }

  template <class T>
  void add_list(Json& root, ObjectKind kind, const std::vector<T>& objects) const {
    Json list = Json::array();
    for (const T& object : objects) {
      if constexpr (requires { object.implied; }) {
        if (object.implied) continue;
      }
      // `unnamed_objects` names what is left out.
      if (!object.name().empty()) list.push_back(written(object));
    }
    add_list(root, kind, std::move(list));
  }

  void add_list(Json& root, ObjectKind kind, Json list) const {
    // An empty list says that there are none; it is written only where the inputs say so.
    const bool all_read = kind != ObjectKind::connector || org_.coverage.all_connector_kinds;
    if (list.empty() && !(org_.coverage.has(kind) && all_read)) return;
    root[std::string(list_name_of(kind))] = std::move(list);
  }

  void add_others(Json& root) const {
    for (std::size_t i = 0; i < kObjectKinds; ++i) {
      const auto kind = static_cast<ObjectKind>(i);
      if (kind < ObjectKind::email_address_policy) continue;
      Json list = Json::array();
      for (const Object& object : org_.others) {
        if (object.object_kind() == kind && has_place(object)) {
          list.push_back(with_properties(object));
        }
      }
      if (kind == ObjectKind::transport_config) {
        if (!list.empty()) root[std::string(list_name_of(kind))] = list.front();
        continue;
      }
      if (kind == ObjectKind::address_template) shorten_templates(list);
      add_list(root, kind, std::move(list));
    }
  }

  /// Address templates of which only the type is known are written as that.
  static void shorten_templates(Json& list) {
    const bool names_only = std::ranges::all_of(list, [](const Json& object) {
      return object.size() == 1 && object.contains("name") && object["name"].is_string();
    });
    if (!names_only) return;
    for (Json& object : list) object = Json(object["name"]);
  }

  /// The stated properties in the order of the table.
  static Json with_properties(const Object& object) {
    Json out = Json::object();
    for (const PropertyValue& value : object.values()) {
      const PropertyInfo& info = info_of(value.property);
      // Neither credentials nor passwords are ever written, not even that there is one.
      const bool secret = is_secret_name(info.cmdlet) || is_secret_name(info.name);
      if (secret && !std::holds_alternative<Unset>(value.value)) continue;
      out[std::string(info.name)] = std::visit(ValueWriter{info.type}, value.value);
    }
    return out;
  }

  static Json written(const Object& object) { return with_properties(object); }

  Json written(const Server& server) const {
    Object shown = static_cast<const Object&>(server);
    if (server.exchange) settle(shown, Property::version, to_text(*server.exchange));
    if (server.routing_group && server.states(Property::routing_group)) {
      settle(shown, Property::routing_group, reference_to(*server.routing_group));
    }
    return with_properties(shown);
  }

  Json written(const Connector& connector) const {
    Object shown = static_cast<const Object&>(connector);
    settle_word(shown, Property::kind, word_of(connector.kind));
    settle_word(shown, Property::gateway_class, word_of(connector.gateway_class));
    // The scope may follow from the address spaces alone.
    settle_word(shown, Property::scope, word_of(connector.scope));
    if (connector.home) settle(shown, Property::home, reference_to(*connector.home));
    if (connector.target) settle(shown, Property::target, reference_to(*connector.target));
    return with_properties(shown);
  }

  /// A group that no list describes is known by its references alone.
  [[nodiscard]] std::string reference_to(RoutingGroupId id) const {
    const RoutingGroup& group = org_.routing_group(id);
    if (!group.implied || group.administrative_group.empty()) return display_name(org_, id);
    return fmt::format("{}\\{}", group.administrative_group, group.name());
  }

  static void settle(Object& shown, Property property, std::string text) {
    shown.set({.property = property, .where = shown.where, .value = std::move(text)});
  }
  /// A word that means nothing is unknown, unless it is stated to be unset.
  static void settle_word(Object& shown, Property property, std::string_view word) {
    if (!word.empty()) return settle(shown, property, std::string(word));
    if (!shown.states_nothing(property)) shown.remove(property);
  }

  const Organization& org_;
};

}  // namespace

std::vector<Span> unnamed_objects(const Organization& organization) {
  std::vector<Span> unnamed;
  const auto add = [&](const auto& objects) {
    for (const Object& object : objects) {
      if (!has_place(object)) unnamed.push_back(object.where);
    }
  };
  add(organization.sites);
  add(organization.site_links);
  add(organization.servers);
  add(organization.connectors);
  add(organization.accepted_domains);
  add(organization.recipients);
  add(organization.others);
  return unnamed;
}

std::string write_yaml(const Organization& organization) {
  return to_yaml(Writer(organization).document());
}

std::string write_json(const Organization& organization) {
  return to_json(Writer(organization).document());
}

}  // namespace connlint
