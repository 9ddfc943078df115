// The list of address types that an Outlook profile keeps, from a registry export (KB 959956).
// No description of its bytes was published: what is read is what looks like type names, no more.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/source/note.h"
#include "linter/source/source_store.h"

namespace connlint {

/// What `reg export` of a client's profiles holds.
struct ClientRegistry {
  /// The types of all profiles, in upper case, by name.
  std::vector<std::string> types;
  /// How many values of that name were read as lists.
  std::size_t lists = 0;
  /// What could not be read (`unreadable`), and that the profiles differ.
  std::vector<Note> notes;
};

/// Reads the values `01026687` (PR_PROFILE_ADDR_INFO) of the keys
/// `13dbb0c8aa05101a9bb000aa002fc45a`, the global section of a profile.
ClientRegistry read_client_registry(const SourceFile& file);

/// The type names in the bytes of such a value, by name: runs of capital letters and digits (two to
/// 32, at least one letter) that end with a NUL and begin with the value or after a byte that is no
/// part of a text; as ASCII, where that gives none that every client has (EX, SMTP) as UTF-16.
/// Empty where neither encoding gives one of these: then the bytes are not understood.
std::vector<std::string> type_names_in(std::string_view bytes);

}  // namespace connlint
