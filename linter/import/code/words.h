// Words, addresses and time spans as the cmdlets take them from text: what PowerShell and .NET make
// of them, and what they refuse.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/model/organization.h"
#include "linter/model/property.h"

namespace connlint {

/// The values of an enumeration.
struct CodeWords {
  Property property{};
  /// The kind of connector whose property it is; `unknown` for every kind.
  ConnectorKind connector = ConnectorKind::unknown;
  /// Separated by blanks.
  std::string_view words;
  /// Whether several may be given.
  bool flags = false;
};

/// The enumeration that a property takes, or null where it takes something else.
const CodeWords* code_words_of(Property property, ConnectorKind connector);

/// What PowerShell makes of a text where an enumeration is asked for.
struct CodeWord {
  /// As the enumeration spells it; empty where it is refused.
  std::string word;
  /// Of one that is refused: those that it may have meant.
  std::vector<std::string> nearest;
};
/// Without regard to case; an abbreviation that means one word is that word.
CodeWord code_word(const CodeWords& words, std::string_view text);

/// The time span that .NET makes of a text (`TimeSpan.Parse`: `d`, `[d.]hh:mm[:ss[.fffffff]]`,
/// `d:hh:mm:ss`), as it prints it: `[-][d.]hh:mm:ss[.fffffff]`; nothing where it refuses it.
std::optional<std::string> dotnet_time_span(std::string_view text);

/// What a property takes as texts of a form of its own: `an IP address or range`; empty where
/// every text will do.
std::string_view form_of(Property property);
/// Whether the text may have that form: false where the product refuses it for certain.
bool has_form(Property property, std::string_view text);

}  // namespace connlint
