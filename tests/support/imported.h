// What an importer makes of records made by hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "linter/import/imported_objects.h"
#include "linter/model/address_space.h"
#include "tests/support/record_builder.h"

namespace connlint::test {

/// A file of records, read by an importer.
template <class Importer>
class Imported {
 public:
  explicit Imported(std::vector<RecordDraft> records) : file_(std::move(records)) {
    Importer importer(file_.source());
    file_.read(importer);
    found_ = importer.finish();
  }

  [[nodiscard]] const ImportedObjects& found() const { return found_; }
  [[nodiscard]] const Object& only() const {
    EXPECT_EQ(found_.objects.size(), 1U);
    return found_.objects.at(0);
  }
  [[nodiscard]] const Object& named(std::string_view name) const {
    for (const Object& object : found_.objects) {
      if (object.name() == name) return object;
    }
    ADD_FAILURE() << "no object is named " << name;
    return found_.objects.at(0);
  }
  /// What the source text holds there.
  [[nodiscard]] std::string source_text(Span where) const {
    return file_.source().text.substr(where.begin, where.length);
  }

 private:
  RecordFile file_;
  ImportedObjects found_;
};

inline std::vector<std::string> words(const Names& names) {
  std::vector<std::string> out;
  for (const Located<std::string>& name : names) out.push_back(*name);
  return out;
}

inline std::vector<std::string> words(const Spaces& spaces) {
  std::vector<std::string> out;
  for (const AddressSpace& space : spaces) out.push_back(to_text(space));
  return out;
}

}  // namespace connlint::test
