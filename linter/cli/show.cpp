// `connlint show`.
#include <ostream>

#include "linter/cli/commands.h"
#include "linter/cli/configuration.h"
#include "linter/cli/inputs.h"
#include "linter/cli/notes.h"
#include "linter/import/import.h"

namespace connlint {

ExitStatus show(const ShowOptions& options, const Environment& environment) {
  const RuleRegistry registry(environment.rules);
  const std::optional<LoadedConfig> config = load_config(options.inputs, registry, environment);
  if (!config) return ExitStatus::unusable;
  const ReadOrganization read =
      read_organization(paths_of(options.inputs, *config), options.inputs, *config, environment.in);
  std::vector<Note> notes = read.notes;
  for (Span where : unnamed_objects(read.organization)) {
    notes.push_back({.kind = NoteKind::ignored,
                     .message = "an object without a name left out: export its name too",
                     .where = where});
  }
  print_notes(notes, *read.sources, NoteFilter::all, environment);
  const bool json = options.format == ShowOptions::Format::json;
  environment.out << (json ? write_json(read.organization) : write_yaml(read.organization))
                  << std::flush;
  return read.has_error() || !environment.out ? ExitStatus::unusable : ExitStatus::ok;
}

}  // namespace connlint
