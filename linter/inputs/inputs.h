// Reads inputs: files, folders, archives, standard input; and joins them to an organisation.
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/formats/format.h"
#include "linter/model/organization.h"
#include "linter/source/note.h"
#include "linter/source/read_counts.h"
#include "linter/source/source_store.h"
#include "linter/support/utf.h"

namespace connlint {

/// An address type that the user requires.
struct RequestedType {
  std::string type;
  RequiredType::Origin origin{};
  /// Nothing where no file says it.
  std::optional<Span> where;
};

/// What is to be read, and how. Keeps references for one call.
struct InputRequest {
  /// Files, folders, archives or `-`; at least one.
  std::vector<std::string> paths;
  /// Null: recognised by content.
  const Format* format = nullptr;
  /// Nothing: recognised by content.
  std::optional<Encoding> encoding;
  /// Whether inputs without any connector are no error.
  bool allow_empty = false;
  /// Words of which the first path may be a misspelling, since one of them could stand there.
  std::span<const std::string_view> commands;
  /// Address types that the user requires, beside those of the inputs.
  std::vector<RequestedType> required_types;
  /// A file whose spans `required_types` hold: it becomes the first one of the store. An empty name
  /// is none.
  std::string_view first_name, first_bytes;
  /// The name of a file that is no input wherever it stands in a folder.
  std::string_view passed_over;
};

/// One organisation as it was read.
struct ReadOrganization {
  std::shared_ptr<SourceStore> sources;
  Organization organization;
  /// In no particular order.
  std::vector<Note> notes;
  ReadCounts counts;

  /// Whether anything could not be read, or there is no connector and that is not allowed.
  [[nodiscard]] bool has_error() const;
};

/// Reads the paths as one organisation. What cannot be read is a note. A path is a file, a
/// folder or `-`. In a folder, at every depth and in the order of names, those files are read whose
/// beginning shows an Exchange object; the others are counted. A `.zip` is read like a folder.
/// `.git` is not entered, links to folders are not followed (those to files are), and a file that
/// is reached twice is read once.
ReadOrganization read_organization(const InputRequest& request, std::istream& in);

}  // namespace connlint
