#include "linter/routing/route.h"

namespace connlint {

std::string_view word_of(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::server: return "server";
    case PlaceKind::site: return "site";
    case PlaceKind::routing_group: return "routing-group";
  }
  return {};
}

std::string_view word_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::routed: return "routed";
    case Verdict::internal: return "internal";
    case Verdict::unreachable: return "unreachable";
    case Verdict::ndr: return "ndr";
    case Verdict::loop: return "loop";
    case Verdict::model_dependent: return "model-dependent";
  }
  return {};
}

std::string_view word_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::chosen: return "chosen";
    case Outcome::tied: return "tied";
    case Outcome::disabled: return "disabled";
    case Outcome::ignored: return "ignored";
    case Outcome::out_of_scope: return "out-of-scope";
    case Outcome::too_small: return "too-small";
    case Outcome::no_match: return "no-match";
    case Outcome::less_specific: return "less-specific";
    case Outcome::higher_cost: return "higher-cost";
    case Outcome::farther: return "farther";
    case Outcome::later_name: return "later-name";
    case Outcome::unreachable: return "unreachable";
    case Outcome::not_evaluated: return "not-evaluated";
  }
  return {};
}

}  // namespace connlint
