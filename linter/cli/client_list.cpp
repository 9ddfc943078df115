#include "linter/cli/client_list.h"

#include <algorithm>

#include "linter/cli/notes.h"
#include "linter/import/client_registry.h"
#include "linter/inputs/file_bytes.h"

namespace connlint {

Option client_registry_option(std::string& path) {
  return {"--client-registry", "FILE",
          "Registry file (reg export) with the list that a client keeps of the address types",
          &path};
}

ClientList read_client_list(const std::string& path, const Environment& environment) {
  if (path.empty()) return {};
  Result<std::string> bytes = read_bytes(path);
  if (!bytes.ok()) {
    print_message(environment, path + ": error: " + bytes.error().message);
    return {.types = std::nullopt, .unreadable = true};
  }
  SourceStore sources;
  ClientRegistry registry = read_client_registry(sources.add(path, std::move(bytes).value()));
  print_notes(registry.notes, sources, NoteFilter::all, environment);
  const bool damaged = std::ranges::any_of(
      registry.notes, [](const Note& note) { return note.kind == NoteKind::unreadable; });
  if (damaged) return {.types = std::nullopt, .unreadable = true};
  return {.types = std::move(registry.types), .unreadable = false};
}

}  // namespace connlint
