// Nested .NET objects as the texts that PowerShell prints for them: an export of a local shell
// holds
// `{IsUnlimited, Value}` where one of a remote shell holds `10 MB (10,485,760 bytes)`.
#pragma once

#include <string_view>

#include "linter/formats/arena.h"
#include "linter/formats/record.h"
#include "linter/model/property.h"

namespace connlint {

/// `value` as a property is read from it: a text, a list of texts, or null. A text where a list
/// belongs is cut into what an export joined in it. Texts that are not in the file are made in
/// `arena`. What the export cut off says so in its `loss`.
Value flatten(const Value& value, const PropertyInfo& info, Arena& arena);
/// The same for a property with one value, which is of type `type`.
Value flatten(const Value& value, PropertyType type, Arena& arena);

/// The value of the last field of that name (extended properties follow the adapted ones and win,
/// MS-PSRP 2.2.5.2.9), or null.
const Field* field_of(const Record& record, std::string_view name);

/// Whether the value states something: no null, no empty text, no empty list.
bool states_something(const Value& value);

}  // namespace connlint
