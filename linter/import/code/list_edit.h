// `@{Add=...; Remove=...}` on a list.
#pragma once

#include "linter/model/object.h"

namespace connlint {

/// Changes the list of the object by what `added` and `removed` state of the property (multivalued
/// properties, Exchange 2010 SP1 and later): what is there already is not added again, what is not
/// there is removed without effect. `where` becomes the place of the list. False, and the object
/// stays as it is, where the result is not known: a space is there at another cost.
bool edit_list(Object& object, Property property, const Object& added, const Object& removed,
               Span where);

}  // namespace connlint
