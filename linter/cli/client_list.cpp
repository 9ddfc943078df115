#include "linter/cli/client_list.h"

#include <algorithm>

#include "linter/cli/file_bytes.h"
#include "linter/cli/notes.h"
#include "linter/import/client_registry.h"

namespace connlint {

std::optional<std::vector<std::string>> read_client_list(const std::string& path,
                                                         const Environment& environment) {
  Result<std::string> bytes = read_bytes(path);
  if (!bytes.ok()) {
    print_message(environment, path + ": error: " + bytes.error().message);
    return std::nullopt;
  }
  SourceStore sources;
  ClientRegistry registry = read_client_registry(sources.add(path, std::move(bytes).value()));
  print_notes(registry.notes, sources, NoteFilter::all, environment);
  const bool damaged = std::ranges::any_of(
      registry.notes, [](const Note& note) { return note.kind == NoteKind::unreadable; });
  if (damaged) return std::nullopt;
  return std::move(registry.types);
}

}  // namespace connlint
