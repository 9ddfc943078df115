// Commands and resources of a script as records.
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "linter/formats/powershell/run.h"
#include "linter/support/text.h"

namespace connlint {

Value ScriptRun::handed_over(const ScriptValue& value) {
  Value made;
  made.text = value.text;
  switch (value.kind) {
    case ScriptValueKind::unresolved:
      made.kind = ValueKind::text;
      made.loss = Loss::unresolved;
      if (!value.command.value.empty()) return handed_over_output(value);
      made.quoted = value.in_part;
      break;
    case ScriptValueKind::null: made.kind = ValueKind::null; break;
    case ScriptValueKind::boolean:
    case ScriptValueKind::number: made.kind = ValueKind::text; break;
    case ScriptValueKind::text:
      made.kind = ValueKind::text;
      made.quoted = true;
      break;
    case ScriptValueKind::list: {
      made.kind = ValueKind::list;
      std::vector<Value> items;
      for (const ScriptValue& item : value.items) items.push_back(handed_over(item));
      made.items = record_memory_.keep(items);
      break;
    }
    case ScriptValueKind::hash: {
      made.kind = ValueKind::record;
      std::vector<Field> fields;
      for (std::size_t i = 0; i < value.keys.size(); ++i) {
        fields.push_back({value.keys[i], handed_over(value.items[i])});
      }
      Record record;
      record.where = value.text.where;
      record.fields = record_memory_.keep(fields);
      made.record = record_memory_.keep_one(record);
      made.text = {{}, value.text.where, false};
      break;
    }
  }
  return made;
}

/// The output of a command such as `Get-X`, as a record that is its command.
Value ScriptRun::handed_over_output(const ScriptValue& value) {
  Value made;
  made.kind = ValueKind::record;
  made.loss = Loss::unresolved;
  made.text = value.text;
  std::vector<Field> fields;
  for (std::size_t i = 0; i < value.keys.size(); ++i) {
    fields.push_back({value.keys[i], handed_over(value.items[i])});
  }
  if (value.in_part) fields.push_back({{"?", value.text.where, false}, {}});
  const std::vector<Text> types = {value.command};
  Record record;
  record.where = value.text.where;
  record.types = record_memory_.keep(types);
  record.fields = record_memory_.keep(fields);
  made.record = record_memory_.keep_one(record);
  return made;
}

/// `@name` among the arguments: what the hashtable or list holds, under the name `@name`.
Field ScriptRun::field_of_splat(Id id) {
  const ScriptValue* found = variables_.find(tree_[id].text);
  const bool usable = found != nullptr && (found->kind == ScriptValueKind::hash ||
                                           found->kind == ScriptValueKind::list);
  if (usable && afford(weight_of(*found))) return {source_of(id), handed_over(*found)};
  return {source_of(id), handed_over(unresolved(id))};
}

/// The arguments of a command as fields; those that are values also as `arguments`, by name.
void ScriptRun::emit_fields(Id first, std::vector<Field>& fields, ScriptValue& arguments) {
  const auto add = [&](const Text& name, ScriptValue value) {
    fields.push_back({name, handed_over(value)});
    arguments.keys.push_back(name);
    arguments.items.push_back(std::move(value));
  };
  for (Id part = first; part != 0; part = tree_.next(part)) {
    const ScriptNode& node = tree_[part];
    if (node.kind == Kind::variable && node.flag) {
      fields.push_back(field_of_splat(part));
      arguments.in_part = true;
      continue;
    }
    if (node.kind != Kind::parameter) {
      add({{}, source_of(part).where, false}, value_of(part));
      continue;
    }
    const Text name = text_of(part);
    Id value = node.first;
    if (!node.flag && node.next != 0) {
      const ScriptNode& next = tree_[node.next];
      const bool taken =
          next.kind != Kind::parameter && (next.kind != Kind::variable || !next.flag);
      if (taken) value = node.next;
    }
    if (value != 0) {
      const bool flag = node.flag;
      add(name, value_of(value));
      if (!flag) part = value;
      continue;
    }
    Value present;
    present.kind = ValueKind::text;
    present.text = {"True", name.where, false};
    fields.push_back({name, present});
  }
}

/// What a command does to the variables of the script.
void ScriptRun::heed_command(Id id, std::string_view name) {
  const bool anything =
      tree_[id].text == "." ||
      is_one_of(name, {"Invoke-Expression", "iex", "Set-Variable", "sv", "set", "New-Variable",
                       "nv", "Remove-Variable", "rv", "Clear-Variable", "clv"});
  if (anything) variables_.forget_all();
  const bool own = functions_.contains(lower(name));
  for (Id part = tree_.next(tree_.first(id)); part != 0; part = tree_.next(part)) {
    const ScriptNode& node = tree_[part];
    // A function may change a hashtable that it is given.
    if (own && node.kind == Kind::variable && !node.flag) forget_target(part);
    if (node.kind != Kind::parameter || !ends_with_ignoring_case(node.text, "Variable")) {
      const bool alias =
          node.kind == Kind::parameter && is_one_of(node.text, {"ov", "ev", "wv", "iv", "pv"});
      if (!alias) continue;
    }
    const Id value = node.first != 0 ? node.first : node.next;
    if (value != 0) variables_.forget(tree_[value].text);
  }
}

/// What is known of the output of a command whose arguments were evaluated.
ScriptValue ScriptRun::output_of(Id id, std::string_view word, ScriptValue arguments) {
  if (equals_ignoring_case(word, "New-Object")) {
    const ScriptValue* type = arguments.find("TypeName");
    if (type == nullptr) type = arguments.find("");
    if (type != nullptr && type->kind == ScriptValueKind::text) {
      return made_object(type->text.value, id);
    }
  }
  ScriptValue output = unresolved(id);
  if (!starts_with_ignoring_case(word, "Get-")) return output;
  output.command = text_of(tree_.first(id));
  output.keys = std::move(arguments.keys);
  output.items = std::move(arguments.items);
  output.in_part = arguments.in_part;
  return output;
}

ScriptValue ScriptRun::emit_command(Id id, const ScriptValue* input) {
  const Id name = tree_.first(id);
  const bool named = tree_[name].kind == Kind::string;
  const std::string_view word = named ? tree_[name].text : std::string_view();
  const bool own_function = functions_.contains(lower(word));
  if (tree_[name].kind == Kind::block && input == nullptr) {
    // `& { ... }` runs here and now; its variables are its own.
    const bool inner = tree_[id].text == "&";
    const std::size_t mark = inner ? variables_.begin_branch() : 0;
    run_statements(tree_.first(name));
    if (inner) {
      stopped_ = Stop::no;
      static_cast<void>(variables_.end_branch(mark));
    }
  } else if (!named) {
    static_cast<void>(value_of(name));
  }
  const bool sees = std::exchange(
      blocks_see_variables_,
      is_one_of(word, {"ForEach-Object", "foreach", "%", "Where-Object", "where", "?"}));
  ++records_open_;
  std::vector<Field> fields;
  ScriptValue arguments;
  emit_fields(tree_.next(name), fields, arguments);
  blocks_see_variables_ = sees;
  if (named && !own_function) {
    const std::array types = {text_of(name)};
    const Text bar{"|", source_of(id).where, false};
    if (input != nullptr) fields.push_back({bar, handed_over(*input)});
    Record record;
    record.types = types;
    record.fields = fields;
    record.where = source_of(id).where;
    record.container = decided_by_;
    record.branches = branches_;
    // What is piped in decides with what it runs, and whether.
    if (input != nullptr && input->command.value.empty()) record.container = bar;
    sink_.record(record);
  }
  // The record of an outer command may hold what was kept for it before.
  if (--records_open_ == 0) record_memory_.reset();
  heed_command(id, word);
  if (!named || own_function) return unresolved(id);
  return output_of(id, word, std::move(arguments));
}

void ScriptRun::emit_resource(Id id) {
  const Id first = tree_.first(id);
  const bool has_name = tree_.next(first) != 0;
  const ScriptValue value = value_of_hash(id);
  Record record;
  record.where = source_of(id).where;
  record.container = decided_by_;
  const Text type = text_of(id);
  const std::array types = {type, Text{"DSC resource", type.where, false}};
  record.types = types;
  if (has_name) {
    const ScriptValue name = value_of(first);
    const std::optional<std::string_view> text = script_text(name);
    record.label = name.text;
    if (!text) record.label.value = source_of(first).value;
  }
  std::vector<Field> fields;
  for (std::size_t i = 0; i < value.keys.size(); ++i) {
    fields.push_back({value.keys[i], handed_over(value.items[i])});
  }
  record.fields = fields;
  record.branches = branches_;
  sink_.record(record);
  if (records_open_ == 0) record_memory_.reset();
}

}  // namespace connlint
