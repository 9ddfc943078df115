// What an importer makes of a whole file.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "linter/formats/format.h"
#include "linter/import/import.h"
#include "linter/source/source_store.h"
#include "tests/support/record_text.h"

namespace connlint::test {

/// What the importer makes of the file, read by the format that claims it.
template <class Importer>
ImportedObjects import_with(const std::filesystem::path& path) {
  SourceStore store;
  const SourceFile& file = store.add(path.string(), bytes_of(path.string()));
  const Format* format = recognize_format(file.text);
  Importer importer(file);
  if (format == nullptr) {
    ADD_FAILURE() << "no format reads " << path;
  } else {
    format->read(file, importer);
  }
  return importer.finish();
}

/// The objects of a kind by name.
inline std::map<std::string, Object> objects_of(const ImportedObjects& found, ObjectKind kind) {
  std::map<std::string, Object> objects;
  for (const Object& object : found.objects) {
    if (object.object_kind() == kind) objects.emplace(std::string(object.name()), object);
  }
  return objects;
}

}  // namespace connlint::test
