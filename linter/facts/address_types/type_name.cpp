#include "linter/facts/address_types/type_name.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "linter/support/text.h"

namespace connlint {
namespace {

/// The types that the schema text of the attribute addressType, KB 959956, the Exchange SDK and the
/// connectors of Exchange name.
constexpr std::array<std::string_view, 34> kWellKnown = {
    "SMTP",  "X400", "FAX",        "SMS",     "NOTES",   "GWISE", "CCMAIL", "MS",   "MSA",
    "MSFAX", "MHS",  "PROFS",      "SNADS",   "TELEX",   "VOICE", "VPIM",   "AMIS", "OMNI",
    "IFAX",  "PCM",  "MOBILE",     "EX",      "X500",    "EUM",   "SIP",    "3COM", "ATT",
    "MCI",   "MSN",  "COMPUSERVE", "MAPIPDL", "SMTPOUT", "LOCAL", "MMS"};
/// Those that a misspelt name is probably meant to be.
constexpr std::array<std::string_view, 12> kMeant = {"SMTP",  "X400",  "FAX",    "SMS",
                                                     "NOTES", "GWISE", "CCMAIL", "PROFS",
                                                     "SNADS", "TELEX", "MOBILE", "VOICE"};
constexpr std::array<std::string_view, 4> kInternalTypes = {"EX", "X500", "MAPIPDL", "EUM"};

struct OtherName {
  std::string_view name;
  std::string_view meant;
};
constexpr std::array kOtherNames = {OtherName{"TELEFAX", "FAX"}, OtherName{"FACSIMILE", "FAX"},
                                    OtherName{"FAXES", "FAX"},   OtherName{"GROUPWISE", "GWISE"},
                                    OtherName{"LOTUS", "NOTES"}, OtherName{"DOMINO", "NOTES"},
                                    OtherName{"EMAIL", "SMTP"},  OtherName{"INTERNET", "SMTP"}};

bool is_among(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// Whether two neighbouring letters changed places.
bool is_swap(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin());
  const auto at = static_cast<std::size_t>(differ.first - a.begin());
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
         a.substr(at + 2) == b.substr(at + 2);
}

/// A name of four letters and more, since of shorter ones too many are a letter apart.
std::optional<std::string_view> misspelt(std::string_view name) {
  constexpr std::size_t kShortest = 4;
  if (name.size() < kShortest || is_digit(name.back())) return std::nullopt;
  const auto* const swapped =
      std::ranges::find_if(kMeant, [&](std::string_view meant) { return is_swap(name, meant); });
  if (swapped != kMeant.end()) return *swapped;
  return nearest(name, kMeant);
}

}  // namespace

bool is_matchable_type(std::string_view type) {
  return !type.empty() &&
         std::ranges::all_of(type, [](char c) { return is_letter(c) || is_digit(c); });
}

bool is_internal_type(std::string_view type) { return is_among(kInternalTypes, upper(type)); }

std::optional<std::string_view> type_meant_by(std::string_view type) {
  const std::string written = upper(trim(type));
  std::string name;
  for (char c : written) {
    if (is_letter(c) || is_digit(c)) name += c;
  }
  const auto* const known = std::ranges::find(kWellKnown, name);
  if (known != kWellKnown.end()) {
    return name == written ? std::nullopt : std::optional(*known);
  }
  const auto* const other = std::ranges::find(kOtherNames, name, &OtherName::name);
  if (other != kOtherNames.end()) return other->meant;
  return misspelt(name);
}

}  // namespace connlint
