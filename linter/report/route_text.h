// A single answer of `route` in each format. Internal to report.
#pragma once

#include <span>
#include <string>

#include "linter/report/routes.h"

namespace connlint {

/// For people, without blank lines around it: the answers of one address that are equal from
/// several places, the first of which stands for them. With `all` every connector, else those whose
/// address spaces take the address.
std::string route_text(const Organization& organization,
                       std::span<const AnsweredQuery* const> equals, bool all);
/// Whether two answers about one address are equal for a reader, apart from the way and its cost.
bool same_answer(const AnsweredQuery& a, const AnsweredQuery& b);
/// An item of `routes`, indented, without what joins it to the next one.
std::string route_json(const Organization& organization, const AnsweredQuery& answered);

}  // namespace connlint
