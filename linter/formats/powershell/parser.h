// From the text of a PowerShell script to trees, one statement at a time: the grammar of Windows
// PowerShell 5.1 and what PowerShell 7 adds. Knows no cmdlets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/formats/arena.h"
#include "linter/formats/powershell/tokens.h"
#include "linter/formats/powershell/tree.h"

namespace connlint {

/// Reads statements. Keeps references to the tree and to the arena of texts, which holds the texts
/// that the file writes in another way (escapes, doubled quotes).
class ScriptParser {
 public:
  ScriptParser(std::string_view text, ScriptTree& tree, Arena& texts)
      : scanner_(text),
        tree_(tree),
        texts_(texts),
        budget_(kBudget + kBudgetForByte * text.size()) {}

  /// The next statement of the script, 0 at its end. One that cannot be read is a node `lost`, and
  /// the reading goes on behind it.
  ScriptNodeId next_statement();
  /// Why statements could not be read, since the last call.
  std::vector<ScriptDamage> take_damages() { return std::exchange(damages_, {}); }

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

  // Statements (parse_statements.cpp).
  Id whole_statement();
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
  /// Whether `word` is an operator before one operand, such as `not`.
  static bool is_unary_operator(std::string_view word);
  bool at_invocation() const;

  // What could not be read (parse_recovery.cpp).
  Id give_up(std::size_t begin);
  [[nodiscard]] std::size_t end_of_lost(std::size_t begin, const ScriptDamage& damage);
  void keep_variables(Id lost, std::size_t begin, std::size_t end);

  // Statements that begin with a keyword (parse_keywords.cpp).
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
  Id trap(std::size_t begin);
  Id data(std::size_t begin);
  Id using_statement(std::size_t begin);

  // Declarations (parse_declarations.cpp).
  Id parameters(std::size_t begin);
  void parameter_declarations(ScriptChildren& children, std::size_t open);
  Id type_definition(bool members, std::size_t begin);
  bool at_type_body();
  Id class_member();
  Id method(std::size_t begin);
  void skip_enclosed();
  bool skip_attributes();

  // Commands (parse_commands.cpp).
  Id command();
  Id command_name();
  void command_elements(Id command, Id first_argument);
  bool at_redirection() const;
  bool redirection();
  bool at_parameter() const;
  Id parameter();
  Id argument();
  Id argument_list(std::size_t begin, Id items, Id first);
  Id argument_item();
  Id argument_variable();
  Id word();
  Id word_from(std::size_t begin, Id start);
  Id resource(Id name, std::size_t begin, Id& instance);
  Id node_block(std::size_t begin);
  bool at_hash_body() const;

  // Expressions (parse_expressions.cpp, parse_operands.cpp).
  Id expression(int lowest = 0);
  Id ternary(Id condition, std::size_t begin);
  Id list_expression();
  Id unary();
  Id primary();
  /// Whether a value is an argument of a command, where blanks and line ends end it.
  enum class Place : std::uint8_t { expression, argument };
  Id postfix(Id base, Place place);
  Id postfix_part(Place place);
  Id index();
  Id member(std::size_t begin, std::size_t name);
  Id with_step(Id operand);
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

  // Texts (parse_strings.cpp).
  class TextParts;
  Id quoted();
  Id single_quoted();
  Id double_quoted();
  Id here_string();
  Id here_string_body(bool expands, std::size_t begin);
  bool expand(TextParts& parts);
  void take_escape(TextParts& parts);
  bool take_code_point(TextParts& parts);
  void take_quoted_part(TextParts& parts);

  /// Goes past `close`; damage that says where `open` is where something else stands there.
  void expect(char close, std::size_t open);
  /// Damage: something else than what connlint knows a statement to hold stands there.
  void unexpected(std::string_view expected);
  /// Damage: something that no PowerShell takes stands there.
  void refuse(std::string_view expected);
  /// The first characters there, for messages.
  [[nodiscard]] std::string there() const;

  ScriptScanner scanner_;
  ScriptTree& tree_;
  Arena& texts_;
  std::vector<ScriptDamage> damages_;
  int depth_ = 0;
  /// What reading on behind damage may cost, in bytes looked at twice.
  static constexpr std::size_t kBudget = std::size_t{1} << 16U;
  static constexpr std::size_t kBudgetForByte = 8;
  std::size_t budget_;
  /// Whether the statement ended with the `&` that runs it in the background.
  bool in_background_ = false;
  bool in_configuration_ = false;
  /// Whether a comma makes a list here; not between the arguments of a method.
  bool commas_ = true;
};

}  // namespace connlint
