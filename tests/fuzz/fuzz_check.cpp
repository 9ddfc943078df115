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
#include "linter/formats/format.h"
#include "linter/import/import.h"
#include "linter/import/join/join.h"
#include "linter/import/organization_file/show.h"
#include "linter/report/reporter.h"

namespace {

using namespace connlint;  // NOLINT(google-build-using-namespace)

Organization read(SourceStore& store, std::string bytes, std::vector<Note>& notes) {
  const SourceFile& file = store.add("input", std::move(bytes));
  std::vector<ImportedObjects> files;
  const Format* format = recognize_format(file.text);
  if (format != nullptr) files.push_back(import_file(file, *format));
  return join(std::move(files), notes);
}

bool has_damage(const std::vector<Note>& notes) {
  for (const Note& note : notes) {
    if (note.kind == NoteKind::unreadable) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const RuleRegistry kRegistry(rule_table());
  const auto store = std::make_shared<SourceStore>();
  std::vector<Note> notes;
  const Organization organization =
      read(*store, std::string(reinterpret_cast<const char*>(data), size), notes);
  Report report{.tool_version = tool_version(), .each = false, .organizations = {}};
  Selection selection;
  selection.profile = "all";
  report.organizations.push_back(
      run({.organization = organization, .sources = store, .notes = std::move(notes), .counts = {}},
          kRegistry, selection));
  set_fingerprints(report);
  // A SARIF log carries the documents of all rules, which takes longer than all else.
  constexpr std::size_t kSarifOnceIn = 32;
  for (const Reporter& reporter : reporters()) {
    if (reporter.name != "sarif" || size % kSarifOnceIn == 0) reporter.write(report, {});
  }

  // What is shown of a damaged input may be as incomplete as it.
  const bool damaged = has_damage(report.organizations.front().notes);
  SourceStore shown;
  std::vector<Note> faults;
  read(shown, write_yaml(organization), faults);
  if (!damaged && has_damage(faults)) {
    std::fputs((write_yaml(organization) + faults.front().message + "\n").c_str(), stderr);
    std::abort();
  }
  return 0;
}
