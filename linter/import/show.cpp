// The organisation as an organisation file: what `connlint show` prints.
#include <algorithm>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "linter/import/import.h"
#include "linter/import/names.h"
#include "linter/import/values.h"
#include "linter/import/yaml_text.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

using Json = nlohmann::ordered_json;

/// A value as the organisation file writes it.
struct ValueWriter {
  PropertyType type;

  Json operator()(const Unset&) const { return nullptr; }
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
      list.push_back(written(object));
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
        if (object.object_kind() == kind) list.push_back(with_properties(object));
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
    Json out = with_properties(server);
    if (server.exchange) put(out, Property::version, to_text(*server.exchange));
    if (server.routing_group && server.states(Property::routing_group)) {
      put(out, Property::routing_group, display_name(org_, *server.routing_group));
    }
    return out;
  }

  Json written(const Connector& connector) const {
    Json out = with_properties(connector);
    put_word(out, Property::kind, word_of(connector.kind));
    put_word(out, Property::gateway_class, word_of(connector.gateway_class));
    if (connector.home) put(out, Property::home, display_name(org_, *connector.home));
    if (connector.target) put(out, Property::target, display_name(org_, *connector.target));
    // What an importer derived from the address spaces is known as well as what is stated.
    if (connector.scope != Scope::unknown && !out.contains(name_of(Property::scope))) {
      out = inserted(out, connector, word_of(connector.scope));
    }
    return out;
  }

  /// `out` with the scope at its place in the order of the table.
  static Json inserted(const Json& out, const Connector& connector, std::string_view scope) {
    Object with_scope = connector;
    set_word(with_scope, Property::scope, scope, connector.where);
    Json ordered = with_properties(with_scope);
    for (auto& [key, value] : ordered.items()) {
      if (out.contains(key)) value = out[key];
    }
    return ordered;
  }

  static void put(Json& out, Property property, std::string text) {
    out[std::string(name_of(property))] = std::move(text);
  }
  /// Replaces a stated word; leaves out one that means nothing.
  static void put_word(Json& out, Property property, std::string_view word) {
    const std::string key(name_of(property));
    if (!out.contains(key)) return;
    if (word.empty()) {
      out.erase(key);
    } else {
      out[key] = word;
    }
  }

  const Organization& org_;
};

}  // namespace

std::string write_yaml(const Organization& organization) {
  return yaml_text(Writer(organization).document());
}

std::string write_json(const Organization& organization) {
  const std::string text = Writer(organization).document().dump(
      2, ' ', false, Json::error_handler_t::replace);
  return with_visible_signs(text) + "\n";
}

}  // namespace connlint
