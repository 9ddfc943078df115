// The names of attributes in an LDIF file, each recognised once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/formats/arena.h"

namespace connlint {

/// Names that have a meaning for the reader, whatever their case.
enum class LdifWord : std::uint8_t {
  other,
  dn,
  version,
  changetype,
  control,
  object_class,
  search,  ///< What ldapsearch says of the search itself: `search`, `result`, `ref`, ...
  change,  ///< What begins a change in a `modify` record: `add`, `delete`, ...
};

/// What stands before the colon of a line.
struct LdifName {
  /// The whole of it, options included.
  std::string_view spelling;
  /// The length of the name without options (`;binary`, `;lang-de`, `;range=0-1499`).
  std::uint32_t length = 0;
  /// Equal for names that differ only in case and options; from 0, without gaps.
  std::uint32_t attribute = 0;
  LdifWord word = LdifWord::other;
  /// Whether an option says that the values are only a part (`;range=0-1499`).
  bool partial = false;
  /// The name that followed this one last time.
  std::uint32_t successor = 0;
};

/// Knows the names that occurred. Entries of one class have the same attributes in the same order,
/// so that the next name is mostly known beforehand.
class LdifNames {
 public:
  /// Names that are kept; the schema of Active Directory with Exchange has some thousand.
  static constexpr std::size_t kMost = 65536;

  /// The name that `line` begins with, where it is the one that was to be expected; else null.
  const LdifName* expected(std::string_view line) {
    if (names_.empty()) return nullptr;
    if (const LdifName& last = names_[last_]; begins(line, last)) return &last;
    const std::uint32_t next = names_[last_].successor;
    if (!begins(line, names_[next])) return nullptr;
    last_ = next;
    return &names_[next];
  }

  /// The name of that spelling, a copy of which is kept. Null where there are too many.
  const LdifName* find(std::string_view spelling);

 private:
  static bool begins(std::string_view line, const LdifName& name) {
    const std::size_t length = name.spelling.size();
    return line.size() > length && line[length] == ':' &&
           std::memcmp(line.data(), name.spelling.data(), length) == 0;
  }

  std::uint32_t add(std::string_view spelling);

  std::vector<LdifName> names_;
  std::uint32_t last_ = 0;
  std::unordered_map<std::string_view, std::uint32_t> places_;
  std::unordered_map<std::string, std::uint32_t> attributes_;
  Arena arena_;
};

}  // namespace connlint
