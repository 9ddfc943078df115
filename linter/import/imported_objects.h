// What one file gives, whatever its format and vocabulary: the ground type of this stage.
#pragma once

#include <string>
#include <vector>

#include "linter/model/organization.h"
#include "linter/source/note.h"

namespace connlint {

/// What an importer found in a file, before objects of several files are joined.
struct ImportedObjects {
  std::vector<Object> objects;
  Located<std::string> organization_name;
  std::vector<RequiredType> required_types;
  std::vector<LostValue> lost_values;
  std::vector<Secret> secrets;
  std::vector<UnknownKey> unknown_keys;
  std::vector<InvalidValue> invalid_values;
  /// Of configuration code: what became of each command and resource, in its order.
  std::vector<CommandOutcome> commands;
  /// Of configuration code: resources that contradict each other.
  std::vector<Conflict> conflicts;
  std::vector<Note> notes;
  Coverage coverage;
};

}  // namespace connlint
