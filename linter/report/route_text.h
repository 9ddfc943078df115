// A single answer of `route` in each format. Internal to report.
#pragma once

#include <string>

#include "linter/report/routes.h"

namespace connlint {

/// For people, without blank lines around it.
std::string route_text(const Organization& organization, const AnsweredQuery& answered);
/// An item of `routes`, indented, without what joins it to the next one.
std::string route_json(const Organization& organization, const AnsweredQuery& answered);

}  // namespace connlint
