#include "linter/import/directory/directory.h"

#include <utility>

#include "linter/import/directory/directory_objects.h"
#include "linter/import/exported_object.h"
#include "linter/import/names.h"
#include "linter/import/values.h"

namespace connlint {
namespace {

/// Names of attributes that are remembered with their meaning; a real file has some hundred.
constexpr std::size_t kMostAttributes = 4096;

/// System objects directly below the organisation, which are no connectors.
bool is_below_organization(const Entry& entry) {
  return entry.is_below(1, "Connections") && entry.is_below(3, "Microsoft Exchange");
}

/// Objects that are kept for a while after they were deleted.
bool is_deleted(const Entry& entry) {
  return entry.is_below(1, "Deleted Objects") || entry.is_below(2, "Deleted Objects");
}

}  // namespace

void DirectoryImporter::note(Note note) { out_.notes.push_back(std::move(note)); }

DirectoryImporter::NameFacts DirectoryImporter::facts_of(std::string_view name) {
  const auto it = known_names_.find(name);
  if (it != known_names_.end()) return it->second;
  NameFacts facts{.object_class = equals_ignoring_case(name, "objectClass"),
                  .target_address = equals_ignoring_case(name, "targetAddress"),
                  .secret = is_secret_name(name),
                  .tracked = {}};
  if (const auto tracked = tracked_attribute(name)) facts.tracked.set(index_of(*tracked));
  if (known_names_.size() < kMostAttributes) known_names_.emplace(std::string(name), facts);
  return facts;
}

void DirectoryImporter::record(const Record& record) {
  std::vector<std::string_view> classes;
  AttributeSet occurring;
  bool addressed = false;
  bool secret = false;
  for (const Field& field : record.fields) {
    const NameFacts facts = facts_of(field.name.value);
    occurring |= facts.tracked;
    const bool known = field.value.loss != Loss::not_exported;
    if (known) exported_ |= facts.tracked;
    if (facts.object_class && known) add_object_classes(field.value, classes);
    addressed = addressed || (facts.target_address && known);
    secret = secret || field.value.loss == Loss::withheld || (facts.secret && known);
  }
  EntryClass type = class_of(classes);
  if (type.kind == EntryKind::none && addressed) type.kind = EntryKind::recipient;
  if (type.kind == EntryKind::none) ++(classes.empty() ? without_class_ : left_out_);
  if (type.kind != EntryKind::none || secret) read_entry(record, type, occurring);
}

void DirectoryImporter::read_entry(const Record& record, const EntryClass& type,
                                   AttributeSet occurring) {
  const Entry entry(record);
  const std::string name =
      entry.steps().empty() ? std::string(entry.text("cn").value) : entry.steps().front().value;
  for (const Field& field : record.fields) {
    const bool holds = field.value.loss == Loss::none && !field.value.text.value.empty();
    if (field.value.loss != Loss::withheld && !(facts_of(field.name.value).secret && holds)) {
      continue;
    }
    keep_secret(out_, object_kind_of(type.kind).value_or(ObjectKind::organization), name,
                field.name);
  }
  learn_organization(out_, entry.dn());
  if (object_kind_of(type.kind)) {
    add_object(entry, type, occurring);
  } else {
    read_container(entry, type);
  }
}

/// Entries that become no object of their own.
void DirectoryImporter::read_container(const Entry& entry, const EntryClass& type) {
  if (type.kind == EntryKind::virtual_server) add_virtual_server(entry);
  if (type.kind == EntryKind::connections && !routing_group_of_dn(entry.dn().value).empty()) {
    out_.coverage.all_connector_kinds = true;
    out_.coverage.add(ObjectKind::connector);
  }
  if (type.kind == EntryKind::organization) {
    const Text name = entry.text("cn");
    if (!name.value.empty()) out_.organization_name = {std::string(name.value), name.where};
  }
}

void DirectoryImporter::add_virtual_server(const Entry& entry) {
  const Text hosts = entry.text("msExchSmtpSmartHost");
  if (hosts.value.empty()) return;
  VirtualServers& known = virtual_servers_[server_name(entry.dn().value)];
  if (known.hosts.empty()) known.where = hosts.where;
  for (const Text& host : parts_of(hosts, ";,")) {
    known.hosts.push_back({std::string(host.value), host.where});
  }
}

void DirectoryImporter::add_object(const Entry& entry, const EntryClass& type,
                                   AttributeSet occurring) {
  const ObjectKind kind = *object_kind_of(type.kind);
  if ((kind == ObjectKind::connector && is_below_organization(entry)) ||
      (kind != ObjectKind::server && is_deleted(entry))) {
    ++left_out_;
    return;
  }
  Object object(kind, heading_of(file_, entry.where()));
  const EntryReading in{entry, object, out_};
  read_entry_identity(in);
  read_entry_attributes(in);
  switch (kind) {
    case ObjectKind::connector: read_directory_connector(in, type); break;
    case ObjectKind::server: read_directory_server(in); break;
    case ObjectKind::routing_group: read_directory_routing_group(in); break;
    case ObjectKind::site_link:
      read_size_limit(in);
      // Site links are of IP or of SMTP, by the container that they are in.
      if (entry.is_below(2, "Inter-Site Transports")) {
        set_word(object, Property::protocol, lower(entry.steps().at(1).value), entry.dn().where);
      }
      break;
    case ObjectKind::recipient:
      if (object.text(Property::target_address).empty()) return;
      break;
    default: break;
  }
  out_.objects.push_back(std::move(object));
  occurring_.push_back(occurring);
}

/// What it means that an attribute is absent which other entries of the file have. An attribute
/// that stands there with a value that could not be read, or by name alone, is unknown.
void DirectoryImporter::settle_absent(Object& object, AttributeSet occurring) const {
  const auto absent = [&](TrackedAttribute attribute) {
    return exported_[index_of(attribute)] && !occurring[index_of(attribute)];
  };
  const auto set = [&object](Property property, auto value) {
    if (!object.states(property)) {
      object.set({.property = property, .where = object.where, .value = std::move(value)});
    }
  };
  if (absent(TrackedAttribute::size_limit)) {
    set(Property::max_message_size, Size{.unlimited = true, .bytes = {}, .text = "unlimited"});
  }
  if (object.object_kind() != ObjectKind::connector) return;
  const ConnectorKind kind =
      connector_kind_named(object.text(Property::kind)).value_or(ConnectorKind::unknown);
  const bool between_groups = kind == ConnectorKind::routing_group;
  const bool has_smart_hosts = kind == ConnectorKind::send || kind == ConnectorKind::smtp;
  if (absent(TrackedAttribute::smart_host) && has_smart_hosts) {
    set(Property::smart_hosts, Names{});
    set(Property::dns_routing, true);
  }
  if (absent(TrackedAttribute::routing_list) && !between_groups) {
    set(Property::address_spaces, Spaces{});
  }
  // The home MTA hosts X.400 links and gateways; most have no bridgehead servers at all.
  const bool has_bridgeheads = kind != ConnectorKind::x400 && kind != ConnectorKind::gateway;
  if (absent(TrackedAttribute::source_bridgeheads) && has_bridgeheads) {
    set(Property::source_servers, Names{});
  }
  if (absent(TrackedAttribute::target_bridgeheads) && between_groups) {
    set(Property::target_servers, Names{});
  }
  if (absent(TrackedAttribute::send_enabled) && kind == ConnectorKind::send) {
    set(Property::enabled, true);
  }
}

/// Gives each server the smart hosts of its SMTP virtual servers. Where the file holds no servers,
/// one known by its virtual server alone would make the others look unknown.
void DirectoryImporter::settle_virtual_servers() {
  for (Object& object : out_.objects) {
    if (object.object_kind() != ObjectKind::server) continue;
    const auto known = virtual_servers_.find(object.name());
    if (known == virtual_servers_.end()) continue;
    object.set({.property = Property::virtual_server_smart_hosts,
                .where = known->second.where,
                .value = known->second.hosts});
  }
}

ImportedObjects DirectoryImporter::finish() {
  for (std::size_t i = 0; i < out_.objects.size(); ++i) {
    const ObjectKind kind = out_.objects[i].object_kind();
    if (kind == ObjectKind::connector || kind == ObjectKind::site_link) {
      settle_absent(out_.objects[i], occurring_[i]);
    }
  }
  settle_virtual_servers();
  if (without_class_ > 0) {
    out_.notes.push_back({.kind = NoteKind::suspicious,
                          .message = std::to_string(without_class_) +
                                     (without_class_ == 1 ? " entry" : " entries") +
                                     " left out, whose objectClass is not in the file; export it "
                                     "with its values",
                          .where = file_.span(0, 0),
                          .located = false});
  }
  if (left_out_ > 0) {
    out_.notes.push_back({.kind = NoteKind::ignored,
                          .message = std::to_string(left_out_) +
                                     (left_out_ == 1 ? " entry" : " entries") +
                                     " left out: of a class that says nothing about connectors, "
                                     "system objects or deleted",
                          .where = file_.span(0, 0),
                          .located = false});
  }
  out_.coverage.directory_objects = !out_.objects.empty() || out_.coverage.all_connector_kinds;
  cover_objects(out_);
  return std::move(out_);
}

}  // namespace connlint
