// From the text of a PowerShell script to trees, one statement at a time: the grammar of Windows
// PowerShell 5.1 and what PowerShell 7 adds. Knows no cmdlets.
#pragma once

#include <string>
#include <string_view>

#include "linter/formats/arena.h"
#include "linter/formats/powershell/tokens.h"
#include "linter/formats/powershell/tree.h"

namespace connlint {

/// Reads statements. Keeps references to the tree and to the arena of texts, which holds the texts
/// that the file writes in another way (escapes, doubled quotes).
class ScriptParser {
 public:
  ScriptParser(std::string_view text, ScriptTree& tree, Arena& texts)
      : scanner_(text), tree_(tree), texts_(texts) {}

  /// The next statement of the script, 0 at its end and where PowerShell refuses it.
  ScriptNodeId next_statement();
  [[nodiscard]] const ScriptDamage* damage() const {
    return scanner_.failed() ? &*scanner_.damage() : nullptr;
  }

 private:
  using Id = ScriptNodeId;
  using Kind = ScriptNodeKind;

  /// Counts how deep the parser is in the script; damage where that is too deep.
  class Depth {
   public:
    explicit Depth(ScriptParser& parser);
    ~Depth() { --parser_.depth_; }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;

   private:
    ScriptParser& parser_;
  };

  // Statements (powershell_statements.cpp).
  Id statement();
  Id keyword_statement(const std::string& word, std::size_t begin);
  Id chain();
  Id pipeline();
  Id pipeline_element(bool first);
  Id assignment(Id target);
  void statements_until(char close, Id parent, std::size_t open);
  [[nodiscard]] bool ends_itself(Id statement) const;
  Id block();
  bool at_expression() const;
  bool at_invocation() const;

  // Statements that begin with a keyword (powershell_keywords.cpp).
  Id condition(std::size_t begin);
  Id clause(std::size_t begin);
  Id loop(std::string_view word, std::size_t begin);
  void loop_head(std::string_view word, ScriptChildren& children);
  Id loop_until(std::size_t begin);
  Id choice(std::size_t begin);
  void choice_bodies(ScriptChildren& children);
  Id attempt(std::size_t begin);
  Id function(std::size_t begin);
  Id configuration(std::size_t begin);
  Id flow(std::string_view word, std::size_t begin);
  Id named_block(std::size_t begin);

  // Declarations (powershell_declarations.cpp).
  Id parameters(std::size_t begin);
  void parameter_declarations(ScriptChildren& children, std::size_t open);
  Id type_definition(std::size_t begin);
  void skip_enclosed();
  bool skip_attributes();
  // Commands (powershell_commands.cpp).
  Id command();
  Id command_name();
  void command_elements(Id command);
  bool redirection();
  bool at_parameter() const;
  Id parameter();
  Id argument();
  Id argument_item();
  Id argument_variable();
  Id word();
  Id word_from(std::size_t begin, Id start);
  Id resource(Id name, std::size_t begin);
  Id resource_body(std::size_t begin, std::string_view type);
  bool at_hash_body() const;

  // Expressions (powershell_expressions.cpp).
  Id expression(int lowest = 0);
  Id list_expression();
  Id unary();
  Id primary();
  Id postfix(Id base);
  Id postfix_part();
  Id call_arguments(Id call, std::size_t open);
  Id enclosed(Kind kind, std::size_t begin, std::size_t opening);
  Id group();
  Id hash();
  void hash_entries(Id hash, std::size_t open);
  Id hash_key();
  void refuse_duplicate_keys(Id hash);
  Id number();
  bool at_number() const;
  /// Goes past a type or an attribute in brackets. False where it does not end.
  bool skip_type();
  Id type_or_cast();
  Id variable();

  // Texts (powershell_strings.cpp).
  class TextParts;
  Id quoted();
  Id single_quoted();
  Id double_quoted();
  Id here_string();
  Id here_string_body(bool expands, std::size_t begin);
  bool expand(TextParts& parts);
  void take_escape(TextParts& parts);
  void take_quoted_part(TextParts& parts);

  /// Goes past `close`; damage that says where `open` is where something else stands there.
  void expect(char close, std::size_t open);
  /// Damage: something else than what a statement may hold stands there.
  void unexpected(std::string_view expected);
  /// The first characters there, for messages.
  [[nodiscard]] std::string there() const;

  ScriptScanner scanner_;
  ScriptTree& tree_;
  Arena& texts_;
  int depth_ = 0;
  bool in_configuration_ = false;
  /// Whether a comma makes a list here; not between the arguments of a method.
  bool commas_ = true;
};

}  // namespace connlint
