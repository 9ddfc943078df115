// The cmdlets whose commands make, change and remove objects, and how PowerShell binds the
// arguments of such a command to their parameters.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "linter/formats/record.h"
#include "linter/import/imported_objects.h"
#include "linter/model/organization.h"
#include "linter/source/source_store.h"

namespace connlint {

/// A noun of cmdlets: `SendConnector`. Lists of parameters are words separated by blanks; they
/// join those of all versions from Exchange 2007 to Subscription Edition and Exchange Online
/// (the cmdlet reference: New-SendConnector, Set-SendConnector, ...).
struct CodeNoun {
  std::string_view noun;
  ObjectKind kind;
  ConnectorKind connector = ConnectorKind::unknown;
  /// Of New- and Set-; of New- alone; of Set- alone.
  std::string_view parameters;
  std::string_view only_new;
  std::string_view only_set;
  /// Parameters of New- that take no value.
  std::string_view switches_of_new;
  /// Whether all parameters are listed, so that an unknown one is an error.
  bool complete = true;
};

/// What a command does.
enum class CodeVerb { create, change, remove };

/// `Add-ADPermission` and `Remove-ADPermission`, which have no noun of their own in `code_nouns`.
const CodeNoun& permission_noun();

/// A cmdlet.
struct CodeCmdlet {
  CodeVerb verb{};
  const CodeNoun* noun = nullptr;
};

/// All nouns.
const std::vector<CodeNoun>& code_nouns();
/// The noun of that name without regard to case, or null.
const CodeNoun* code_noun_named(std::string_view noun);
/// The cmdlet that a command's name means (`New-SendConnector`, with a module's name before it or
/// not); its noun is null where it is none of ours.
CodeCmdlet code_cmdlet_named(std::string_view command);

/// An argument bound to a parameter.
struct BoundArgument {
  /// The whole name of the parameter.
  std::string_view parameter;
  /// As the command states it; of a parameter without a value `True`.
  Field stated;
};

/// The arguments of a command.
struct BoundCommand {
  std::vector<BoundArgument> arguments;
  /// Whether there are more, which only a run tells: splatting of a variable that is not known.
  const Field* unknown = nullptr;
  /// What is piped into the command, or null.
  const Field* piped = nullptr;
  /// Parameters that the cmdlet does not have.
  std::vector<UnknownKey> unknown_parameters;

  /// The argument of a parameter, or null.
  [[nodiscard]] const BoundArgument* find(std::string_view parameter) const;
};

/// Binds the arguments as PowerShell does: by name without regard to case, by an abbreviation that
/// means one parameter, by alias, then by position; a parameter beside a splatted hashtable
/// overrides its key. What PowerShell refuses is a note of kind `unreadable`, and nothing is
/// returned. Parameters that are not known are kept: a newer version may have them.
std::optional<BoundCommand> bind_command(const CodeCmdlet& cmdlet, const Record& record,
                                         const SourceFile& file, std::vector<Note>& notes);

}  // namespace connlint
