// An object of an organisation as the inputs state it: properties with their places.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "linter/model/address_space.h"
#include "linter/model/property.h"
#include "linter/source/located.h"

namespace connlint {

/// A size limit. Exactly one of: `unlimited`; `bytes`; neither, where `text` is no size.
struct Size {
  bool unlimited = false;
  std::optional<std::uint64_t> bytes;
  /// As the source writes it.
  std::string text;
};

/// The size that `text` means: bytes, a number with B, KB, MB, GB or TB (1024-based), the number of
/// bytes in brackets of `25 MB (26,214,400 bytes)` (digits grouped by any sign), or `unlimited`.
Size parse_size(std::string_view text);
/// `unlimited`, else the largest of GB, MB, KB that divides exactly, else bytes; the source's own
/// text where it is no size.
std::string to_text(const Size& size);

/// The seconds since 1970 in UTC that an ISO 8601 time means (without zone: UTC), or nothing.
std::optional<std::int64_t> parse_time(std::string_view text);
/// `2008-12-01T08:00:00Z`.
std::string time_text(std::int64_t seconds);

/// Stated to have no value (CLIXML `Nil`): known, other than a property left out.
struct Unset {
  friend bool operator==(const Unset& /*a*/, const Unset& /*b*/) { return true; }
};
using Names = std::vector<Located<std::string>>;
using Spaces = std::vector<AddressSpace>;

/// A property that the inputs state, with the place of its value.
struct PropertyValue {
  Property property{};
  Span where{};
  std::variant<Unset, bool, std::int64_t, Size, std::string, Names, Spaces> value;
};

/// Whether two values mean the same: names without regard to case, lists without regard to order,
/// spaces by `identity_of`; unset equals an empty text and an empty list.
bool same_value(const PropertyValue& a, const PropertyValue& b);

/// An object: its kind and what is known of it. A property left out is unknown, not default.
class Object {
 public:
  Object() = default;
  Object(ObjectKind object_kind, Span span) : where(span), kind_(object_kind) {}

  [[nodiscard]] ObjectKind object_kind() const { return kind_; }

  /// The place of the whole object (its heading, where it is long).
  Span where{};

  /// The stated value of a property, or null where it is unknown.
  [[nodiscard]] const PropertyValue* find(Property property) const {
    return states(property) ? &*(values_.begin() + place_in_values(property)) : nullptr;
  }
  /// Whether the inputs state the property, be it as unset.
  [[nodiscard]] bool states(Property property) const { return is_in(stated_, property); }
  /// The value as `T` (bool, int64_t, Size, std::string, Names or Spaces), or null where it is
  /// unknown or stated as unset.
  template <class T>
  [[nodiscard]] const T* get(Property property) const {
    const PropertyValue* found = find(property);
    return found == nullptr ? nullptr : std::get_if<T>(&found->value);
  }
  /// The truth value, or nothing where it is unknown or unset.
  [[nodiscard]] std::optional<bool> flag(Property property) const {
    if (is_in(true_, property)) return true;
    return is_in(false_, property) ? std::optional(false) : std::nullopt;
  }
  /// The number, or nothing where it is unknown or unset.
  [[nodiscard]] std::optional<std::int64_t> number(Property property) const;
  /// The text; empty where it is unknown, unset or empty.
  [[nodiscard]] std::string_view text(Property property) const;
  /// The names; empty where they are unknown, unset or an empty list.
  [[nodiscard]] const Names& names(Property property) const;
  /// The address spaces; empty where they are unknown or none.
  [[nodiscard]] const Spaces& spaces(Property property) const;
  /// The place of the property's value; of the object where the property is not stated.
  [[nodiscard]] Span place_of(Property property) const;
  /// Stated as unset, as an empty text or as an empty list. False where unknown.
  [[nodiscard]] bool states_nothing(Property property) const;

  /// Sets a property, replacing what was there.
  void set(PropertyValue value);
  void remove(Property property);
  /// All stated properties, in the order of the table.
  [[nodiscard]] const std::vector<PropertyValue>& values() const { return values_; }

  /// The name of the object, or empty.
  [[nodiscard]] std::string_view name() const { return text(Property::name); }

 private:
  /// A bit for each property. Most of what rules ask for is a truth value or is not stated; both
  /// are known without a look at the values.
  static constexpr std::size_t kBits = 64;
  using PropertySet = std::array<std::uint64_t, kPropertyCount / kBits + 1>;

  static constexpr std::size_t word_of(Property property) {
    return static_cast<std::size_t>(property) / kBits;
  }
  static constexpr std::uint64_t bit_of(Property property) {
    return std::uint64_t{1} << static_cast<std::size_t>(property) % kBits;
  }
  static constexpr bool is_in(const PropertySet& set, Property property) {
    return (set[word_of(property)] & bit_of(property)) != 0;
  }
  static constexpr void put(PropertySet& set, Property property, bool in) {
    std::uint64_t& word = set[word_of(property)];
    word = in ? word | bit_of(property) : word & ~bit_of(property);
  }
  /// Where the value of a property is, or would be, in `values_`.
  [[nodiscard]] std::ptrdiff_t place_in_values(Property property) const {
    const std::size_t word = word_of(property);
    std::ptrdiff_t place = std::popcount(stated_[word] & (bit_of(property) - 1));
    for (std::size_t i = 0; i < word; ++i) place += std::popcount(stated_[i]);
    return place;
  }

  ObjectKind kind_ = ObjectKind::organization;
  PropertySet stated_{};
  PropertySet true_{};   ///< Those stated as true.
  PropertySet false_{};  ///< Those stated as false.
  /// In the order of the table.
  std::vector<PropertyValue> values_;
};

}  // namespace connlint
