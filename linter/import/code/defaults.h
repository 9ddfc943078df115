// What New- cmdlets set where a command says nothing.
#pragma once

#include <vector>

#include "linter/model/object.h"

namespace connlint {

/// Sets on an object that a New- command makes what the command leaves out and what the cmdlet
/// reference has a default for; the place of each is `where`. What it has none for stays unknown:
/// among others the size limit of Send connectors, of which four values are published, and the
/// source servers, which depend on the server that runs the command. `open` are properties that the
/// command sets to something that only a run tells.
void set_defaults(Object& object, Span where, const std::vector<Property>& open);

}  // namespace connlint
