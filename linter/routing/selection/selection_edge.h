// The choice of a connector on an Edge Transport server, which knows its own connectors and the
// accepted domains, and neither the directory nor sites. Internal to routing.
#pragma once

#include <optional>
#include <vector>

#include "linter/routing/accepted_domains.h"
#include "linter/routing/selection/selection.h"

namespace connlint {

/// What an Edge Transport server decides, and every connector with the step that decided about it.
struct EdgeChoice {
  Choice choice;
  std::vector<Candidate> candidates;
  /// Whether an address space `--` takes the address only if `--` stands for the subdomains of
  /// accepted domains with a wildcard too, or if the domain is an accepted one, which no input
  /// tells.
  bool mark_is_open = false;
};

/// `mark_takes`: whether `--` takes what `mark_is_open` speaks of.
EdgeChoice choose_on_edge(Session& session, const AcceptedDomains& accepted, ServerId edge,
                          bool mark_takes);

}  // namespace connlint
