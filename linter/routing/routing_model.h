// How mail would be routed in an organisation: an immutable view.
// Knows model types only; no findings, no severities.
#pragma once

#include "linter/model/organization.h"

namespace connlint {

/// Answers questions about routes. Keeps a reference to the organisation, which must outlive it.
class RoutingModel {
 public:
  explicit RoutingModel(const Organization& organization) : organization_(organization) {}
  explicit RoutingModel(const Organization&&) = delete;

  [[nodiscard]] const Organization& organization() const { return organization_; }

 private:
  const Organization& organization_;
};

}  // namespace connlint
