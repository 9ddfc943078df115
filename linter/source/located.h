// A value together with the place where it was written.
#pragma once

#include "linter/source/span.h"

namespace connlint {

/// A value and where it stands.
template <class T>
struct Located {
  T value{};
  Span where{};

  const T& operator*() const { return value; }
  const T* operator->() const { return &value; }
};

}  // namespace connlint
