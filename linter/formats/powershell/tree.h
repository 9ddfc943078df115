// A PowerShell script as a tree: what the parser makes and the run walks through.
// Knows the language, no cmdlets.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace connlint {

/// What a node of a script is. The words in brackets name its children, in order.
enum class ScriptNodeKind : std::uint8_t {
  // Expressions.
  string,         ///< A text without parts to expand; `text`. `flag`: written without quotes.
  number,         ///< `text` is its value in digits. `flag`: an argument that is one word.
  variable,       ///< `text` is the name. `flag`: splatted (`@name`).
  expandable,     ///< A text with parts to expand [parts].
  list,           ///< `a, b` [items].
  array,          ///< `@( )` [statements].
  hash,           ///< `@{ }` [key, value, key, value, ...].
  group,          ///< `( )` [statement].
  subexpression,  ///< `$( )` [statements].
  block,          ///< `{ }` [statements].
  postfix,        ///< [value, member or index or call or step, ...].
  member,         ///< `.Name`; `text` is the name, empty where it is computed [computed name].
  index,          ///< `[ ]` [expression].
  call,           ///< `.Name( )`; `text` is the name [arguments].
  step,           ///< `++` or `--`.
  cast,           ///< `[type]value`; `text` is the type [value].
  unary,          ///< `text` is the operator in lower case [operand].
  binary,         ///< Operators of one precedence [first operand, operand, operand, ...].
  operand,        ///< `text` is the operator before it in lower case [value].
  opaque,         ///< An expression of which nothing is known without running [parts]. `text`: the
                  ///< type of a type literal.
  // Statements.
  pipeline,       ///< Elements between `|` [elements].
  chain,          ///< Pipelines between `&&` and `||` [pipelines].
  command,        ///< [name, parameters and arguments]. `text`: `&`, `.` or nothing.
  parameter,      ///< `-Name` or `-Name:value`; `text` is the name [value]. `flag`: with a colon.
  assignment,     ///< `text` is the operator [target, value].
  condition,      ///< `if` [clauses].
  clause,         ///< [condition, block]; the last one may be [block] alone.
  loop,           ///< `text` is the keyword [expressions, block]; of `foreach` the first is its
                  ///< variable.
  choice,         ///< `switch` [value, blocks]; the block of `default` has the `flag`.
  attempt,        ///< `try` [block, handlers].
  handler,        ///< `text` is `catch` or `finally` [block].
  sequence,       ///< Statements in order, as in `begin { }` [statements].
  function,       ///< `text` is the name [block].
  parameters,     ///< `param( )` [variables, each perhaps in a cast].
  flow,           ///< `exit`, `return`, `throw`, `break`, `continue`: `text` [value].
  configuration,  ///< `text` is the name [block].
  resource,       ///< A DSC resource; `text` is its type [instance name,] hash.
  nothing,        ///< A statement that does nothing here (`using`, an enumeration).
  lost,           ///< A statement that could not be read [the variables that it names].
};

/// A node by its index in the tree; 0 is none.
using ScriptNodeId = std::uint32_t;

/// One node. Its children are a linked list.
struct ScriptNode {
  ScriptNodeKind kind{};
  bool flag = false;
  std::uint32_t begin = 0;  ///< Where it stands in the file.
  std::uint32_t length = 0;
  ScriptNodeId first = 0;
  ScriptNodeId next = 0;
  /// A view into the file, or into the arena of texts where the file writes it in another way.
  std::string_view text;
};

/// The nodes of one statement of a script.
class ScriptTree {
 public:
  ScriptTree() { clear(); }

  ScriptNodeId add(ScriptNodeKind kind, std::size_t begin, std::size_t end,
                   std::string_view text = {}) {
    ScriptNode node;
    node.kind = kind;
    node.begin = static_cast<std::uint32_t>(begin);
    node.length = static_cast<std::uint32_t>(end - begin);
    node.text = text;
    nodes_.push_back(node);
    return static_cast<ScriptNodeId>(nodes_.size() - 1);
  }
  ScriptNode& operator[](ScriptNodeId id) { return nodes_[id]; }
  const ScriptNode& operator[](ScriptNodeId id) const { return nodes_[id]; }
  [[nodiscard]] ScriptNodeId next(ScriptNodeId id) const { return nodes_[id].next; }
  [[nodiscard]] ScriptNodeId first(ScriptNodeId id) const { return nodes_[id].first; }
  void end_at(ScriptNodeId id, std::size_t end) {
    nodes_[id].length = static_cast<std::uint32_t>(end - nodes_[id].begin);
  }
  /// Lets go of all nodes.
  void clear() { nodes_.assign(1, ScriptNode{}); }

 private:
  std::vector<ScriptNode> nodes_;
};

/// Appends children to a node, one after the other. Keeps a reference to the tree.
class ScriptChildren {
 public:
  ScriptChildren(ScriptTree& tree, ScriptNodeId parent) : tree_(tree), parent_(parent) {}
  /// From now on appends to another node, which has no children yet.
  void move_to(ScriptNodeId parent) {
    parent_ = parent;
    last_ = 0;
  }
  void add(ScriptNodeId child) {
    if (child == 0) return;
    (last_ == 0 ? tree_[parent_].first : tree_[last_].next) = child;
    last_ = child;
  }

 private:
  ScriptTree& tree_;
  ScriptNodeId parent_;
  ScriptNodeId last_ = 0;
};

}  // namespace connlint
