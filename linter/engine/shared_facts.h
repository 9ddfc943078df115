// What several rules ask of one organisation, each worked out once, at the first question.
// Knows model types only.
#pragma once

#include <optional>
#include <vector>

#include "linter/facts/listener.h"
#include "linter/model/organization.h"
#include "linter/outlook/allowed_types.h"

namespace connlint {

/// Keeps a reference to the organisation, which must outlive it. For one thread.
class SharedFacts {
 public:
  explicit SharedFacts(const Organization& organization) : organization_(organization) {}
  explicit SharedFacts(const Organization&&) = delete;

  /// As the function of that name.
  [[nodiscard]] const std::vector<CarriedType>& carried_types() const {
    return once(carried_types_, [&] { return connlint::carried_types(organization_); });
  }
  /// As the function of that name.
  [[nodiscard]] const ListGaps& list_gaps() const {
    return once(list_gaps_, [&] { return connlint::list_gaps(organization_, carried_types()); });
  }
  /// As `listeners_of`.
  [[nodiscard]] const std::vector<Listener>& listeners() const {
    return once(listeners_, [&] { return listeners_of(organization_); });
  }

 private:
  template <class T, class Work>
  static const T& once(std::optional<T>& fact, Work work) {
    if (!fact) fact = work();
    return *fact;
  }

  const Organization& organization_;
  mutable std::optional<std::vector<CarriedType>> carried_types_;
  mutable std::optional<ListGaps> list_gaps_;
  mutable std::optional<std::vector<Listener>> listeners_;
};

}  // namespace connlint
