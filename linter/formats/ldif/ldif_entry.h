// The attributes of one directory entry while it is read: values of the same name come together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "linter/formats/record.h"

namespace connlint {

/// Collects the values of one entry in the order of the file. The memory is used again for the next
/// entry.
class LdifEntry {
 public:
  /// Adds a value to the attribute of that number (`LdifName::attribute`) and returns the index of
  /// its field.
  std::size_t add(std::uint32_t attribute, const Text& name, const Value& value) {
    if (attribute >= places_.size()) places_.resize(std::size_t{attribute} + 1);
    Place& place = places_[attribute];
    last_is_more_ = place.entry == entry_;
    if (last_is_more_) {
      add_more(place.field, value);
    } else {
      place = {entry_, static_cast<std::uint32_t>(fields_.size())};
      fields_.push_back({name, value});
      chains_.emplace_back();
    }
    return place.field;
  }
  /// Marks the value that was added last as lost: it is incomplete.
  void mark_last(Loss loss);
  /// Marks every value but the first name's (the entry's own) as not exported.
  void mark_not_exported();
  /// How many values were added.
  [[nodiscard]] std::size_t size() const { return fields_.size() + more_.size(); }

  /// One field for each name, in the order of the first values: a text where the attribute has one
  /// value, else a list; in a list only the items say what was lost. Valid until `clear`; nothing
  /// may be added after it.
  std::span<const Field> fields();
  /// The values of one of the `fields`.
  [[nodiscard]] static std::span<const Value> values_of(const Field& field);
  /// Forgets all values.
  void clear();

 private:
  /// A second or later value of an attribute, and the next one of the same.
  struct More {
    Value value;
    std::uint32_t next = 0;
  };
  /// The further values of the field at the same index.
  struct Chain {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t count = 1;
  };
  /// The field of an attribute, where it is of the present entry.
  struct Place {
    std::uint64_t entry = 0;
    std::uint32_t field = 0;
  };

  void add_more(std::uint32_t field, const Value& value);

  std::vector<Field> fields_;
  std::vector<Chain> chains_;
  std::vector<More> more_;
  std::vector<Value> items_;
  std::vector<Place> places_;
  bool last_is_more_ = false;
  /// The number of the entry, from 1.
  std::uint64_t entry_ = 1;
};

}  // namespace connlint
