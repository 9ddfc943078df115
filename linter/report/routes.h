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
};

/// Whether the exit status counts an address as routed, which was asked from several places: from
/// each of them transport delivers it, and the client refuses it not everywhere.
bool counts_as_routed(std::span<const AnsweredQuery> answers);

/// Answers as text, handed over one address at a time, so that a long batch takes no memory.
class RoutesWriter {
 public:
  enum class Format : std::uint8_t {
    /// For people: for each answer one line, the path with its costs, the chosen connector and
    /// those
    /// that nearly were, with the step that decided about each; places with equal answers together.
    text,
    /// The same with every connector and every place by itself (`--all`).
    all_text,
    /// `connlint/route/1`.
    json,
  };
  RoutesWriter(const Organization& organization, Format format)
      : organization_(organization), format_(format) {}

  /// What stands for the answers about one address, with what stands before them.
  [[nodiscard]] std::string add(std::span<const AnsweredQuery> answers);
  /// What stands after the last answer.
  [[nodiscard]] std::string finish();

 private:
  [[nodiscard]] std::string text_of(std::span<const AnsweredQuery> answers);
  [[nodiscard]] std::string json_of(std::span<const AnsweredQuery> answers);

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
