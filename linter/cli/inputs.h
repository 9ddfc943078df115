// Reads inputs: files, folders, standard input; and joins them to an organisation.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "linter/cli/configuration.h"
#include "linter/cli/environment.h"
#include "linter/engine/report.h"
#include "linter/model/organization.h"

namespace connlint {

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
ReadOrganization read_organization(const std::vector<std::string>& paths,
                                   const InputOptions& options, const LoadedConfig& config,
                                   std::istream& in);

/// What the commands besides `check` do first: loads the configuration, reads the inputs as one
/// organisation and prints the notes. Nothing where the configuration cannot be used.
std::optional<ReadOrganization> read_inputs(const InputOptions& options,
                                            const Environment& environment);

}  // namespace connlint
