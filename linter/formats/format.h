// The file formats: how each is recognised by content, what its records speak, and its reader.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "linter/formats/record.h"
#include "linter/source/source_store.h"

namespace connlint {

/// Nesting deeper than this is refused by every format: real exports stay below 20.
inline constexpr int kMaxDepth = 200;
/// How many bytes of a file are looked at to tell what it is.
inline constexpr std::size_t kHeadSize = std::size_t{64} * 1024;

/// Which words the records of a format are made of, so that the stage behind knows who reads them.
enum class Vocabulary : std::uint8_t {
  cmdlet_objects,      ///< Properties of what cmdlets return.
  directory,           ///< Directory attributes.
  configuration_code,  ///< Commands and resources with their parameters.
  table,               ///< Cmdlet objects or directory objects: the columns tell.
  document,  ///< An organisation file, configuration code or cmdlet objects: the keys tell.
};

/// What tells a text that only quotes an input, in documentation or in a report, from an input.
enum class QuotationSign : std::uint8_t {
  none,        ///< Programs write this format: it is never only a quotation.
  code_fence,  ///< People write it by hand, and fence it where they quote it.
  not_begun,   ///< As `code_fence`; or nothing of the format stands at the beginning.
  known_mark,  ///< Schemas, SARIF logs and reports of connlint name themselves.
};

/// A file format.
struct Format {
  /// The word for `--input-format`.
  std::string_view name;
  /// What it is, for people: `PowerShell CLIXML (Export-Clixml)`.
  std::string_view title;
  Vocabulary vocabulary{};
  QuotationSign quotation{};
  /// Whether a text is of this format, judged by its beginning (`kHeadSize` at most). Formats are
  /// asked in the order of `formats()`, the unmistakable ones first.
  bool (*claims)(std::string_view head);
  /// Reads the whole file. Damage is a note of kind `unreadable`; what can be read is handed over
  /// all the same. Never throws.
  void (*read)(const SourceFile& file, RecordSink& sink);
};

/// All formats, in the order in which they are asked.
std::span<const Format> formats();
/// The format of that name, or null.
const Format* format_named(std::string_view name);
/// The first format that claims `text`, or null.
const Format* recognize_format(std::string_view text);

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
