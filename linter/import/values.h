// From a format's value to a property's value, by the type of the property.
#pragma once

#include <string_view>

#include "linter/formats/record.h"
#include "linter/import/imported_objects.h"
#include "linter/model/object.h"

namespace connlint {

/// How strictly a value is read that has another kind than its property: a text for a truth value.
enum class ValueRules {
  /// Exports: everything may be a text; what cannot be read makes the property unknown, with a note
  /// of kind `suspicious`.
  exported,
  /// The organisation file: kinds must fit (a list where a list belongs, `true` and not "yes").
  /// What does not fit is an input error that says what was expected.
  written,
};

/// Whether values of the type are lists.
bool is_list(PropertyType type);

/// Reads `value` as `info` asks and sets it on `object`. A value that was lost or that cannot be
/// read leaves the property unknown and is kept in `out` as a lost value or a note. `written` is
/// the property's name as the file has it.
void read_property(Object& object, const PropertyInfo& info, const Field& field, ValueRules rules,
                   ImportedObjects& out);

/// Sets a property to a value that the importer made itself.
void set_word(Object& object, Property property, std::string_view word, Span where);
void set_flag(Object& object, Property property, bool value, Span where);

/// The text of a scalar or of a nested object's display text; empty for others.
std::string_view scalar_text(const Value& value);
/// `true`/`false` in any case, also `$true`, `1` and `0`; nothing for others.
std::optional<bool> parse_boolean(std::string_view text);

/// `text` for a message: control characters replaced by `?`, and no further than the character that
/// reaches `limit` bytes; `...` says that more follows.
std::string excerpt(std::string_view text, std::size_t limit = 80);

/// Whether an attribute or property of that name holds a password or credential, so that its value
/// must never be kept: `AuthenticationCredential`, `Password`,
/// `msExchSmtpOutboundSecurityPassword`, `mTALocalCred`, ... (LEG056; MS-PSRP SecureString).
bool is_secret_name(std::string_view name);

}  // namespace connlint
