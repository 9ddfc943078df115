// Where a Foreign connector drops its messages (Set-ForeignConnector, Set-TransportService).
// Knows nothing of servers.
#pragma once

#include <string>
#include <string_view>

namespace connlint {

/// Whether a path says itself where it is, so that no root path is put before it: `C:\Fax`,
/// `\\SERVER\Fax`.
bool is_absolute_path(std::string_view path);
/// One form for a path however its case and its backslashes are written, for comparing.
std::string comparable_path(std::string_view path);

}  // namespace connlint
