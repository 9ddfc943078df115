// The carriers: how each is recognised by content, and its reader.
#pragma once

#include <span>
#include <string_view>

#include "linter/formats/record.h"
#include "linter/source/source_store.h"

namespace connlint {

/// Nesting deeper than this is refused by every carrier: real exports stay below 20.
inline constexpr int kMaxDepth = 200;

/// A file format.
struct Carrier {
  /// The word for `--input-format`.
  std::string_view name;
  /// What it is, for people: `PowerShell CLIXML (Export-Clixml)`.
  std::string_view title;
  /// Whether a text is of this format, judged by its beginning (64 KiB at most). Carriers are asked
  /// in the order of `carriers()`, the unmistakable ones first.
  bool (*claims)(std::string_view head);
  /// Reads the whole file. Damage is a note of kind `unreadable`; what can be read is handed over
  /// all the same. Never throws.
  void (*read)(const SourceFile& file, RecordSink& sink);
};

/// All carriers, in the order in which they are asked.
std::span<const Carrier> carriers();
/// The carrier of that name, or null.
const Carrier* carrier_named(std::string_view name);
/// The first carrier that claims `text`, or null.
const Carrier* recognize_carrier(std::string_view text);

// The readers, one file each.
bool claims_clixml(std::string_view head);
void read_clixml(const SourceFile& file, RecordSink& sink);
bool claims_convertto_xml(std::string_view head);
void read_convertto_xml(const SourceFile& file, RecordSink& sink);
bool claims_list(std::string_view head);
void read_list(const SourceFile& file, RecordSink& sink);
bool claims_ldif(std::string_view head);
void read_ldif(const SourceFile& file, RecordSink& sink);
bool claims_json(std::string_view head);
void read_json(const SourceFile& file, RecordSink& sink);
bool claims_powershell(std::string_view head);
void read_powershell(const SourceFile& file, RecordSink& sink);
bool claims_mof(std::string_view head);
void read_mof(const SourceFile& file, RecordSink& sink);
bool claims_csv(std::string_view head);
void read_csv(const SourceFile& file, RecordSink& sink);
bool claims_registry(std::string_view head);
void read_registry(const SourceFile& file, RecordSink& sink);
bool claims_yaml(std::string_view head);
/// Whether the first line that tells is one of YAML. A file that states `connlint:` is claimed even
/// where a line before it is damaged.
bool begins_as_yaml(std::string_view head);
void read_yaml(const SourceFile& file, RecordSink& sink);

}  // namespace connlint
