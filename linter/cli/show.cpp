// `connlint show`.
#include "linter/import/organization_file/show.h"

#include <ostream>

#include "linter/cli/commands.h"
#include "linter/cli/notes.h"
#include "linter/cli/read_inputs.h"

namespace connlint {

ExitStatus show(const ShowOptions& options, const Environment& environment) {
  const std::optional<ReadOrganization> read = read_inputs(options.inputs, environment);
  if (!read) return ExitStatus::unusable;
  std::vector<Note> unnamed;
  for (Span where : unnamed_objects(read->organization)) {
    unnamed.push_back({.kind = NoteKind::ignored,
                       .message = "an object without a name left out: export its name too",
                       .where = where});
  }
  print_notes(unnamed, *read->sources, NoteFilter::all, environment);
  const bool json = options.format == ShowOptions::Format::json;
  environment.out << (json ? write_json(read->organization) : write_yaml(read->organization))
                  << std::flush;
  return read->has_error() || !environment.out ? ExitStatus::unusable : ExitStatus::ok;
}

}  // namespace connlint
