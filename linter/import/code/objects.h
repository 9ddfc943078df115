// The objects that code makes, changes and removes, found by what commands call them.
#pragma once

#include <cstddef>
#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "linter/formats/record.h"
#include "linter/import/code/parameters.h"
#include "linter/model/coverage.h"
#include "linter/model/object.h"
#include "linter/model/organization.h"

namespace connlint {

/// What a command or resource calls an object: `Fax`, `SERVER\Name`, `Group\Routing Group\Name`, a
/// distinguished name, a GUID.
struct CodeIdentity {
  std::string name;  ///< Empty where a GUID stands.
  std::string guid;
  std::string parent;  ///< The server or the routing group before the name; empty where none.
  Span where{};
};

/// Reads an identity.
CodeIdentity parse_code_identity(const Text& text);

/// An object of the code.
struct CodeObject {
  Object object;
  const CodeNoun* noun = nullptr;
  /// Another name by which commands call it (of an accepted domain), or empty.
  std::string other_name = {};
  /// Whether it is not there: removed, or made on a way that is not taken.
  bool removed = false;
  /// Whether the code makes it; else it only changes it.
  bool made = false;
  /// Whether only a run tells if it is there.
  bool uncertain = false;
  /// Whether an export or an organisation file holds it.
  bool exported = false;
  /// Whether a resource makes it.
  bool by_resource = false;
  /// Whether the code makes or changes it.
  bool touched = false;
  /// The folder of the file that makes it; empty for what exports hold.
  std::string folder = {};
  /// The command that made or removed it last, and its place.
  std::string command = {};
  Span command_where{};
};

/// All objects: those of exports, then those that code makes, in the order in which they are first
/// mentioned. Several files of code change them one after the other.
class CodeObjects {
 public:
  CodeObjects() = default;
  /// Begins with what exports and organisation files state, each object once; `coverage` says which
  /// kinds these hold.
  CodeObjects(std::vector<Object> exported, const Coverage& coverage);

  /// Whether exports hold the objects of the noun, so that one that is not there does not exist.
  [[nodiscard]] bool covers(const CodeNoun& noun) const;
  /// The name of the noun's objects that is nearest to `name`, or empty.
  [[nodiscard]] std::string nearest_to(const CodeNoun& noun, std::string_view name) const;
  /// The objects that are there at the end; those of kinds that no command is about first. What
  /// code states of what it makes or changes is added to `coverage`.
  std::vector<Object> take(Coverage& coverage);

  /// The object that a command means, or null.
  CodeObject* find(const CodeNoun& noun, const CodeIdentity& identity);
  /// All of a name: several where Receive connectors stand on several servers and the identity
  /// names none.
  std::vector<CodeObject*> find_all(const CodeNoun& noun, const CodeIdentity& identity);
  /// The same among those that are not there.
  CodeObject* find_removed(const CodeNoun& noun, const CodeIdentity& identity);
  /// Adds an object under its name and its other name.
  CodeObject& add(CodeObject object);
  /// Makes the object known under its name, which was changed.
  void rename(CodeObject& object);
  [[nodiscard]] std::deque<CodeObject>& all() { return objects_; }

 private:
  std::vector<CodeObject*> find_all(const CodeNoun& noun, const CodeIdentity& identity,
                                    bool removed);
  void index(CodeObject& object, std::string_view name);

  /// Of kinds that no command is about.
  std::vector<Object> others_;
  Coverage coverage_;
  std::set<std::pair<ObjectKind, ConnectorKind>> covered_;
  std::deque<CodeObject> objects_;
  std::unordered_multimap<std::string, CodeObject*> by_name_;
};

}  // namespace connlint
