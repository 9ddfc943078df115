// An address space: `[Local:][type:]space[;cost]`, parsed once, here.
// Knows nothing of where the text came from other than its span.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linter/source/span.h"

namespace connlint {

/// One address space of a connector, its parts as the source writes them without blanks around.
struct AddressSpace {
  /// Whether it carries the scope word `Local:` (New-SendConnector of Exchange 2007 RTM; ExBPA
  /// 1e8700fa). No part of its identity: a shell of SP1 and later does not print it.
  bool local = false;
  /// The scope word as written (`Local`), or empty.
  std::string scope_word;
  /// The type, as written; `SMTP` where the source has none (New-SendConnector).
  std::string type;
  /// Whether the source states the type.
  bool explicit_type = false;
  /// The space itself: `*`, `*.contoso.com`, `c=US;a= ;p=Contoso`.
  std::string address;
  /// The cost as written; empty where the source has none.
  std::string cost_text;
  /// The cost: 1 where the source has none (New-SendConnector); nothing where `cost_text` is no
  /// whole number. Any number, in range (1 to 100) or not.
  std::optional<std::int64_t> cost = 1;
  /// The whole value.
  Span where{};
  /// The parts, where the file holds the value verbatim; else the whole value.
  Span type_where{}, address_where{}, cost_where{};
};

/// The text of an address space and how exactly its place is known.
struct SpaceText {
  std::string_view value;
  Span where{};
  /// Whether the file holds `value` byte for byte at `where`.
  bool verbatim = false;
};

/// Parses any text; never fails: what is wrong with an address space is for rules to say.
/// - `Local:` is a scope word only where a type follows it (`Local:SMTP:*;1`), since one colon may
///   be a type of that name.
/// - SMTP: the text after the first `;` is the cost.
/// - Other types: the text after the last `;` is the cost where it is a whole number; else the `;`
///   belongs to the space (X.400 values hold semicolons and may end in one).
AddressSpace parse_address_space(const SpaceText& text);

/// The form that `show` writes: as the source has it, without blanks around its parts, type and
/// cost always there.
std::string to_text(const AddressSpace& space);
/// The identity of a space for comparing and merging: type and space in lower case and the cost,
/// without the scope word.
std::string identity_of(const AddressSpace& space);

/// Whether the type is SMTP (types compare without regard to case).
bool is_smtp(const AddressSpace& space);
/// Whether the type is X400.
bool is_x400(const AddressSpace& space);

}  // namespace connlint
