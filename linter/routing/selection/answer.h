// From the way of a message to the answer that is printed. Internal to routing.
#pragma once

#include "linter/routing/route.h"
#include "linter/routing/selection/walk.h"

namespace connlint {

/// What a walk amounts to.
struct Outcomes {
  Verdict verdict = Verdict::ndr;
  Answer answer;
  std::optional<Answer> plan;
  std::string queue_point;
};

/// The answer that a walk gives.
Outcomes answer_of(Session& session, const Walk& walk);

/// The same for a walk to a fixed place.
InternalRoute internal_route_of(const Session& session, const Walk& walk);

/// The connectors as the first place sees them; those that decide elsewhere on the way are shown as
/// chosen, with the place that decides.
std::vector<Candidate> candidates_of(const Session& session, const Walk& walk);

/// The places of a walk's main part, from the start on.
std::vector<Spot> places_of(const Walk& walk);

}  // namespace connlint
