// Two descriptions of one object become one.
#pragma once

#include <vector>

#include "linter/model/object.h"
#include "linter/model/organization.h"

namespace connlint {

/// Adds to `object` what `other` knows; the first value of a property stays, and one that differs
/// is a conflict.
void merge(Object& object, const Object& other, std::vector<Conflict>& conflicts);

}  // namespace connlint
