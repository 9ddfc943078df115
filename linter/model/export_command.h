// How an administrator exports each kind of object.
#pragma once

#include <string_view>

#include "linter/model/property.h"

namespace connlint {

/// The command that exports the objects of a kind: `Get-ExchangeServer | Export-Clixml`.
std::string_view export_command(ObjectKind kind);

/// Whether an export can show the property; else it can only be declared in an organisation file.
bool is_exported(Property property);

}  // namespace connlint
