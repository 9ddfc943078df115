#include "linter/report/reporter.h"

#include <algorithm>
#include <array>

namespace connlint {
namespace {

constexpr std::array kReporters = {
    Reporter{"text", "for people: each finding with its source line", write_text},
    Reporter{"json", "connlint's own report, see `connlint/report/1`", write_json},
    Reporter{"sarif", "SARIF 2.1.0, for GitHub code scanning and others", write_sarif},
};

constexpr auto kNames = [] {
  std::array<std::string_view, kReporters.size()> names;
  std::ranges::transform(kReporters, names.begin(), &Reporter::name);
  return names;
}();

}  // namespace

std::span<const Reporter> reporters() { return kReporters; }

const Reporter* reporter_named(std::string_view name) {
  const auto found = std::ranges::find(kReporters, name, &Reporter::name);
  return found == kReporters.end() ? nullptr : &*found;
}

std::span<const std::string_view> reporter_names() { return kNames; }

}  // namespace connlint
