// Which objects of several inputs are the same one.
#pragma once

#include <cstddef>
#include <vector>

#include "linter/model/object.h"
#include "linter/source/note.h"

namespace connlint {

/// Groups of indexes into `objects` that are the same object, each in the order of the inputs, the
/// groups in the order of their first member. Objects are the same by GUID, by distinguished name,
/// then by kind, home (where both know it) and name; servers by name, FQDN and distinguished name
/// alike; names compare without regard to case. Which objects are grouped does not depend on their
/// order. An object that could be two others stays alone, with a note.
std::vector<std::vector<std::size_t>> same_objects(const std::vector<Object>& objects,
                                                   std::vector<Note>& notes);

}  // namespace connlint
