#include "linter/import/values.h"

#include <array>
#include <functional>

#include "linter/import/names.h"
#include "linter/support/characters.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// What one property is read from, for messages.
struct Reading {
  Object& object;
  const PropertyInfo& info;
  const Field& field;
  ValueRules rules;
  ImportedObjects& out;

  [[nodiscard]] const Value& value() const { return field.value; }
  [[nodiscard]] Span where() const { return field.value.text.where; }

  void wrong(std::string_view expected) const {
    const NoteKind kind =
        rules == ValueRules::written ? NoteKind::unreadable : NoteKind::suspicious;
    std::string message = "'" + excerpt(field.name.value) + "' is ";
    const std::string_view text = scalar_text(value());
    message += text.empty() ? "of another kind" : "'" + excerpt(text) + "'";
    message += ", expected " + std::string(expected);
    if (rules == ValueRules::exported) message += "; taken as unknown";
    out.notes.push_back({.kind = kind, .message = std::move(message), .where = where()});
  }

  template <class T>
  void set(T made) const {
    object.set({.property = info.id, .where = where(), .value = std::move(made)});
    out.coverage.add(object.object_kind(), info.id);
  }
};

std::string name_by_type(PropertyType type, std::string_view text) {
  switch (type) {
    case PropertyType::server:
    case PropertyType::servers: return server_name(text);
    case PropertyType::site:
    case PropertyType::sites: return short_name(text);
    case PropertyType::routing_group: return routing_group_name(text);
    default: return std::string(text);
  }
}

bool is_scalar(const Value& value) {
  return value.kind == ValueKind::text || value.kind == ValueKind::record;
}

/// In the organisation file a quoted `"true"` or `"5"` is a text, not a truth value or a number.
bool is_mistyped(const Reading& in) { return in.rules == ValueRules::written && in.value().quoted; }

void read_text(const Reading& in) {
  if (!is_scalar(in.value())) return in.wrong("a text");
  const std::string_view text = scalar_text(in.value());
  if (in.info.type == PropertyType::version) {
    const std::optional<Version> version = parse_version(text);
    return in.set(version ? to_text(*version) : std::string(text));
  }
  in.set(name_by_type(in.info.type, text));
}

void read_boolean(const Reading& in) {
  const std::string_view text = is_scalar(in.value()) ? scalar_text(in.value()) : "";
  std::optional<bool> value = parse_boolean(text);
  if (in.rules == ValueRules::written && text != "true" && text != "false" && text != "True" &&
      text != "False" && text != "TRUE" && text != "FALSE") {
    value = std::nullopt;
  }
  if (!value || is_mistyped(in)) return in.wrong("true or false");
  in.set(*value);
}

void read_number(const Reading& in) {
  const std::string_view text = is_scalar(in.value()) ? trim(scalar_text(in.value())) : "";
  const std::optional<std::int64_t> value = parse_integer(text);
  if (!value || is_mistyped(in)) return in.wrong("a whole number");
  in.set(*value);
}

void read_size(const Reading& in) {
  if (!is_scalar(in.value()))
    return in.wrong("a size such as 10MB, a number of bytes, or unlimited");
  const std::string_view text = scalar_text(in.value());
  if (trim(text).empty()) return in.set(Unset{});
  Size size = parse_size(text);
  if (in.rules == ValueRules::exported && !size.unlimited && !size.bytes) {
    return in.wrong("a size such as 10MB, a number of bytes, or unlimited");
  }
  in.set(std::move(size));
}

void read_time(const Reading& in) {
  const std::string_view text = is_scalar(in.value()) ? trim(scalar_text(in.value())) : "";
  if (text.empty() && is_scalar(in.value())) return in.set(Unset{});
  const std::optional<std::int64_t> seconds = parse_time(text);
  if (seconds) return in.set(*seconds);
  // Exports write times in the language of the console; which day is the month is not known then.
  if (in.rules == ValueRules::written) in.wrong("an ISO 8601 time such as 2008-12-01T08:00:00Z");
}

/// Calls `take` for each item of a list, or for a scalar as the only one (an empty one: none).
/// Returns false where an item is no scalar.
bool for_each_item(const Value& value, const std::function<void(const Value&)>& take) {
  if (is_scalar(value)) {
    if (!trim(scalar_text(value)).empty()) take(value);
    return true;
  }
  bool all_scalars = true;
  for (const Value& item : value.items) {
    if (is_scalar(item)) {
      take(item);
    } else if (item.kind != ValueKind::null) {
      all_scalars = false;
    }
  }
  return all_scalars;
}

void read_list(const Reading& in) {
  const bool list_expected = in.rules == ValueRules::written;
  if (list_expected && in.value().kind != ValueKind::list) return in.wrong("a list");
  bool scalars = true;
  if (in.info.type == PropertyType::spaces) {
    Spaces spaces;
    scalars = for_each_item(in.value(), [&](const Value& item) {
      const Text& text = item.text;
      // Lists of exports may hold items that state nothing.
      if (in.rules == ValueRules::exported && trim(text.value).empty()) return;
      spaces.push_back(parse_address_space({text.value, text.where, text.verbatim}));
    });
    in.set(std::move(spaces));
  } else {
    Names names;
    scalars = for_each_item(in.value(), [&](const Value& item) {
      names.push_back({name_by_type(in.info.type, scalar_text(item)), item.text.where});
    });
    in.set(std::move(names));
  }
  if (!scalars) in.wrong("a list of texts");
}

std::optional<LostValue::Kind> kind_of(Loss loss) {
  switch (loss) {
    case Loss::none:
    case Loss::withheld:
    case Loss::not_exported: return std::nullopt;
    case Loss::type_name: return LostValue::Kind::type_name;
    case Loss::truncated: return LostValue::Kind::truncated;
    case Loss::ambiguous: return LostValue::Kind::ambiguous;
    case Loss::depth: return LostValue::Kind::depth;
    case Loss::unresolved: return LostValue::Kind::unresolved;
  }
  return std::nullopt;
}

/// The loss of the value itself or of one of its items.
Loss loss_of(const Value& value) {
  if (value.loss != Loss::none) return value.loss;
  for (const Value& item : value.items) {
    if (item.loss != Loss::none) return item.loss;
  }
  return Loss::none;
}

}  // namespace

bool is_list(PropertyType type) {
  using enum PropertyType;
  return type == texts || type == words || type == servers || type == sites || type == spaces;
}

void read_property(Object& object, const PropertyInfo& info, const Field& field, ValueRules rules,
                   ImportedObjects& out) {
  const Reading in{object, info, field, rules, out};
  const Loss loss = loss_of(field.value);
  if (const std::optional<LostValue::Kind> kind = kind_of(loss)) {
    out.lost_values.push_back({.kind = *kind,
                               .object_kind = object.object_kind(),
                               .object = std::string(object.name()),
                               .property = std::string(field.name.value),
                               .where = field.value.text.where,
                               .text = excerpt(field.value.text.value, 200)});
  }
  // The likelier reading of an ambiguous list is used, and said to be ambiguous.
  if (loss != Loss::none && loss != Loss::ambiguous) return;
  // List text shows nothing for null, and so do cells of a table: a truth value or number of no
  // characters has no value.
  const bool blank = rules == ValueRules::exported && is_scalar(field.value) &&
                     trim(scalar_text(field.value)).empty();
  const bool blank_means_unset =
      info.type == PropertyType::boolean || info.type == PropertyType::number;
  if (field.value.kind == ValueKind::null || (blank && blank_means_unset)) return in.set(Unset{});
  if (is_list(info.type)) return read_list(in);
  switch (info.type) {
    case PropertyType::boolean: return read_boolean(in);
    case PropertyType::number: return read_number(in);
    case PropertyType::size: return read_size(in);
    case PropertyType::time: return read_time(in);
    default: return read_text(in);
  }
}

void set_word(Object& object, Property property, std::string_view word, Span where) {
  object.set({.property = property, .where = where, .value = std::string(word)});
}

void set_flag(Object& object, Property property, bool value, Span where) {
  object.set({.property = property, .where = where, .value = value});
}

std::string_view scalar_text(const Value& value) {
  return value.kind == ValueKind::text || value.kind == ValueKind::record ? value.text.value
                                                                          : std::string_view();
}

std::optional<bool> parse_boolean(std::string_view text) {
  const std::string_view word = trim(text);
  for (std::string_view yes : {"true", "$true", "1"}) {
    if (equals_ignoring_case(word, yes)) return true;
  }
  for (std::string_view no : {"false", "$false", "0"}) {
    if (equals_ignoring_case(word, no)) return false;
  }
  return std::nullopt;
}

std::string excerpt(std::string_view text, std::size_t limit) {
  std::string out(text.substr(0, next_character(text, limit)));
  for (char& c : out) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) c = '?';
  }
  if (out.size() < text.size()) out += "...";
  return out;
}

bool is_secret_name(std::string_view name) {
  // Attributes of the directory whose names do not say that they are secret.
  constexpr std::array<std::string_view, 3> kCredentials = {"mTALocalCred", "gatewayLocalCred",
                                                            "AuthenticationCredential"};
  for (std::string_view credential : kCredentials) {
    if (equals_ignoring_case(name, credential)) return true;
  }
  const auto holds = [&](std::string_view word) {
    return find_ignoring_case(name, word) != std::string_view::npos;
  };
  if (holds("PasswordLast") || holds("PasswordExpir") || holds("PasswordNever")) return false;
  return holds("password") || holds("EncryptedPassword") || ends_with_ignoring_case(name, "secret");
}

}  // namespace connlint
