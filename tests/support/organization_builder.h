// Organisations for tests, built in C++ and linked as inputs are.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "linter/import/imported_objects.h"

namespace connlint::test {

/// A property and its value as texts: one for a scalar, any number for a list; no text for a scalar
/// means unset. `{Property::address_spaces, {"FAX:*;1"}}`, `{Property::enabled, {"false"}}`.
using Statement = std::pair<Property, std::vector<std::string>>;

/// Collects objects; every value has a place of its own.
class OrganizationBuilder {
 public:
  OrganizationBuilder& add(ObjectKind kind, const std::vector<Statement>& statements);
  OrganizationBuilder& server(std::string name, std::vector<Statement> statements);
  OrganizationBuilder& connector(std::string name, std::vector<Statement> statements);
  OrganizationBuilder& required(std::string type, RequiredType::Origin origin);
  /// What the inputs could tell, apart from the kinds and properties that were added.
  Coverage& coverage() { return objects_.coverage; }

  [[nodiscard]] Organization build() const;

 private:
  Span next_place();

  ImportedObjects objects_;
  std::uint32_t places_ = 0;
};

}  // namespace connlint::test
