// Documents of code: Ansible tasks that call win_dsc, and Datum data. Expressions in them are never
// evaluated.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "linter/import/code/configuration_code.h"
#include "linter/import/exported_object.h"
#include "linter/import/values.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Plays hold blocks that hold blocks of tasks; real ones stay below ten levels.
constexpr int kDeepestDocument = 30;

bool is_dsc_task(std::string_view key) {
  const std::size_t dot = key.rfind('.');
  if (dot != std::string_view::npos) key.remove_prefix(dot + 1);
  return equals_ignoring_case(key, "win_dsc");
}

/// Whether a text is a template of Jinja, an expression of Datum or an encrypted value.
bool is_computed(std::string_view text) {
  const std::string_view value = trim(text);
  if (value.find("{{") != std::string_view::npos || value.find("{%") != std::string_view::npos) {
    return true;
  }
  return value.starts_with('[') && value.ends_with(']') &&
         (starts_with_ignoring_case(value, "[x=") || starts_with_ignoring_case(value, "[enc="));
}

/// The name of a file without its folders and its ending.
std::string_view base_name(std::string_view file) {
  const std::size_t slash = file.find_last_of("/\\");
  if (slash != std::string_view::npos) file.remove_prefix(slash + 1);
  return file.substr(0, file.find('.'));
}

}  // namespace

bool shows_code(std::string_view head, std::string_view file_name) {
  if (code_resource_named(base_name(file_name)) != nullptr) return true;
  for (std::string_view word :
       {"win_dsc", "ExchSendConnector", "ExchReceiveConnector", "ExchAcceptedDomain",
        "EXOInboundConnector", "EXOOutboundConnector", "EXOAcceptedDomain"}) {
    if (find_ignoring_case(head, word) != std::string_view::npos) return true;
  }
  // The list of Datum's resources.
  for (std::size_t at = head.find("Items:"); at != std::string_view::npos;
       at = head.find("Items:", at + 1)) {
    const bool line_start = at == 0 || head[at - 1] == '\n' || head[at - 1] == ' ';
    if (line_start) return true;
  }
  return false;
}

void CodeImporter::document(const Record& record) {
  const std::string_view container = record.container.value;
  const CodeResource* type = code_resource_named(container);
  if (type == nullptr && (container.empty() || equals_ignoring_case(container, "Items"))) {
    type = code_resource_named(base_name(file_.name));
  }
  const bool item =
      equals_ignoring_case(container, "Items") || code_resource_named(container) != nullptr;
  if (item) {
    datum(record, type, {});
  } else {
    search(record, type, {}, 0);
  }
}

/// Looks for tasks and resources in an object. `type` is that of the resources that an enclosing
/// key names.
void CodeImporter::search(const Record& record, const CodeResource* type, const Text& decided_by,
                          int depth) {
  if (depth > kDeepestDocument) return;
  const Field* when = field_named(record, "when");
  const Text decision = when == nullptr ? decided_by : when->name;
  for (const Field& field : record.fields) {
    if (is_dsc_task(field.name.value)) {
      ansible(field, decision);
      continue;
    }
    const CodeResource* named = code_resource_named(field.name.value);
    search_value(field, field.value, named == nullptr ? type : named, decision, depth);
  }
}

void CodeImporter::search_value(const Field& field, const Value& value, const CodeResource* type,
                                const Text& decided_by, int depth) {
  if (depth > kDeepestDocument) return;
  const bool items = equals_ignoring_case(field.name.value, "Items") ||
                     (type != nullptr && code_resource_named(field.name.value) == type &&
                      value.kind == ValueKind::list);
  for (const Value& item : value.items) {
    if (items && item.record != nullptr) {
      datum(*item.record, type, decided_by);
    } else {
      search_value(field, item, type, decided_by, depth + 1);
    }
  }
  if (value.record != nullptr) search(*value.record, type, decided_by, depth + 1);
}

/// A task: `win_dsc: {resource_name: ExchSendConnector, Name: Fax, ...}`.
void CodeImporter::ansible(const Field& task, const Text& decided_by) {
  const Record* options = task.value.record;
  const Field* name = options == nullptr ? nullptr : field_named(*options, "resource_name");
  if (name == nullptr) {
    out_.notes.push_back({.kind = NoteKind::ignored,
                          .message = "a task 'win_dsc' without the option 'resource_name' as a key "
                                     "of its own is left out",
                          .where = task.name.where});
    return;
  }
  const CodeResource* type = code_resource_named(scalar_text(name->value));
  if (type == nullptr) {
    if (other_resources_++ == 0) first_other_resource_ = name->value.text.where;
    return;
  }
  std::vector<Field> fields;
  for (const Field& field : options->fields) {
    const bool option = equals_ignoring_case(field.name.value, "resource_name") ||
                        equals_ignoring_case(field.name.value, "module_version");
    if (!option) fields.push_back({field.name, unresolved_where_computed(field.value, 0)});
  }
  Record record;
  record.fields = fields;
  record.where = options->where;
  const Text heading = name->value.text;
  record.types = {&heading, 1};
  read_resource(record, *type, CodeValues::document, decided_by);
}

void CodeImporter::datum(const Record& record, const CodeResource* type, const Text& decided_by) {
  if (type == nullptr) {
    std::vector<std::string_view> names;
    for (const Field& field : record.fields) names.push_back(field.name.value);
    type = code_resource_with(names);
  }
  if (type == nullptr) {
    if (other_resources_++ == 0) first_other_resource_ = heading_of(file_, record.where);
    return;
  }
  std::vector<Field> fields;
  for (const Field& field : record.fields) {
    fields.push_back({field.name, unresolved_where_computed(field.value, 0)});
  }
  Record item = record;
  item.fields = fields;
  item.types = {};
  read_resource(item, *type, CodeValues::document, decided_by);
}

Value CodeImporter::unresolved_where_computed(const Value& value, int depth) {
  Value made = value;
  if (value.kind == ValueKind::text && is_computed(value.text.value)) made.loss = Loss::unresolved;
  if (value.items.empty() || depth > kDeepestDocument) return made;
  std::vector<Value> items;
  for (const Value& item : value.items) {
    items.push_back(unresolved_where_computed(item, depth + 1));
  }
  made.items = arena_.keep(items);
  return made;
}

}  // namespace connlint
