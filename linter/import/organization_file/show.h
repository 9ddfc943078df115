// An organisation as an organisation file: what `connlint show` prints.
#pragma once

#include <string>
#include <vector>

#include "linter/model/organization.h"

namespace connlint {

/// Where objects stand of which the inputs tell no name: an organisation file has no place for
/// them.
std::vector<Span> unnamed_objects(const Organization& organization);
/// The organisation as an organisation file in YAML.
std::string write_yaml(const Organization& organization);
/// The same as JSON (same keys, same values).
std::string write_json(const Organization& organization);

}  // namespace connlint
