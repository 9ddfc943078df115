// The commands: each one function of its options.
#pragma once

#include "linter/cli/environment.h"
#include "linter/cli/options.h"

namespace connlint {

ExitStatus check(const CheckOptions& options, const Environment& environment);
ExitStatus route(const RouteOptions& options, const Environment& environment);
ExitStatus types(const TypesOptions& options, const Environment& environment);
ExitStatus show(const ShowOptions& options, const Environment& environment);
ExitStatus explain(const ExplainOptions& options, const Environment& environment);
ExitStatus list_rules(const RulesOptions& options, const Environment& environment);
ExitStatus init(const InitOptions& options, const Environment& environment);

}  // namespace connlint
