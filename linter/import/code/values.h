// From an argument of a command or a property of a resource to a property of the model.
#pragma once

#include <string_view>

#include "linter/formats/arena.h"
#include "linter/formats/record.h"
#include "linter/import/code/parameters.h"
#include "linter/import/imported_objects.h"
#include "linter/model/object.h"

namespace connlint {

/// How strictly values are taken.
enum class CodeValues {
  command,   ///< As PowerShell binds them: a text is no truth value; what does not fit is an error.
  resource,  ///< What does not fit makes the property unknown.
  document,  ///< The same; `yes` and `no` without quotes are truth values, as in YAML 1.1.
};

/// Where the values go, and how they are taken.
struct CodeReading {
  Object& object;
  CodeValues values{};
  Arena& arena;
  ImportedObjects& out;
};

/// The property that a parameter of the noun's cmdlets sets, or null where it sets none (a switch
/// such as Force, the name, a credential).
const PropertyInfo* code_property(const CodeNoun& noun, std::string_view parameter);

/// Sets the property that `parameter` means to what is stated. A value that only a run tells, and
/// one that cannot be read, makes the property unknown, whatever it was before. `@{Add=...}` and
/// `@{Remove=...}` change a list that is known.
void read_code_value(const CodeReading& in, const CodeNoun& noun, std::string_view parameter,
                     const Field& stated);

/// Makes a property unknown: only a run tells what it is, as `where` shows.
void lose_code_value(const CodeReading& in, Property property, const Text& name, const Text& where);

/// The text of `stated` where it is a scalar that is known, else empty.
Text code_text(const Field& stated);

}  // namespace connlint
