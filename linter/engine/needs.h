// Whether the inputs hold what a rule must know, and how to get what is missing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/engine/rule.h"

namespace connlint {

/// Why the rule cannot be evaluated: what the inputs lack, and how to export or declare it. Empty
/// where nothing is missing.
std::string missing_needs(const Rule& rule, const Coverage& coverage);

/// Adds to `lacks` what the inputs lack of the rule's needs.
void add_lacks(std::vector<Lack>& lacks, const Rule& rule, const Coverage& coverage);

/// How the kind of object is called where inputs are listed: `routing_groups`.
std::string_view input_name(ObjectKind kind);

/// What the rule needs, for lists: `connectors`, `servers.version`.
std::vector<std::string> needs_of(const Rule& rule);

/// Why the rule speaks of none of the servers. Empty where it may speak of one, or where the
/// version of no server is known.
std::string out_of_range(const Rule& rule, const Organization& organization);

}  // namespace connlint
