#include "linter/formats/ldif/ldif_names.h"

#include <algorithm>
#include <array>

#include "linter/support/text.h"

namespace connlint {
namespace {

struct NamedWord {
  std::string_view name;
  LdifWord word;
};

constexpr std::array kKnownNames = {
    NamedWord{"dn", LdifWord::dn},
    NamedWord{"version", LdifWord::version},
    NamedWord{"changetype", LdifWord::changetype},
    NamedWord{"control", LdifWord::control},
    NamedWord{"objectClass", LdifWord::object_class},
    NamedWord{"search", LdifWord::search},
    NamedWord{"result", LdifWord::search},
    NamedWord{"ref", LdifWord::search},
    NamedWord{"matchedDN", LdifWord::search},
    NamedWord{"text", LdifWord::search},
    // RFC 2849 and, for `increment`, RFC 4525.
    NamedWord{"add", LdifWord::change},
    NamedWord{"delete", LdifWord::change},
    NamedWord{"replace", LdifWord::change},
    NamedWord{"increment", LdifWord::change},
};

LdifWord word_of(std::string_view name) {
  const auto row = std::ranges::find_if(kKnownNames, [name](const NamedWord& known) {
    return equals_ignoring_case(known.name, name);
  });
  return row == kKnownNames.end() ? LdifWord::other : row->word;
}

/// Active Directory returns long lists in ranges: `;range=0-1499`, `;range=1500-*`. Only
/// `;range=0-*` is a whole list.
bool is_partial(std::string_view options) {
  constexpr std::string_view kRange = ";range=";
  const std::size_t range = find_ignoring_case(options, kRange);
  if (range == std::string_view::npos) return false;
  const std::string_view bounds = options.substr(range + kRange.size());
  return bounds.substr(0, bounds.find(';')) != "0-*";
}

}  // namespace

std::uint32_t LdifNames::add(std::string_view spelling) {
  LdifName name;
  name.spelling = arena_.keep(spelling);
  name.length = static_cast<std::uint32_t>(std::min(spelling.find(';'), spelling.size()));
  const std::string_view base = spelling.substr(0, name.length);
  const auto next = static_cast<std::uint32_t>(attributes_.size());
  name.attribute = attributes_.try_emplace(lower(base), next).first->second;
  name.word = word_of(base);
  name.partial = is_partial(spelling.substr(name.length));
  const auto place = static_cast<std::uint32_t>(names_.size());
  name.successor = place;
  names_.push_back(name);
  places_.emplace(name.spelling, place);
  return place;
}

const LdifName* LdifNames::find(std::string_view spelling) {
  const auto known = places_.find(spelling);
  if (known == places_.end() && names_.size() >= kMost) return nullptr;
  const std::uint32_t place = known == places_.end() ? add(spelling) : known->second;
  if (place != last_) names_[last_].successor = place;
  last_ = place;
  return &names_[place];
}

}  // namespace connlint
