// The schema of the organisation file is made from the tables of properties and object kinds.
// CONNLINT_UPDATE_GOLDEN=1 writes it. What it accepts and refuses: check_organization_files.py.
#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "linter/import/organization_file/organization_words.h"
#include "linter/import/values.h"
#include "linter/support/text.h"
#include "tests/support/rule_documents.h"

namespace connlint::test {
namespace {

using Json = nlohmann::ordered_json;

const std::filesystem::path kSchema =
    CONNLINT_SOURCE_DIR "/linter/import/organization_file/organization_file.schema.json";

Json reference(const std::string& name) { return {{"$ref", "#/$defs/" + name}}; }

Json array_of(Json item) {
  Json array = {{"type", Json::array({"array", "null"})}};
  array["items"] = std::move(item);
  return array;
}

/// `Cmdlet Name; directory cn.`, or what the table says instead; empty where it says nothing.
std::string description_of(const PropertyInfo& row) {
  if (!row.about.empty()) return std::string(row.about);
  if (row.cmdlet.empty() && row.attribute.empty()) return {};
  if (row.attribute.empty()) return fmt::format("Cmdlet {}.", row.cmdlet);
  if (row.cmdlet.empty()) return fmt::format("Directory {}.", row.attribute);
  return fmt::format("Cmdlet {}; directory {}.", row.cmdlet, row.attribute);
}

std::string definition_name(PropertyType type) {
  switch (type) {
    case PropertyType::boolean: return "boolean";
    case PropertyType::number: return "number";
    case PropertyType::size: return "size";
    case PropertyType::time: return "time";
    case PropertyType::spaces: return "address_spaces";
    default: return is_list(type) ? "texts" : "text";
  }
}

Json value_of(const PropertyInfo& row) {
  Json words = words_of(row.id);
  if (words.empty()) return reference(definition_name(row.type));
  if (is_list(row.type)) return array_of({{"enum", words}});
  words.push_back(nullptr);
  return {{"enum", words}};
}

Json object_of(ObjectKind kind) {
  Json keys = Json::object();
  for (const PropertyInfo& row : properties()) {
    if ((row.kinds & bit(kind)) == 0) continue;
    Json key = Json::object();
    const std::string description = description_of(row);
    if (!description.empty()) key["description"] = description;
    key.update(value_of(row));
    keys[std::string(row.name)] = std::move(key);
  }
  Json object = {{"type", "object"}, {"properties", keys}, {"additionalProperties", false}};
  if (kind == ObjectKind::transport_config) return object;  // There is but one.
  object["anyOf"] = Json::array();
  for (const char* key : {"name", "guid", "dn"}) {
    object["anyOf"].push_back({{"required", Json::array({key})}});
  }
  return object;
}

/// The key of the file that holds the objects of a kind.
Json member_of(ObjectKind kind, const std::string& definition) {
  const Json object = reference(definition);
  if (kind == ObjectKind::transport_config) {
    return {{"anyOf", Json::array({object, {{"type", "null"}}})}};
  }
  if (kind == ObjectKind::address_template) {
    return array_of({{"anyOf", Json::array({{{"type", "string"}}, object})}});
  }
  return array_of(object);
}

Json schema() {
  Json root = Json::parse(R"({
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Organisation file of connlint, version 1",
    "description": "An Exchange organisation as connlint reads and shows it. A key left out is unknown, not default; null is stated to have no value; an empty list is stated to be empty.",
    "type": "object",
    "required": ["connlint"],
    "additionalProperties": false,
    "properties": {
      "connlint": {"description": "The version of the format.", "const": 1},
      "organization": {"description": "The name of the organisation.", "$ref": "#/$defs/text"},
      "required_address_types": {
        "description": "Address types that users must be able to send to.",
        "$ref": "#/$defs/texts"
      },
      "all_connector_kinds": {
        "description": "Whether the connectors are those of every kind; true where it is left out. show writes false where the inputs could not show all kinds: cmdlets show no X.400, Notes and gateway connectors of Exchange 2000/2003.",
        "type": ["boolean", "null"]
      }
    },
    "$defs": {
      "text": {
        "description": "A single value. Numbers and truth values are taken as text.",
        "type": ["string", "number", "boolean", "null"]
      },
      "texts": {"type": ["array", "null"], "items": {"type": ["string", "number", "boolean"]}},
      "boolean": {"type": ["boolean", "null"]},
      "number": {"type": ["integer", "null"]},
      "size": {
        "description": "A number of bytes, a number with KB, MB or GB (1024-based), or unlimited.",
        "type": ["string", "number", "null"]
      },
      "time": {
        "description": "ISO 8601; without zone UTC.",
        "type": ["string", "null"],
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}"
      },
      "address_spaces": {
        "description": "[Local:][TYPE:]SPACE[;COST], such as FAX:*;1.",
        "type": ["array", "null"],
        "items": {"type": ["string", "number", "boolean"]}
      }
    }
  })");
  for (std::size_t i = 0; i < kObjectKinds; ++i) {
    const auto kind = static_cast<ObjectKind>(i);
    if (list_name_of(kind).empty()) continue;
    std::string definition(name_of(kind));
    std::ranges::replace(definition, '-', '_');
    root["properties"][std::string(list_name_of(kind))] = member_of(kind, definition);
    root["$defs"][definition] = object_of(kind);
  }
  return root;
}

/// The value on one line.
std::string one_line(const Json& value) {
  if (!value.is_structured()) return value.dump();
  std::vector<std::string> parts;
  for (const auto& [key, item] : value.items()) {
    parts.push_back(value.is_object() ? Json(key).dump() + ": " + one_line(item) : one_line(item));
  }
  const std::string inside = join(parts, ", ");
  return value.is_object() ? "{" + inside + "}" : "[" + inside + "]";
}

/// The value as people write it: on one line where it fits. `used`: what already stands there.
std::string laid_out(const Json& value, std::size_t indent, std::size_t used) {
  constexpr std::size_t kWidth = 100;
  std::string line = one_line(value);
  if (!value.is_structured() || used + line.size() < kWidth) return line;
  std::vector<std::string> parts;
  for (const auto& [key, item] : value.items()) {
    std::string part(indent + 2, ' ');
    if (value.is_object()) part += Json(key).dump() + ": ";
    parts.push_back(part + laid_out(item, indent + 2, part.size()));
  }
  const std::string inside = "\n" + join(parts, ",\n") + "\n" + std::string(indent, ' ');
  return value.is_object() ? "{" + inside + "}" : "[" + inside + "]";
}

/// The first line of `made` that `stated` has not at that place; empty where the texts are the
/// same.
std::string first_difference(const std::string& made, const std::string& stated) {
  if (made == stated) return {};
  const auto same = std::ranges::mismatch(made, stated).in1 - made.begin();
  const std::size_t begin = made.rfind('\n', static_cast<std::size_t>(same)) + 1;
  return fmt::format("line {}: {}", std::count(made.begin(), made.begin() + same, '\n') + 1,
                     made.substr(begin, made.find('\n', begin) - begin));
}

TEST(OrganizationSchemaTest, IsMadeFromTheTables) {
  const std::string made = laid_out(schema(), 0, 0) + "\n";
  if (updates_golden()) write_text(kSchema, made);

  EXPECT_EQ(first_difference(made, read_text(kSchema)), "")
      << "CONNLINT_UPDATE_GOLDEN=1 writes " << kSchema;
}

std::set<std::string> keys_in(const Json& object) {
  std::set<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.insert(key);
  return keys;
}

std::set<std::string> as_set(const std::vector<std::string_view>& names) {
  return {names.begin(), names.end()};
}

TEST(OrganizationSchemaTest, ItsKeysAreThoseOfTheReader) {
  const Json root = Json::parse(read_text(kSchema));

  EXPECT_EQ(keys_in(root["properties"]), as_set(root_keys()));
  for (const auto& [definition, kind] :
       {std::pair("connector", ObjectKind::connector),
        std::pair("site_link", ObjectKind::site_link),
        std::pair("transport_config", ObjectKind::transport_config)}) {
    EXPECT_EQ(keys_in(root["$defs"][definition]["properties"]), as_set(keys_of(kind)));
  }
}

TEST(OrganizationSchemaTest, SaysOfEachKindOfValueWhatItIs) {
  const Json root = Json::parse(read_text(kSchema));
  const auto key = [&](const char* definition, const char* name) {
    Json value = root["$defs"][definition]["properties"][name];
    value.erase("description");
    return one_line(value);
  };

  EXPECT_EQ(key("connector", "name"), R"({"$ref": "#/$defs/text"})");
  EXPECT_EQ(key("connector", "enabled"), R"({"$ref": "#/$defs/boolean"})");
  EXPECT_EQ(key("site_link", "cost"), R"({"$ref": "#/$defs/number"})");
  EXPECT_EQ(key("connector", "max_message_size"), R"({"$ref": "#/$defs/size"})");
  EXPECT_EQ(key("certificate", "not_after"), R"({"$ref": "#/$defs/time"})");
  EXPECT_EQ(key("connector", "connection_timeout"), R"({"$ref": "#/$defs/text"})");
  EXPECT_EQ(key("server", "version"), R"({"$ref": "#/$defs/text"})");
  EXPECT_EQ(key("connector", "smart_hosts"), R"({"$ref": "#/$defs/texts"})");
  EXPECT_EQ(key("connector", "home_mta_server_id"), R"({"$ref": "#/$defs/text"})");
  EXPECT_EQ(key("connector", "source_servers"), R"({"$ref": "#/$defs/texts"})");
  EXPECT_EQ(key("server", "site"), R"({"$ref": "#/$defs/text"})");
  EXPECT_EQ(key("site_link", "sites"), R"({"$ref": "#/$defs/texts"})");
  EXPECT_EQ(key("connector", "home"), R"({"$ref": "#/$defs/text"})");
  EXPECT_EQ(key("connector", "address_spaces"), R"({"$ref": "#/$defs/address_spaces"})");
  EXPECT_EQ(key("site_link", "protocol"), R"({"enum": ["ip", "smtp", null]})");
  EXPECT_EQ(key("connector", "allowed_priorities"),
            R"({"type": ["array", "null"], "items": {"enum": ["high", "normal", "low"]}})");
}

}  // namespace
}  // namespace connlint::test
