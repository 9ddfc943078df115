#include "linter/model/object.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

#include "linter/support/text.h"

namespace connlint {
namespace {

struct Unit {
  std::string_view name;
  std::uint64_t bytes;
};
constexpr std::uint64_t kKilo = 1024;
constexpr std::size_t kFractionDigits = 6;  // so that the product with any unit fits
constexpr std::array kUnits = {Unit{"TB", kKilo* kKilo* kKilo* kKilo},
                               Unit{"GB", kKilo* kKilo* kKilo}, Unit{"MB", kKilo* kKilo},
                               Unit{"KB", kKilo}, Unit{"B", 1}};

/// The number whose digits stand in `text`, grouped by signs and blanks, or nothing.
std::optional<std::uint64_t> grouped_digits(std::string_view text) {
  std::string digits;
  for (char c : text) {
    if (is_digit(c)) digits += c;
    if (is_letter(c)) return std::nullopt;
  }
  const std::optional<std::int64_t> number = parse_integer(digits);
  if (!number) return std::nullopt;
  return static_cast<std::uint64_t>(*number);
}

/// The bytes of a plain or unit form, `25MB`, `1.5 MB`, `4096`, or nothing.
std::optional<std::uint64_t> bytes_of(std::string_view text) {
  std::uint64_t unit = 1;
  std::string_view digits = text;
  for (const Unit& candidate : kUnits) {
    if (ends_with_ignoring_case(text, candidate.name)) {
      unit = candidate.bytes;
      digits = trim(text.substr(0, text.size() - candidate.name.size()));
      break;
    }
  }
  const std::size_t point = digits.find('.');
  const std::optional<std::int64_t> whole = parse_integer(digits.substr(0, point));
  if (!whole || *whole < 0 || !is_digit(digits.front())) return std::nullopt;
  const auto count = static_cast<std::uint64_t>(*whole);
  if (count > (std::uint64_t{1} << 62U) / unit) return std::nullopt;
  std::uint64_t total = count * unit;
  if (point == std::string_view::npos) return total;
  const std::string_view fraction = digits.substr(point + 1);
  const std::optional<std::int64_t> parts = parse_integer(fraction);
  if (!parts || *parts < 0 || !is_digit(fraction.front()) || fraction.size() > kFractionDigits) {
    return std::nullopt;
  }
  std::uint64_t scale = 1;
  for (std::size_t i = 0; i < fraction.size(); ++i) scale *= 10;
  total += static_cast<std::uint64_t>(*parts) * unit / scale;
  return total;
}

/// Reads `count` digits at `at`, or nothing.
std::optional<std::int64_t> digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  for (char c : text.substr(at, count)) {
    if (!is_digit(c)) return std::nullopt;
  }
  return parse_integer(text.substr(at, count));
}

/// Days from 1970-01-01 to a date of the Gregorian calendar.
std::int64_t days_from_civil(std::int64_t year, std::int64_t month, std::int64_t day) {
  const std::int64_t y = month <= 2 ? year - 1 : year;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

/// The offset from UTC in seconds that the end of a time states (`Z`, `+01:00`, nothing).
std::optional<std::int64_t> zone_seconds(std::string_view zone) {
  if (zone.empty() || equals_ignoring_case(zone, "Z")) return 0;
  if (zone.front() != '+' && zone.front() != '-') return std::nullopt;
  const std::optional<std::int64_t> hours = digits_at(zone, 1, 2);
  if (!hours) return std::nullopt;
  std::int64_t minutes = 0;
  if (zone.size() > 3) {
    const std::size_t at = zone[3] == ':' ? 4 : 3;
    const std::optional<std::int64_t> stated = digits_at(zone, at, 2);
    if (!stated || zone.size() != at + 2) return std::nullopt;
    minutes = *stated;
  }
  const std::int64_t seconds = *hours * 3600 + minutes * 60;
  return zone.front() == '-' ? -seconds : seconds;
}

std::set<std::string> identities(const Names& names) {
  std::set<std::string> out;
  for (const Located<std::string>& name : names) out.insert(lower(*name));
  return out;
}

std::set<std::string> identities(const Spaces& spaces) {
  std::set<std::string> out;
  for (const AddressSpace& space : spaces) out.insert(identity_of(space));
  return out;
}

bool is_nothing(const PropertyValue& value) {
  if (const auto* text = std::get_if<std::string>(&value.value)) return text->empty();
  if (const auto* names = std::get_if<Names>(&value.value)) return names->empty();
  if (const auto* spaces = std::get_if<Spaces>(&value.value)) return spaces->empty();
  return std::holds_alternative<Unset>(value.value);
}

bool same(const Unset& /*a*/, const Unset& /*b*/) { return true; }
bool same(bool a, bool b) { return a == b; }
bool same(std::int64_t a, std::int64_t b) { return a == b; }
bool same(const Size& a, const Size& b) { return to_text(a) == to_text(b); }
bool same(const std::string& a, const std::string& b) { return equals_ignoring_case(a, b); }
bool same(const Names& a, const Names& b) { return identities(a) == identities(b); }
bool same(const Spaces& a, const Spaces& b) { return identities(a) == identities(b); }

}  // namespace

Size parse_size(std::string_view text) {
  Size size{.unlimited = false, .bytes = std::nullopt, .text = std::string(trim(text))};
  const std::string_view written = size.text;
  if (equals_ignoring_case(written, "unlimited")) {
    size.unlimited = true;
    return size;
  }
  const std::size_t bracket = written.find('(');
  const std::size_t word = find_ignoring_case(written, "byte");
  if (bracket != std::string_view::npos && word != std::string_view::npos && bracket < word) {
    size.bytes = grouped_digits(written.substr(bracket, word - bracket));
  } else if (!written.empty()) {
    size.bytes = bytes_of(written);
  }
  return size;
}

std::string to_text(const Size& size) {
  if (size.unlimited) return "unlimited";
  if (!size.bytes) return size.text;
  for (const Unit& unit : kUnits) {
    const bool written = unit.bytes > 1 && unit.name != "TB";
    if (written && *size.bytes > 0 && *size.bytes % unit.bytes == 0) {
      return std::to_string(*size.bytes / unit.bytes) + std::string(unit.name);
    }
  }
  return std::to_string(*size.bytes);
}

std::optional<std::int64_t> parse_time(std::string_view text) {
  const std::string_view time = trim(text);
  const auto year = digits_at(time, 0, 4);
  const auto month = digits_at(time, 5, 2);
  const auto day = digits_at(time, 8, 2);
  if (!year || !month || !day || time[4] != '-' || time[7] != '-') return std::nullopt;
  if (*month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
  const std::int64_t days = days_from_civil(*year, *month, *day);
  if (time.size() == 10) return days * 86400;
  const auto hour = digits_at(time, 11, 2);
  const auto minute = digits_at(time, 14, 2);
  if (!hour || !minute || (time[10] != 'T' && time[10] != 't' && time[10] != ' ') ||
      time[13] != ':') {
    return std::nullopt;
  }
  std::int64_t second = 0;
  std::size_t at = 16;
  if (at < time.size() && time[at] == ':') {
    const auto stated = digits_at(time, 17, 2);
    if (!stated) return std::nullopt;
    second = *stated;
    at = 19;
    if (at < time.size() && time[at] == '.') {
      do ++at;
      while (at < time.size() && is_digit(time[at]));
    }
  }
  if (*hour > 24 || *minute > 59 || second > 60) return std::nullopt;
  const auto zone = zone_seconds(trim(time.substr(std::min(at, time.size()))));
  if (!zone) return std::nullopt;
  return days * 86400 + *hour * 3600 + *minute * 60 + second - *zone;
}

std::string time_text(std::int64_t seconds) {
  std::int64_t days = seconds / 86400;
  std::int64_t rest = seconds % 86400;
  if (rest < 0) {
    rest += 86400;
    --days;
  }
  const std::int64_t shifted = days + 719468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int64_t day_of_era = shifted - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_shifted = (5 * day_of_year + 2) / 153;
  const std::int64_t day = day_of_year - (153 * month_shifted + 2) / 5 + 1;
  const std::int64_t month = month_shifted < 10 ? month_shifted + 3 : month_shifted - 9;
  const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  std::array<char, 96> buffer{};
  const int length =
      std::snprintf(buffer.data(), buffer.size(), "%04lld-%02lld-%02lldT%02lld:%02lld:%02lldZ",
                    static_cast<long long>(year), static_cast<long long>(month),
                    static_cast<long long>(day), static_cast<long long>(rest / 3600),
                    static_cast<long long>(rest / 60 % 60), static_cast<long long>(rest % 60));
  return {buffer.data(), static_cast<std::size_t>(length)};
}

bool same_value(const PropertyValue& a, const PropertyValue& b) {
  if (is_nothing(a) || is_nothing(b)) return is_nothing(a) && is_nothing(b);
  return std::visit(
      [](const auto& x, const auto& y) {
        if constexpr (std::is_same_v<decltype(x), decltype(y)>) {
          return same(x, y);
        } else {
          return false;
        }
      },
      a.value, b.value);
}

std::optional<std::int64_t> Object::number(Property property) const {
  const auto* value = get<std::int64_t>(property);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

std::string_view Object::text(Property property) const {
  const auto* value = get<std::string>(property);
  return value == nullptr ? std::string_view() : std::string_view(*value);
}

const Names& Object::names(Property property) const {
  static const Names kNone;
  const auto* value = get<Names>(property);
  return value == nullptr ? kNone : *value;
}

const Spaces& Object::spaces(Property property) const {
  static const Spaces kNone;
  const auto* value = get<Spaces>(property);
  return value == nullptr ? kNone : *value;
}

Span Object::place_of(Property property) const {
  const PropertyValue* found = find(property);
  return found == nullptr ? where : found->where;
}

bool Object::states_nothing(Property property) const {
  const PropertyValue* found = find(property);
  return found != nullptr && is_nothing(*found);
}

void Object::set(PropertyValue value) {
  const Property property = value.property;
  const bool* truth = std::get_if<bool>(&value.value);
  put(true_, property, truth != nullptr && *truth);
  put(false_, property, truth != nullptr && !*truth);
  const auto place = values_.begin() + place_in_values(property);
  if (states(property)) {
    *place = std::move(value);
    return;
  }
  values_.insert(place, std::move(value));
  put(stated_, property, true);
}

void Object::remove(Property property) {
  if (!states(property)) return;
  values_.erase(values_.begin() + place_in_values(property));
  for (PropertySet* set : {&stated_, &true_, &false_}) put(*set, property, false);
}

}  // namespace connlint
