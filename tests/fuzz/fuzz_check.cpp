// The whole pipeline over any bytes: recognised, read, joined, checked with all rules, reported in
// every format, and written as an organisation file, which must be readable again.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "linter/engine/fingerprint.h"
#include "linter/engine/run.h"
#include "linter/import/organization_file/show.h"
#include "linter/report/reporter.h"
#include "tests/support/organization_text.h"

namespace {

using namespace connlint;  // NOLINT(google-build-using-namespace)

bool has_damage(const std::vector<Note>& notes) {
  for (const Note& note : notes) {
    if (note.kind == NoteKind::unreadable) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const RuleRegistry kRegistry(rule_table());
  const test::OrganizationText read(
      std::vector{test::WrittenFile{"input", {reinterpret_cast<const char*>(data), size}}});
  const Organization& organization = read.organization();
  Report report{.tool_version = tool_version(), .each = false, .organizations = {}};
  Selection selection;
  selection.profile = "all";
  report.organizations.push_back(run({.organization = organization,
                                      .sources = read.sources(),
                                      .notes = read.notes(),
                                      .counts = {}},
                                     kRegistry, selection));
  set_fingerprints(report);
  // A SARIF log carries the documents of all rules, which takes longer than all else.
  constexpr std::size_t kSarifOnceIn = 32;
  for (const Reporter& reporter : reporters()) {
    if (reporter.name != "sarif" || size % kSarifOnceIn == 0) reporter.write(report, {});
  }

  // What is shown of a damaged input may be as incomplete as it.
  const bool damaged = has_damage(report.organizations.front().notes);
  const std::string text = write_yaml(organization);
  const test::OrganizationText shown(std::vector{test::WrittenFile{"shown", text}});
  if (!damaged && has_damage(shown.notes())) {
    std::fputs((text + shown.notes().front().message + "\n").c_str(), stderr);
    std::abort();
  }
  return 0;
}
