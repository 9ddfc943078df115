// How an administrator exports each kind of object.
#pragma once

#include <string_view>

#include "linter/model/property.h"

namespace connlint {

/// The command that exports the objects of a kind: `Get-ExchangeServer | Export-Clixml`.
std::string_view export_command(ObjectKind kind);

}  // namespace connlint
