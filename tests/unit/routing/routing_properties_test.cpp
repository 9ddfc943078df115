// What holds in every organisation, tried on generated ones.
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/routing/routing_fixture.h"
#include "tests/unit/routing/slow_search.h"

namespace connlint {
namespace {

using test::Case;
using test::Draft;
using test::DraftWriter;
using test::Generator;
using test::path_of;
using test::SlowAnswer;
using test::SlowSearch;

constexpr std::uint32_t kOrganizations = 60;

/// What a reader sees of a route, without the order of any list in the inputs.
std::string summary(const Case& in, const Route& route) {
  std::string text(word_of(route.verdict));
  for (const std::string& name : in.chosen(route)) text += " " + name;
  text += " |";
  for (const std::string& name : path_of(route.answer.path)) text += " " + name;
  if (route.answer.cost) text += " | " + std::to_string(route.answer.cost->total);
  for (const Answer& other : route.alternatives) {
    text += " or";
    for (const std::string& name : in.names(other.connectors)) text += " " + name;
  }
  return text;
}

/// A generated organisation with one question.
struct Trial {
  Draft draft;
  std::string address;
  std::string from;
  std::optional<std::uint64_t> size;
};

Trial trial_of(std::uint32_t seed, int kind) {
  Generator generator(seed);
  Trial trial;
  trial.draft = kind == 0 ? generator.modern() : generator.with_groups(kind == 2);
  trial.address = generator.address();
  const int server = generator.number(0, static_cast<int>(trial.draft.servers.size()) - 1);
  trial.from = trial.draft.servers[static_cast<std::size_t>(server)].name;
  if (generator.chance(25)) trial.size = static_cast<std::uint64_t>(generator.number(500, 3500));
  return trial;
}

Case case_of(const Draft& draft) { return Case(DraftWriter(draft, 0).write()); }

Route ask(const Case& in, const Trial& trial) {
  return in.route(trial.address, trial.from, {.size = trial.size});
}

/// Calls `check` for generated organisations of each kind.
template <class Check>
void for_each_trial(const Check& check) {
  for (int kind = 0; kind < 3; ++kind) {
    for (std::uint32_t seed = 1; seed <= kOrganizations; ++seed) {
      SCOPED_TRACE("kind " + std::to_string(kind) + ", seed " + std::to_string(seed));
      check(trial_of(seed + static_cast<std::uint32_t>(kind) * 100'000, kind));
      if (testing::Test::HasFailure()) return;
    }
  }
}

/// Whether the answer rests on the chosen connectors alone. Others have their part where nothing
/// takes the message, where a place on the way decides otherwise than the first one planned, and
/// where another reading of the sources gives them a say.
bool has_plain_answer(const Route& route) {
  return route.verdict == Verdict::routed && !route.plan;
}

bool is_unchosen(const Case& in, const Route& route, const std::string& name) {
  const std::vector<std::string> names = in.chosen(route);
  return std::ranges::find(names, name) == names.end();
}

TEST(RoutingProperties, choice_and_path_agree_with_a_slow_search) {
  for (std::uint32_t seed = 1; seed <= kOrganizations * 3; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Trial trial = trial_of(seed, 0);
    const Case in = case_of(trial.draft);
    const auto server =
        std::ranges::find(trial.draft.servers, trial.from, &test::ServerDraft::name);
    const auto index = static_cast<int>(server - trial.draft.servers.begin());

    const Route route = ask(in, trial);
    const SlowAnswer expected =
        SlowSearch(trial.draft).follow(server->place, index, trial.address, trial.size);

    ASSERT_EQ(route.verdict == Verdict::loop, expected.loop);
    if (expected.loop) continue;
    ASSERT_EQ(route.verdict == Verdict::routed, expected.connector.has_value());
    if (!expected.connector) continue;
    ASSERT_EQ(in.chosen(route), std::vector<std::string>{*expected.connector});
    ASSERT_EQ(path_of(route.answer.path), expected.path);
    ASSERT_EQ(route.answer.cost->path, expected.path_cost);
  }
}

TEST(RoutingProperties, path_between_sites_is_the_least) {
  for (std::uint32_t seed = 1; seed <= kOrganizations; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Generator generator(seed);
    const Draft draft = generator.modern();
    const Case in = case_of(draft);
    const SlowSearch search(draft);
    for (std::size_t from = 0; from < draft.sites.size(); ++from) {
      for (std::size_t to = 0; to < draft.sites.size(); ++to) {
        if (from == to) continue;
        const InternalRoute route = in.mailbox(draft.sites[from].name, draft.sites[to].name);
        const auto expected = search.path(static_cast<int>(from), static_cast<int>(to));
        ASSERT_EQ(route.verdict == Verdict::routed, expected.has_value());
        ASSERT_EQ(route.site_cost, expected ? expected->first : 0);
      }
    }
  }
}

TEST(RoutingProperties, order_of_inputs_changes_nothing) {
  for_each_trial([](const Trial& trial) {
    const Case in = case_of(trial.draft);
    const std::string expected = summary(in, ask(in, trial));
    for (std::uint32_t shuffle : {7U, 11U}) {
      const Case other(DraftWriter(trial.draft, shuffle).write());
      EXPECT_EQ(summary(other, ask(other, trial)), expected);
    }
  });
}

TEST(RoutingProperties, the_answer_is_the_same_without_the_trace) {
  for_each_trial([](const Trial& trial) {
    const Case in = case_of(trial.draft);
    const Result<Address> address = parse_address(trial.address, {});
    Query query{.address = address.value(),
                .from = in.place(trial.from),
                .size = trial.size,
                .down = {},
                .detail = Detail::answer};
    const std::string answer = summary(in, in.model().route(query));
    query.detail = Detail::trace;
    EXPECT_EQ(answer, summary(in, in.model().route(query)));
  });
}

TEST(RoutingProperties, every_candidate_has_one_outcome) {
  for_each_trial([](const Trial& trial) {
    const Case in = case_of(trial.draft);
    const Route route = ask(in, trial);
    std::vector<std::string> names;
    std::vector<std::string> chosen;
    for (const Candidate& candidate : route.candidates) {
      names.push_back(candidate.name);
      EXPECT_FALSE(candidate.detail.empty()) << candidate.name;
      const bool takes = candidate.outcome == Outcome::chosen || candidate.outcome == Outcome::tied;
      if (takes) chosen.push_back(candidate.name);
      EXPECT_NE(candidate.outcome, Outcome::not_evaluated)
          << candidate.name << ": " << candidate.detail;
    }
    EXPECT_EQ(names.size(), trial.draft.connectors.size());
    EXPECT_TRUE(std::ranges::is_sorted(names));
    EXPECT_EQ(std::ranges::adjacent_find(names), names.end());
    if (route.verdict != Verdict::routed) return;
    EXPECT_EQ(chosen, in.chosen(route));
  });
}

/// Whether the answer stays where `change` does something to a connector that is not chosen, at a
/// place in the list of connectors.
void expect_same_answer_after(
    const std::function<void(std::vector<test::ConnectorDraft>&, std::size_t)>& change) {
  for_each_trial([&](const Trial& trial) {
    const Case in = case_of(trial.draft);
    const Route route = ask(in, trial);
    if (!has_plain_answer(route)) return;
    for (std::size_t i = 0; i < trial.draft.connectors.size(); ++i) {
      const std::string& name = trial.draft.connectors[i].name;
      if (!is_unchosen(in, route, name)) continue;
      Draft changed = trial.draft;
      change(changed.connectors, i);
      const Case other = case_of(changed);
      EXPECT_EQ(summary(other, ask(other, trial)), summary(in, route)) << name;
    }
  });
}

TEST(RoutingProperties, taking_an_unchosen_connector_away_changes_nothing) {
  expect_same_answer_after([](std::vector<test::ConnectorDraft>& connectors, std::size_t i) {
    connectors.erase(connectors.begin() + static_cast<std::ptrdiff_t>(i));
  });
}

TEST(RoutingProperties, raising_the_cost_of_an_unchosen_connector_changes_nothing) {
  expect_same_answer_after([](std::vector<test::ConnectorDraft>& connectors, std::size_t i) {
    for (test::SpaceDraft& space : connectors[i].spaces) space.cost += 3;
  });
}

TEST(RoutingProperties, what_is_chosen_somewhere_is_not_lost) {
  for_each_trial([](const Trial& trial) {
    const Case in = case_of(trial.draft);
    const Route route = ask(in, trial);
    if (route.verdict != Verdict::routed || route.plan) return;
    const std::vector<SpaceLoss> losses = in.model().lost_spaces();
    for (const Candidate& candidate : route.candidates) {
      if (candidate.outcome != Outcome::chosen && candidate.outcome != Outcome::tied) continue;
      const Connector& connector = in.organization().connector(candidate.connector);
      const bool lost = std::ranges::any_of(losses, [&](const SpaceLoss& loss) {
        return loss.connector == candidate.connector &&
               to_text(connector.address_spaces()[loss.space]) == candidate.space;
      });
      EXPECT_FALSE(lost) << candidate.name;
    }
  });
}

}  // namespace
}  // namespace connlint
