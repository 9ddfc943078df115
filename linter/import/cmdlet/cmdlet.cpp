#include "linter/import/cmdlet/cmdlet.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "linter/import/cmdlet/cmdlet_objects.h"
#include "linter/import/cmdlet/cmdlet_values.h"
#include "linter/import/exported_object.h"
#include "linter/import/names.h"
#include "linter/import/values.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Objects in hashtables in hashtables: real exports have two levels.
constexpr int kDeepestContainer = 4;
/// How deep credentials are looked for: a PSCredential is one level below its property.
constexpr int kDeepestSecret = 4;
/// How many values of one field are searched for them.
constexpr int kMostSearched = 10'000;
/// Names of fields that are remembered with their meaning; a real file has some hundred.
constexpr std::size_t kMostNames = 4096;

/// Looks for secret content that the format dropped in a value and in what is nested in it.
class SecretSearch {
 public:
  bool finds(const Value& value, int depth = 0) {
    if (value.loss == Loss::withheld) return true;
    if (depth >= kDeepestSecret || --left_ < 0) return false;
    for (const Value& item : value.items) {
      if (left_ < 0) return false;
      if (finds(item, depth + 1)) return true;
    }
    if (value.record == nullptr) return false;
    for (const Field& field : value.record->fields) {
      if (left_ < 0) return false;
      if (finds(field.value, depth + 1)) return true;
    }
    return false;
  }

 private:
  int left_ = kMostSearched;
};

/// The name of the object: of an accepted domain the domain; else `Name`, else what the object
/// itself or its identity prints, else the thumbprint of a certificate.
Located<std::string> name_of(const CmdletReading& in) {
  const bool domain = in.object.object_kind() == ObjectKind::accepted_domain;
  for (std::string_view property : {domain ? "DomainName" : "Name", "Name"}) {
    const Text name = in.text(property);
    if (!name.value.empty()) return {std::string(name.value), name.where};
  }
  for (const Text& identity : {in.record.label, in.text("Identity"), in.text("Thumbprint")}) {
    if (identity.value.empty()) continue;
    // `SERVER\Name`, `Administrative Group\Routing Group\Name`, or a canonical path.
    const std::string name = short_name(identity.value);
    return {name.substr(name.rfind('\\') + 1), identity.where};
  }
  return {};
}

/// Name, distinguished name, GUID and time of the last change.
void read_identity(const CmdletReading& in) {
  const Located<std::string> name = name_of(in);
  // There is one transport configuration; its name says nothing.
  if (!name->empty() && in.object.object_kind() != ObjectKind::transport_config) {
    set_word(in.object, Property::name, *name, name.where);
  }
  Text dn = in.text("DistinguishedName");
  const Field* identity = in.field("Identity");
  const Record* reference = identity == nullptr ? nullptr : identity->value.record;
  if (dn.value.empty() && reference != nullptr) {
    const Field* inner = field_of(*reference, "DistinguishedName");
    if (inner != nullptr) dn = inner->value.text;
  }
  if (is_dn(dn.value)) {
    set_word(in.object, Property::dn, dn.value, dn.where);
    learn_organization(in.out, dn);
  }
  const Text guid = in.text("Guid");
  set_guid(in.object, guid.value, guid.where);
  const Field* changed = in.field("WhenChangedUTC");
  if (changed == nullptr || !states_something(changed->value)) changed = in.field("WhenChanged");
  if (changed != nullptr) in.read(*changed, info_of(Property::changed));
}

}  // namespace

void CmdletReading::read(const Field& stated, const PropertyInfo& info) const {
  Field flat{stated.name, flatten(stated.value, info, arena)};
  if (flat.value.kind == ValueKind::text && flat.value.loss == Loss::none &&
      is_enumeration(info.id) && parse_integer(trim(flat.value.text.value))) {
    note_number(stated);
    return lose(stated, LostValue::Kind::numeric_enumeration);
  }
  read_property(object, info, flat, ValueRules::exported, out);
}

void CmdletReading::note_number(const Field& stated) const {
  std::string message = "'" + excerpt(stated.name.value) + "' is the number " +
                        excerpt(trim(stated.value.text.value)) +
                        ", and no published source tells which value that is; taken as unknown, "
                        "export with -EnumsAsStrings or with Export-Clixml";
  // Once for each value, however many objects have it.
  if (std::ranges::find(out.notes, message, &Note::message) != out.notes.end()) return;
  out.notes.push_back({.kind = NoteKind::suspicious,
                       .message = std::move(message),
                       .where = stated.value.text.where});
}

const Field* CmdletReading::field(std::string_view name) const { return field_of(record, name); }

Text CmdletReading::text(std::string_view name) const {
  const Field* found = field(name);
  if (found == nullptr) return {};
  const Value flat = flatten(found->value, PropertyType::text, arena);
  if (flat.kind != ValueKind::text || flat.loss != Loss::none) return {};
  return flat.text;
}

void CmdletReading::lose(const Field& stated, LostValue::Kind kind) const {
  out.lost_values.push_back({.kind = kind,
                             .object_kind = object.object_kind(),
                             .object = std::string(object.name()),
                             .property = std::string(stated.name.value),
                             .where = stated.value.text.where,
                             .text = excerpt(stated.value.text.value, 200)});
}

void CmdletImporter::record(const Record& record) {
  const bool listed = !record.container.value.empty();
  holds_containers_ = holds_containers_ || listed;
  const bool found = listed ? read(record, 0) : read_with_lists(record);
  if (!found && !(listed && kept_.keep(record))) ignore(record);
  seen_.clear();
  arena_.reset();
}

/// Reads an object together with those of its lists that were handed over before it.
bool CmdletImporter::read_with_lists(const Record& record) {
  if (kept_.empty()) return read(record, 0);
  std::vector<Field> fields = kept_.fields();
  fields.insert(fields.end(), record.fields.begin(), record.fields.end());
  Record whole = record;
  whole.fields = fields;
  const bool found = read(whole, 0);
  if (!found) ignore_kept_lists();
  kept_.clear();
  return found;
}

/// Counts what was kept for an object that did not come as left out.
void CmdletImporter::ignore_kept_lists() {
  for (const Record* item : kept_.items()) ignore(*item);
}

void CmdletImporter::note(Note note) { out_.notes.push_back(std::move(note)); }

bool CmdletImporter::read(const Record& record, int depth) {
  const std::optional<CmdletClass> type = class_of(record);
  if (type) {
    read_object(record, *type);
    return true;
  }
  keep_secrets(record, ObjectKind::organization, record.label.value);
  return depth < kDeepestContainer && may_hold_objects(record) && read_members(record, depth);
}

bool CmdletImporter::read_members(const Record& record, int depth) {
  bool found = false;
  for (const Field& field : record.fields) {
    if (field.value.kind == ValueKind::record) {
      found = read_member(field, field.value, depth) || found;
    }
    if (field.value.kind != ValueKind::list) continue;
    for (const Value& item : field.value.items) {
      if (item.kind == ValueKind::record) found = read_member(field, item, depth) || found;
    }
    const std::optional<CmdletClass> type = class_of_container(field.name.value);
    if (type && field.value.items.empty() && field.value.loss == Loss::none) {
      out_.coverage.add(type->kind);
      found = true;
    }
  }
  return found;
}

bool CmdletImporter::read_member(const Field& field, const Value& value, int depth) {
  // References may make several fields hold the same object.
  if (value.record == nullptr || !seen_.insert(value.record).second) return false;
  Record member = *value.record;
  member.container = field.name;
  if (member.label.value.empty()) member.label = value.text;
  if (member.where.length == 0) member.where = value.text.where;
  return read(member, depth + 1);
}

void CmdletImporter::read_object(const Record& record, const CmdletClass& type) {
  Object object(type.kind, heading_of(file_, record.where));
  const CmdletReading in{record, object, arena_, out_};
  read_identity(in);
  if (object.states(Property::name)) object.where = object.place_of(Property::name);
  read_fields(record, object);
  switch (type.kind) {
    case ObjectKind::connector: read_connector(in, type.connector); break;
    case ObjectKind::server: read_server_roles(in); break;
    case ObjectKind::site_link: read_site_link_cost(in); break;
    case ObjectKind::accepted_domain: read_accepted_domain(in); break;
    case ObjectKind::recipient:
      // A recipient without a target address tells nothing about connectors.
      if (object.text(Property::target_address).empty()) return;
      break;
    default: break;
  }
  out_.objects.push_back(std::move(object));
}

void CmdletImporter::read_fields(const Record& record, Object& object) {
  const CmdletReading in{record, object, arena_, out_};
  const ObjectKind kind = object.object_kind();
  for (const Field& field : record.fields) {
    const NameFacts facts = facts_of(field.name.value, kind);
    const bool withheld = SecretSearch().finds(field.value);
    if (withheld ||
        (facts.secret && states_something(field.value) && field.value.loss != Loss::not_exported)) {
      keep_secret(out_, kind, object.name(), field.name);
      continue;
    }
    if (facts.property == nullptr || is_read_apart(facts.property->id, kind)) continue;
    in.read(field, *facts.property);
  }
}

void CmdletImporter::keep_secrets(const Record& record, ObjectKind kind, std::string_view name) {
  for (const Field& field : record.fields) {
    if (SecretSearch().finds(field.value)) keep_secret(out_, kind, name, field.name);
  }
}

CmdletImporter::NameFacts CmdletImporter::facts_of(std::string_view name, ObjectKind kind) {
  KnownNames& known = known_names_[kind];
  const auto it = known.find(name);
  if (it != known.end()) return it->second;
  const NameFacts facts{property_of_cmdlet(name, kind), is_secret_name(name)};
  if (known.size() < kMostNames) known.emplace(std::string(name), facts);
  return facts;
}

void CmdletImporter::ignore(const Record& record) {
  if (record.fields.empty() && record.types.empty()) return;
  // What is left of a hashtable whose objects were read.
  const bool remainder = record.container.value.empty() && may_hold_objects(record);
  if (remainder && holds_containers_ && !out_.objects.empty()) return;
  std::string type =
      record.types.empty() ? std::string() : excerpt(short_type_name(record.types.front().value));
  Ignored& ignored = ignored_[std::move(type)];
  if (ignored.count == 0) ignored.first = heading_of(file_, record.where);
  ++ignored.count;
}

ImportedObjects CmdletImporter::finish() {
  ignore_kept_lists();
  for (const auto& [type, ignored] : ignored_) {
    const bool one = ignored.count == 1;
    std::string message = std::to_string(ignored.count) + (one ? " object" : " objects");
    message += type.empty() ? " without a type" : " of type '" + type + "'";
    message += one ? " is left out: it is" : " are left out: they are";
    message += " nothing that connlint reads";
    out_.notes.push_back(
        {.kind = NoteKind::ignored, .message = std::move(message), .where = ignored.first});
  }
  if (!out_.objects.empty()) out_.coverage.cmdlet_objects = true;
  cover_objects(out_);
  return std::move(out_);
}

}  // namespace connlint
