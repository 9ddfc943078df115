#include "tests/support/organization_builder.h"

#include "linter/support/text.h"
#include "tests/support/organization_text.h"

namespace connlint::test {
namespace {

Names names_of(const std::vector<std::string>& texts, Span where) {
  Names names;
  for (const std::string& text : texts) names.push_back({text, where});
  return names;
}

Spaces spaces_of(const std::vector<std::string>& texts, Span where) {
  Spaces spaces;
  for (const std::string& text : texts) {
    spaces.push_back(parse_address_space({.value = text, .where = where, .verbatim = false}));
  }
  return spaces;
}

PropertyValue value_of(const Statement& statement, Span where) {
  const auto& [property, texts] = statement;
  PropertyValue value{.property = property, .where = where, .value = Unset{}};
  switch (info_of(property).type) {
    case PropertyType::texts:
    case PropertyType::words:
    case PropertyType::servers:
    case PropertyType::sites: value.value = names_of(texts, where); return value;
    case PropertyType::spaces: value.value = spaces_of(texts, where); return value;
    default: break;
  }
  if (texts.empty()) return value;
  const std::string& text = texts.front();
  switch (info_of(property).type) {
    case PropertyType::boolean: value.value = text == "true"; break;
    case PropertyType::number: value.value = parse_integer(text).value(); break;
    case PropertyType::time: value.value = parse_time(text).value(); break;
    case PropertyType::size: value.value = parse_size(text); break;
    default: value.value = text;
  }
  return value;
}

std::vector<Statement> named(std::string name, std::vector<Statement> statements) {
  statements.insert(statements.begin(), {Property::name, {std::move(name)}});
  return statements;
}

}  // namespace

Span OrganizationBuilder::next_place() { return {FileId{}, ++places_, 1}; }

OrganizationBuilder& OrganizationBuilder::add(ObjectKind kind,
                                              const std::vector<Statement>& statements) {
  Object object(kind, next_place());
  objects_.coverage.add(kind);
  for (const Statement& statement : statements) {
    object.set(value_of(statement, next_place()));
    objects_.coverage.add(kind, statement.first);
  }
  objects_.objects.push_back(std::move(object));
  return *this;
}

OrganizationBuilder& OrganizationBuilder::server(std::string name,
                                                 std::vector<Statement> statements) {
  return add(ObjectKind::server, named(std::move(name), std::move(statements)));
}

OrganizationBuilder& OrganizationBuilder::connector(std::string name,
                                                    std::vector<Statement> statements) {
  return add(ObjectKind::connector, named(std::move(name), std::move(statements)));
}

OrganizationBuilder& OrganizationBuilder::required(std::string type, RequiredType::Origin origin) {
  objects_.required_types.push_back(
      {.type = std::move(type), .origin = origin, .where = next_place(), .recipient = {}});
  return *this;
}

Organization OrganizationBuilder::build() const {
  return OrganizationText(std::vector{objects_}).take();
}

}  // namespace connlint::test
