// Rules invented for tests of the engine and of the reports.
#pragma once

#include <span>

#include "linter/engine/rule.h"

namespace connlint::test {

/// CL901 `every-connector` (warning, error in code, recommended and security; option `limit`, a
/// number, 10; `names`, a list; `loud`, true or false): one finding for each connector. CL902
/// `needs-servers` (error, recommended; needs servers and their versions). CL903 `only-2007` (info,
/// coexistence): speaks of Exchange 2007 alone. CL904 `unsure` (warning, recommended): judges
/// nothing. In the order CL904, CL902, CL903, CL901.
std::span<const RuleEntry> sample_rules();

}  // namespace connlint::test
