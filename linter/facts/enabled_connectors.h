// The enabled connectors of an organisation, which is what most rules walk.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>

#include "linter/model/organization.h"

namespace connlint {

/// The enabled connectors of an organisation, or those of one kind, in its order. Copies nothing,
/// so that the organisation must outlive it.
class EnabledConnectors {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Connector;
    using difference_type = std::ptrdiff_t;
    using pointer = const Connector*;
    using reference = const Connector&;

    Iterator() = default;
    Iterator(pointer at, pointer end, std::optional<ConnectorKind> kind)
        : at_(at), end_(end), kind_(kind) {
      pass_others();
    }
    reference operator*() const { return *at_; }
    pointer operator->() const { return at_; }
    Iterator& operator++() {
      ++at_;
      pass_others();
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }

   private:
    void pass_others() {
      at_ = std::find_if(at_, end_, [this](const Connector& connector) {
        return (!kind_ || connector.kind == *kind_) && connector.counts_as_enabled();
      });
    }
    pointer at_ = nullptr;
    pointer end_ = nullptr;
    std::optional<ConnectorKind> kind_;
  };

  EnabledConnectors(const Organization& organization, std::optional<ConnectorKind> kind)
      : begin_(organization.connectors.data(),
               organization.connectors.data() + organization.connectors.size(), kind),
        end_(organization.connectors.data() + organization.connectors.size(),
             organization.connectors.data() + organization.connectors.size(), kind) {}

  [[nodiscard]] Iterator begin() const { return begin_; }
  [[nodiscard]] Iterator end() const { return end_; }
  [[nodiscard]] bool empty() const { return begin_ == end_; }

 private:
  Iterator begin_, end_;
};

/// The enabled connectors, of all kinds or of one.
inline EnabledConnectors enabled_connectors(const Organization& organization,
                                            std::optional<ConnectorKind> kind = std::nullopt) {
  return {organization, kind};
}
EnabledConnectors enabled_connectors(const Organization&&,
                                     std::optional<ConnectorKind> kind = std::nullopt) = delete;

/// Why a rule does not apply where there is none: `the inputs hold no enabled Foreign connector`.
std::string no_enabled(ConnectorKind kind);

}  // namespace connlint
