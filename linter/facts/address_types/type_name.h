// What the name of an address type says by itself: whether an address can have it, and what it is
// probably meant to be. Knows nothing of connectors.
#pragma once

#include <optional>
#include <string_view>

namespace connlint {

/// Whether an address can have a type of that name: letters and digits only, at least one
/// (PidTagAddressType).
bool is_matchable_type(std::string_view type);

/// Whether Exchange keeps the type for itself, so that no mail of it ever leaves by a connector:
/// directory entries, distribution lists, voice mail.
bool is_internal_type(std::string_view type);

/// The well-known type that the name is probably meant to be, or nothing: the same letters and
/// digits (`X.400`), a name of the same thing (`TELEFAX`), one wrong, missing or exchanged letter
/// (`SMPT`). Nothing for a well-known type itself, nor where only a number follows it (`FAX2`).
std::optional<std::string_view> type_meant_by(std::string_view type);

}  // namespace connlint
