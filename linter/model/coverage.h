// What kinds of object and property the inputs held at all: unknown is not false.
#pragma once

#include <bitset>
#include <cstddef>

#include "linter/model/property.h"

namespace connlint {

/// What the inputs could tell.
class Coverage {
 public:
  /// Whether objects of the kind were read, or an explicit empty list of them.
  [[nodiscard]] bool has(ObjectKind kind) const { return kinds_[static_cast<std::size_t>(kind)]; }
  /// Whether at least one object of the kind states the property.
  [[nodiscard]] bool has(ObjectKind kind, Property property) const {
    return properties_[index(kind, property)];
  }
  void add(ObjectKind kind) { kinds_.set(static_cast<std::size_t>(kind)); }
  void add(ObjectKind kind, Property property) { properties_.set(index(kind, property)); }

  /// Adds what another input could tell; `first` where nothing was added before.
  void add_all(const Coverage& other, bool first) {
    kinds_ |= other.kinds_;
    properties_ |= other.properties_;
    all_connector_kinds = all_connector_kinds || other.all_connector_kinds;
    only_organization_files = other.only_organization_files && (first || only_organization_files);
    cmdlet_objects = cmdlet_objects || other.cmdlet_objects;
    directory_objects = directory_objects || other.directory_objects;
    organization_files = organization_files || other.organization_files;
    code = code || other.code;
  }

  /// Whether objects of the kind were read, apart from the connectors of a single kind.
  [[nodiscard]] bool has_all(ObjectKind kind) const {
    return kind == ObjectKind::connector ? all_connector_kinds : has(kind);
  }

  /// Whether the inputs hold the connectors of every kind: an organisation file with `connectors`,
  /// or a directory export with a Connections container. Cmdlet objects hold only the kinds that
  /// occur, and no cmdlet shows the X.400, Notes and gateway connectors of Exchange 2000/2003.
  bool all_connector_kinds = false;
  /// Whether the inputs are organisation files only (written by hand, so that nothing was lost in
  /// an export).
  bool only_organization_files = false;
  /// Whether cmdlet objects, directory objects, organisation files, code (DSC, scripts) were among
  /// the inputs.
  bool cmdlet_objects = false;
  bool directory_objects = false;
  bool organization_files = false;
  bool code = false;

 private:
  static constexpr std::size_t kProperties = 256;
  static std::size_t index(ObjectKind kind, Property property) {
    return static_cast<std::size_t>(kind) * kProperties + static_cast<std::size_t>(property);
  }
  std::bitset<kObjectKinds> kinds_;
  std::bitset<kObjectKinds * kProperties> properties_;
};

}  // namespace connlint
