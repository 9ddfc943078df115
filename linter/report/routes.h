// What `route` and `types` print.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "linter/model/organization.h"
#include "linter/outlook/gate.h"
#include "linter/outlook/server_types.h"
#include "linter/routing/route.h"

namespace connlint {

/// A question with its answers: the client's, and that of transport.
struct AnsweredQuery {
  Query query;
  Client client = Client::none;
  Gate gate;
  Route route;

  /// Whether the exit status counts it as routed: model-dependent too, but nothing that the client
  /// refuses.
  [[nodiscard]] bool counts_as_routed() const {
    return gate.verdict != GateVerdict::refused && route.counts_as_routed();
  }
};

/// Answers as text, handed over one at a time, so that a long batch of addresses takes no memory.
class RoutesWriter {
 public:
  enum class Format : std::uint8_t {
    /// For people: for each question the answer in one line, the path with its costs, and every
    /// connector with the step that decided about it.
    text,
    /// `connlint/route/1`.
    json,
  };
  RoutesWriter(const Organization& organization, Format format)
      : organization_(organization), format_(format) {}

  /// What stands for the next answer, with what stands before it.
  [[nodiscard]] std::string add(const AnsweredQuery& answered);
  /// What stands after the last answer.
  [[nodiscard]] std::string finish();

 private:
  const Organization& organization_;
  Format format_;
  bool first_ = true;
};

/// The types of a server, and what a client's own list tells of them, where there is one.
struct AnsweredTypes {
  ServerTypes types;
  std::optional<ClientListState> client;
};

/// For people: for each server its types with their connectors, what is missing and why.
std::string types_text(const Organization& organization, std::span<const AnsweredTypes> servers);
/// `connlint/types/1`.
std::string types_json(const Organization& organization, std::span<const AnsweredTypes> servers);

}  // namespace connlint
