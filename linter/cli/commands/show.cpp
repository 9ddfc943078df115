#include "linter/cli/commands/show.h"

#include <ostream>

#include "linter/cli/command.h"
#include "linter/cli/notes.h"
#include "linter/cli/read_inputs.h"
#include "linter/import/organization_file/show.h"

namespace connlint {
namespace {

std::vector<Option> rows(ShowOptions& options) {
  using Format = ShowOptions::Format;
  std::vector<Option> rows = {format_option<Format>(
      "yaml (default) or json", {{"yaml", Format::yaml}, {"json", Format::json}}, options.format)};
  add_input_options(rows, options.inputs);
  return rows;
}

std::string agree(ShowOptions& options) { return agree(options.inputs); }

ExitStatus run_show(const ShowOptions& options, const Environment& environment) {
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

}  // namespace

Command show_command() {
  return CommandOf<ShowOptions>{
      .name = "show",
      .usages = {{"show [PATH...]", "print what was read, as an organisation file"}},
      .description = "Prints what was read, as an organisation file",
      .rows = rows,
      .agree = agree,
      .run = run_show}
      .erased();
}

}  // namespace connlint
