// Organisations of `fixtures/routing` and short questions about them.
#pragma once

#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "linter/outlook/gate.h"
#include "linter/routing/routing_model.h"
#include "tests/support/organization_text.h"

namespace connlint::test {

/// An organisation file's text as an organisation. A test failure where anything in it is not read.
inline Organization organization_from(const std::string& text) {
  OrganizationText read(text);
  EXPECT_EQ(read.remarks(), "");
  for (const UnknownKey& key : read.organization().unknown_keys)
    ADD_FAILURE() << "unknown key " << key.key;
  return std::move(read).take();
}

inline Organization organization_of(const std::string& fixture) {
  const std::string path = CONNLINT_SOURCE_DIR "/fixtures/routing/" + fixture;
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.good()) << path;
  return organization_from({std::istreambuf_iterator<char>(in), {}});
}

/// What may be said beside address and place.
struct Circumstances {
  std::optional<std::uint64_t> size = {};
  std::vector<std::string> down = {};
};

/// An organisation and its routes.
class Case {
 public:
  explicit Case(const std::string& fixture) : organization_(organization_of(fixture)) {}
  explicit Case(Organization organization) : organization_(std::move(organization)) {}
  Case(const Case&) = delete;
  Case& operator=(const Case&) = delete;

  [[nodiscard]] const Organization& organization() const { return organization_; }
  [[nodiscard]] const RoutingModel& model() const { return model_; }

  [[nodiscard]] Place place(std::string_view name) const {
    const Result<std::vector<Place>> places = model_.places_named(name);
    EXPECT_TRUE(places.ok()) << name;
    return places.ok() ? places.value().front() : Place{};
  }
  [[nodiscard]] Down down(const std::vector<std::string>& names) const {
    const Result<Down> result = model_.down_named(names);
    EXPECT_TRUE(result.ok());
    return result.ok() ? result.value() : Down{};
  }

  [[nodiscard]] Route route(std::string_view address, std::string_view from,
                            const Circumstances& circumstances = {}) const {
    const Result<Address> parsed = parse_address(address, model_.default_domain());
    EXPECT_TRUE(parsed.ok()) << address;
    if (!parsed.ok()) return {};
    return model_.route({.address = parsed.value(),
                         .from = place(from),
                         .size = circumstances.size,
                         .down = down(circumstances.down),
                         .detail = Detail::trace});
  }

  /// What the client makes of the address before transport sees it.
  [[nodiscard]] Gate gate(std::string_view address, std::string_view from, Client client) const {
    const Result<Address> parsed = parse_address(address, model_.default_domain());
    EXPECT_TRUE(parsed.ok()) << address;
    return parsed.ok() ? gate_of(organization_, place(from), parsed.value().type, client) : Gate{};
  }

  [[nodiscard]] InternalRoute mailbox(std::string_view from, std::string_view to,
                                      const std::vector<std::string>& down_names = {}) const {
    return model_.route_to(place(from), place(to), std::nullopt, down(down_names));
  }

  [[nodiscard]] std::vector<std::string> names(const std::vector<ConnectorId>& ids) const {
    std::vector<std::string> out;
    for (ConnectorId id : ids) out.emplace_back(organization_.connector(id).name());
    return out;
  }
  [[nodiscard]] std::vector<std::string> chosen(const Route& route) const {
    return names(route.answer.connectors);
  }

 private:
  Organization organization_;
  RoutingModel model_{organization_};
};

inline std::vector<std::string> path_of(const std::vector<PlaceName>& places) {
  std::vector<std::string> out;
  for (const PlaceName& place : places) out.push_back(place.name);
  return out;
}

/// The outcome of a connector in a route's table.
inline Outcome outcome_of(const Route& route, std::string_view connector) {
  for (const Candidate& candidate : route.candidates) {
    if (candidate.name == connector) return candidate.outcome;
  }
  ADD_FAILURE() << "no candidate " << connector;
  return Outcome::not_evaluated;
}

}  // namespace connlint::test
