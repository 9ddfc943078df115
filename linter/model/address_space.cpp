#include "linter/model/address_space.h"

#include "linter/support/text.h"

namespace connlint {
namespace {

/// The trimmed part [begin, end) of a value and its place.
struct Part {
  std::string_view text;
  Span where;
};

Part part(const SpaceText& whole, std::size_t begin, std::size_t end) {
  const std::string_view piece = trim(whole.value.substr(begin, end - begin));
  const auto offset = static_cast<std::size_t>(piece.data() - whole.value.data());
  return {piece, whole.verbatim ? part_of(whole.where, offset, piece.size()) : whole.where};
}

/// Whether `text` can name an address type: a word that no space begins with. An address that
/// itself holds a colon (`--`, a domain, an O/R address) has other characters before it.
bool is_type_word(std::string_view text) {
  const std::string_view word = trim(text);
  if (word.empty()) return false;
  for (char c : word) {
    const bool plain = is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '_' || c == ' ';
    if (!plain && static_cast<unsigned char>(c) < 0x80) return false;
  }
  return true;
}

/// Where the type word that begins at `begin` ends (its colon), or npos.
std::size_t type_end(std::string_view value, std::size_t begin) {
  const std::size_t colon = value.find(':', begin);
  if (colon == std::string_view::npos) return colon;
  return is_type_word(value.substr(begin, colon - begin)) ? colon : std::string_view::npos;
}

/// Where the `;` before the cost stands, or npos.
std::size_t cost_separator(std::string_view value, std::size_t begin, bool smtp) {
  if (smtp) return value.find(';', begin);
  const std::size_t last = value.rfind(';');
  if (last == std::string_view::npos || last < begin) return std::string_view::npos;
  const bool number = parse_integer(trim(value.substr(last + 1))).has_value();
  return number ? last : std::string_view::npos;
}

}  // namespace

AddressSpace parse_address_space(const SpaceText& text) {
  const std::string_view value = text.value;
  AddressSpace space;
  space.where = text.where;
  std::size_t begin = 0;
  std::size_t colon = type_end(value, 0);
  if (colon != std::string_view::npos &&
      equals_ignoring_case(trim(value.substr(0, colon)), "local") &&
      type_end(value, colon + 1) != std::string_view::npos) {
    space.local = true;
    space.scope_word = std::string(part(text, 0, colon).text);
    begin = colon + 1;
    colon = type_end(value, begin);
  }
  if (colon != std::string_view::npos) {
    const Part type = part(text, begin, colon);
    space.type = std::string(type.text);
    space.type_where = type.where;
    space.explicit_type = true;
    begin = colon + 1;
  } else {
    space.type = "SMTP";
    space.type_where = text.where;
  }
  const std::size_t separator = cost_separator(value, begin, is_smtp(space));
  const std::size_t end = separator == std::string_view::npos ? value.size() : separator;
  const Part address = part(text, begin, end);
  space.address = std::string(address.text);
  space.address_where = address.where;
  space.cost_where = text.where;
  if (separator != std::string_view::npos) {
    const Part cost = part(text, separator + 1, value.size());
    space.cost_text = std::string(cost.text);
    space.cost_where = cost.where;
    space.cost = parse_integer(cost.text);
  }
  return space;
}

std::string to_text(const AddressSpace& space) {
  std::string out;
  if (space.local) out += space.scope_word + ":";
  out += space.type + ":" + space.address + ";";
  out += space.cost_text.empty() ? "1" : space.cost_text;
  return out;
}

std::string identity_of(const AddressSpace& space) {
  const std::string cost = space.cost ? std::to_string(*space.cost) : space.cost_text;
  return lower(space.type) + ":" + lower(space.address) + ";" + cost;
}

bool is_smtp(const AddressSpace& space) { return equals_ignoring_case(space.type, "SMTP"); }

bool is_x400(const AddressSpace& space) { return equals_ignoring_case(space.type, "X400"); }

}  // namespace connlint
