// What a finding is known by from run to run, in baselines and in other tools.
#pragma once

#include <string>
#include <string_view>

#include "linter/engine/report.h"

namespace connlint {

/// 64-bit FNV-1a of `text`, as 16 hexadecimal digits.
std::string fnv1a(std::string_view text);

/// Sets the fingerprint of every finding of the report, waived ones too: a hash of the code, the
/// subject and the detail; never of file, line, severity or message, so that it survives a new
/// export. Equal ones get a counter in the order of the findings.
void set_fingerprints(Report& report);

}  // namespace connlint
