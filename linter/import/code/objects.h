// The objects that code makes, changes and removes, found by what commands call them.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/formats/record.h"
#include "linter/import/code/parameters.h"
#include "linter/model/object.h"

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
  /// The command that made or removed it last, and its place.
  std::string command = {};
  Span command_where{};
};

/// All objects, in the order in which they are first mentioned.
class CodeObjects {
 public:
  /// The object that a command means, or null.
  CodeObject* find(const CodeNoun& noun, const CodeIdentity& identity);
  /// The same among those that are not there.
  CodeObject* find_removed(const CodeNoun& noun, const CodeIdentity& identity);
  /// Adds an object under its name and its other name.
  CodeObject& add(CodeObject object);
  /// Makes the object known under its name, which was changed.
  void rename(CodeObject& object);
  [[nodiscard]] std::deque<CodeObject>& all() { return objects_; }

 private:
  CodeObject* find(const CodeNoun& noun, const CodeIdentity& identity, bool removed);
  void index(CodeObject& object, std::string_view name);

  std::deque<CodeObject> objects_;
  std::unordered_multimap<std::string, CodeObject*> by_name_;
};

}  // namespace connlint
