#include "linter/import/code/parameters.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "linter/import/values.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

struct Parameter {
  std::string_view name;
  bool is_switch = false;
  std::string_view alias;
};

/// The parameters of every cmdlet (about_CommonParameters, Windows PowerShell 5.1).
constexpr std::array kCommon = {
    Parameter{"Verbose", true, "vb"},
    Parameter{"Debug", true, "db"},
    Parameter{"ErrorAction", false, "ea"},
    Parameter{"WarningAction", false, "wa"},
    Parameter{"InformationAction", false, "infa"},
    Parameter{"ErrorVariable", false, "ev"},
    Parameter{"WarningVariable", false, "wv"},
    Parameter{"InformationVariable", false, "iv"},
    Parameter{"OutVariable", false, "ov"},
    Parameter{"OutBuffer", false, "ob"},
    Parameter{"PipelineVariable", false, "pv"},
    Parameter{"WhatIf", true, "wi"},
    Parameter{"Confirm", true, "cf"},
    Parameter{"Force", true, {}},
};

void add_words(std::vector<Parameter>& to, std::string_view words, bool are_switches) {
  for (std::string_view word : split(words, ' ')) {
    if (!word.empty()) to.push_back({word, are_switches, {}});
  }
}

std::vector<Parameter> parameters_of(const CodeCmdlet& cmdlet) {
  const CodeNoun& noun = *cmdlet.noun;
  std::vector<Parameter> all(kCommon.begin(), kCommon.end());
  if (cmdlet.verb == CodeVerb::remove && &noun != &permission_noun()) {
    add_words(all, "Identity DomainController", false);
    return all;
  }
  add_words(all, noun.parameters, false);
  if (&noun == &permission_noun()) {
    add_words(all, noun.switches_of_new, true);
    return all;
  }
  const bool creates = cmdlet.verb == CodeVerb::create;
  add_words(all, creates ? noun.only_new : noun.only_set, false);
  if (creates) add_words(all, noun.switches_of_new, true);
  return all;
}

/// Binds the arguments of one command. Keeps references to what it is made from.
class Binder {
 public:
  Binder(const CodeCmdlet& cmdlet, const Record& record, const SourceFile& file,
         std::vector<Note>& notes)
      : cmdlet_(cmdlet),
        record_(record),
        file_(file),
        notes_(notes),
        parameters_(parameters_of(cmdlet)) {}

  std::optional<BoundCommand> run() {
    for (const Field& field : record_.fields) {
      const std::string_view name = field.name.value;
      if (name.starts_with('@')) continue;
      if (name == "|") {
        bound_.piped = &field;
      } else if (name.empty()) {
        positional_.push_back(field);
      } else {
        bind_named(field, false);
      }
    }
    for (const Field& field : record_.fields) {
      if (field.name.value.starts_with('@')) bind_splat(field);
    }
    bind_positional();
    if (refused_) return std::nullopt;
    return std::move(bound_);
  }

 private:
  [[nodiscard]] std::string command() const { return std::string(record_.types.front().value); }

  void refuse(Span where, std::string message) {
    refused_ = true;
    notes_.push_back({.kind = NoteKind::unreadable,
                      .message = "'" + excerpt(command()) + "': " + std::move(message),
                      .where = where});
  }

  /// The parameter that a name means, or null with a note.
  const Parameter* resolve(const Text& name) {
    std::vector<const Parameter*> matches;
    for (const Parameter& parameter : parameters_) {
      if (equals_ignoring_case(parameter.name, name.value) ||
          (!parameter.alias.empty() && equals_ignoring_case(parameter.alias, name.value))) {
        return &parameter;
      }
      if (starts_with_ignoring_case(parameter.name, name.value)) matches.push_back(&parameter);
    }
    if (matches.size() == 1) return matches.front();
    if (matches.empty()) {
      if (cmdlet_.noun->complete) keep_unknown(name);
      return nullptr;
    }
    std::string message = "'-" + excerpt(name.value) + "' may mean";
    for (const Parameter* match : matches) {
      message += (match == matches.front() ? " '-" : ", '-") + std::string(match->name) + "'";
    }
    message += "; PowerShell takes an abbreviation that means one parameter";
    refuse(name.where, std::move(message));
    return nullptr;
  }

  void keep_unknown(const Text& name) {
    std::vector<std::string_view> names;
    for (const Parameter& parameter : parameters_) names.push_back(parameter.name);
    bound_.unknown_parameters.push_back(
        {.object_kind = cmdlet_.noun->kind,
         .object = {},
         .key = excerpt(name.value),
         .where = name.where,
         .nearest = std::string(nearest(name.value, names).value_or(""))});
  }

  /// Whether the command writes a colon behind the parameter's name.
  [[nodiscard]] bool has_colon(const Text& name) const {
    const std::size_t end = name.where.begin + name.where.length;
    return end < file_.text.size() && file_.text[end] == ':';
  }

  void bind_named(const Field& field, bool from_splat) {
    const Parameter* parameter = resolve(field.name);
    if (parameter == nullptr) return;
    const bool without_value =
        !from_splat && field.value.text.where == field.name.where && !field.value.quoted;
    Field stated = field;
    if (parameter->is_switch && !from_splat && !without_value && !has_colon(field.name)) {
      // A switch takes no value: what follows it is an argument of its own.
      positional_.push_back({{{}, field.value.text.where, false}, field.value});
      stated.value = Value{};
      stated.value.kind = ValueKind::text;
      stated.value.text = {"True", field.name.where, false};
    } else if (!parameter->is_switch && without_value) {
      return refuse(field.name.where,
                    "'-" + std::string(parameter->name) + "' needs an argument, which is missing");
    }
    if (const BoundArgument* known = bound_.find(parameter->name)) {
      const bool overridden = from_splat && !is_from_splat(*known);
      if (overridden) return;
      return refuse(field.name.where,
                    "'-" + std::string(parameter->name) + "' is given more than once");
    }
    bound_.arguments.push_back({parameter->name, stated});
    if (from_splat) from_splat_.push_back(parameter->name);
  }

  [[nodiscard]] bool is_from_splat(const BoundArgument& argument) const {
    return std::ranges::find(from_splat_, argument.parameter) != from_splat_.end();
  }

  void bind_splat(const Field& field) {
    if (field.value.loss != Loss::none) {
      bound_.unknown = &field;
    } else if (field.value.record != nullptr) {
      for (const Field& entry : field.value.record->fields) bind_named(entry, true);
    } else {
      for (const Value& item : field.value.items) {
        positional_.push_back({{{}, item.text.where, false}, item});
      }
    }
  }

  void bind_positional() {
    // One parameter of these cmdlets has a position: the first.
    const bool named = cmdlet_.verb == CodeVerb::create && cmdlet_.noun != &permission_noun();
    const std::string_view first = named ? "Name" : "Identity";
    for (const Field& field : positional_) {
      if (bound_.find(first) == nullptr) {
        bound_.arguments.push_back({first, {field.name, field.value}});
        bound_.arguments.back().stated.name.value = first;
        continue;
      }
      if (!cmdlet_.noun->complete) return;
      refuse(field.value.text.where, "no parameter takes the argument '" +
                                         excerpt(field.value.text.value) +
                                         "'; is the name of a parameter missing before it?");
    }
  }

  const CodeCmdlet& cmdlet_;
  const Record& record_;
  const SourceFile& file_;
  std::vector<Note>& notes_;
  std::vector<Parameter> parameters_;
  std::vector<Field> positional_;
  std::vector<std::string_view> from_splat_;
  BoundCommand bound_;
  bool refused_ = false;
};

}  // namespace

const BoundArgument* BoundCommand::find(std::string_view parameter) const {
  for (const BoundArgument& argument : arguments) {
    if (argument.parameter == parameter) return &argument;
  }
  return nullptr;
}

std::optional<BoundCommand> bind_command(const CodeCmdlet& cmdlet, const Record& record,
                                         const SourceFile& file, std::vector<Note>& notes) {
  return Binder(cmdlet, record, file, notes).run();
}

}  // namespace connlint
