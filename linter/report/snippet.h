// The source line of a finding, ready to be printed.
#pragma once

#include <span>
#include <string>

#include "linter/source/source_store.h"

namespace connlint {

/// A source line as a terminal shows it.
struct Snippet {
  /// The line, at most about 100 columns of it: tabs are four blanks, control characters are
  /// visible, what is cut off is an ellipsis.
  std::string line;
  /// How many columns of `line` stand before the span, and how many the span takes (at least 1).
  /// Wide characters take two columns.
  std::size_t before = 0;
  std::size_t width = 1;
};

/// The line in which `span` begins. `secrets`: the names of attributes whose value must not be
/// shown: what follows one on its line is left out. In order.
Snippet snippet_of(const SourceStore& sources, Span span, std::span<const Span> secrets);

}  // namespace connlint
