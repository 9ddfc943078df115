#include "linter/routing/address/address_match.h"

#include <algorithm>
#include <array>

#include "linter/facts/dropped.h"
#include "linter/routing/address/space_syntax.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

using Form = SpacePattern::Form;

/// Steps of closeness, so far apart that no count of characters reaches the next one.
constexpr std::uint64_t kExact = std::uint64_t{1} << 40U;
constexpr std::uint64_t kWildcard = std::uint64_t{1} << 36U;
constexpr std::uint64_t kPartial = std::uint64_t{1} << 35U;

constexpr std::string_view kWildcards = "*%";

/// The attributes of an X.400 address that it is routed by, in the order of their hierarchy.
constexpr std::array<std::string_view, 8> kHierarchy = {"c",   "a",   "p",   "o",
                                                        "ou1", "ou2", "ou3", "ou4"};

/// The characters of a pattern that are no wildcards.
std::uint32_t literals_of(std::string_view pattern) {
  return static_cast<std::uint32_t>(
      std::ranges::count_if(pattern, [](char c) { return c != '*' && c != '%'; }));
}

Match hit(std::uint64_t step, std::uint32_t literals) {
  return {.matches = true, .specificity = step + literals, .literals = literals};
}

/// What stands behind the wildcard is the end of the domain; `*.contoso.com` takes the bare
/// contoso.com too.
Match match_suffix(std::string_view suffix, std::string_view domain) {
  Match match = hit(kWildcard, static_cast<std::uint32_t>(suffix.size()));
  if (domain.ends_with(suffix)) return match;
  match.bare_domain = suffix.starts_with('.') && domain == suffix.substr(1);
  return match.bare_domain ? match : Match{};
}

/// Exchange 2007 and later: a domain, `*.` and a domain, or `*`.
Match match_modern_smtp(const SpacePattern& space, const Address& address) {
  const std::string_view domain = address.domain;
  switch (space.form()) {
    case Form::all: return hit(0, 0);
    case Form::exact:
      if (!space.modern_form() || space.text() != domain) return {};
      return hit(kExact, static_cast<std::uint32_t>(domain.size()));
    case Form::suffix: return space.modern_form() ? match_suffix(space.suffix(), domain) : Match{};
    case Form::pattern:
    case Form::attributes:
    case Form::nothing: return {};
  }
  return {};
}

/// Exchange 2000/2003: what stands behind the last wildcard is the end of the domain, and what
/// stands before it is not looked at (KB 244986).
Match match_legacy_smtp(const SpacePattern& space, const Address& address) {
  const std::string_view domain = address.domain;
  switch (space.form()) {
    case Form::all: return hit(0, 0);
    case Form::exact:
      if (space.text() != domain) return {};
      return hit(kExact, static_cast<std::uint32_t>(domain.size()));
    case Form::suffix: return match_suffix(space.suffix(), domain);
    case Form::pattern:
    case Form::attributes:
    case Form::nothing: return {};
  }
  return {};
}

/// Exchange 5.5 compares the whole value with the whole space: exact, with wildcards, as the
/// beginning, blank (Q229961, Q152471).
Match match_oldest(const SpacePattern& space, const std::string& value) {
  const std::string& text = space.text();
  if (text.empty()) return hit(0, 0);
  if (text == value) return hit(kExact, static_cast<std::uint32_t>(text.size()));
  const std::uint32_t literals = literals_of(text);
  if (text.find_first_of(kWildcards) != std::string::npos) {
    return fits(text, value, true) ? hit(kWildcard, literals) : Match{};
  }
  return std::string_view(value).starts_with(text) ? hit(kPartial, literals) : Match{};
}

/// Types other than SMTP and X400 in Exchange 2000 and later. What a text with a wildcard means is
/// documented for Exchange 5.5 alone.
Match match_other(const SpacePattern& space, const std::string& value, MatchProfile profile) {
  switch (space.form()) {
    // `*` comes before a space without text, whatever the costs (Q152471).
    case Form::all: return hit(profile == MatchProfile::legacy ? 1 : 0, 0);
    case Form::exact:
      if (space.text() != value) return {};
      return hit(kExact, static_cast<std::uint32_t>(value.size()));
    case Form::pattern: {
      // `%` is a wildcard in the texts of Exchange 5.5 alone.
      const bool percent = profile != MatchProfile::modern;
      if (!percent && space.text().find('*') == std::string::npos) {
        return space.text() == value ? hit(kExact, literals_of(value)) : Match{};
      }
      Match found;
      if (fits(space.text(), value, percent)) found = hit(kWildcard, literals_of(space.text()));
      found.undocumented = true;
      return found;
    }
    case Form::nothing:
      // An empty space stands for the whole type in Exchange 5.5 and 2000/2003 (Q152471).
      return profile == MatchProfile::legacy && space.text().empty() && space.possible() ? hit(0, 0)
                                                                                         : Match{};
    case Form::suffix:
    case Form::attributes: return {};
  }
  return {};
}

/// X.400: attribute by attribute in the order of the hierarchy; an attribute that the space does
/// not name does not constrain.
Match match_x400(const SpacePattern& space, const Address& address, MatchProfile profile) {
  // What is no valid space takes no mail; what Exchange 5.5 makes of one is not looked at.
  if (profile == MatchProfile::modern && !space.modern_form()) return {};
  if (profile == MatchProfile::legacy && !space.legacy_form()) return {};
  if (space.form() == Form::all) return {.matches = true, .undocumented = true};
  if (space.form() != Form::attributes || !address.or_address) return {};
  std::uint64_t exact = 0;
  std::uint32_t literals = 0;
  for (std::string_view key : kHierarchy) {
    const std::string* wanted = space.attributes().find(key);
    if (wanted == nullptr) continue;
    const std::string* stated = address.or_address->find(key);
    // A missing ADMD is one blank, which is read as an empty value.
    const std::string_view value = stated == nullptr ? std::string_view() : *stated;
    if (!fits(*wanted, value, false)) return {};
    if (wanted->find('*') == std::string::npos) ++exact;
    literals += literals_of(*wanted);
  }
  return hit(exact * kWildcard, literals);
}

}  // namespace

SpacePattern::SpacePattern(const AddressSpace& space)
    : type_(upper(space.type)), text_(lower(space.address)) {
  possible_ = !is_impossible_type(type_);
  if (!possible_) return;
  if (is_accepted_domains_mark(space) || (text_.empty() && !space.explicit_type)) return;
  if (text_ == "*") {
    form_ = Form::all;
  } else if (type_ == "X400") {
    Result<OrAddress> attributes = parse_or_address(text_);
    if (!attributes.ok()) return;
    attributes_ = std::move(attributes.value());
    modern_form_ = space_fault(space, SpaceProduct::modern).empty();
    legacy_form_ = space_fault(space, SpaceProduct::legacy).empty();
    const auto routes = [&](std::string_view key) { return attributes_.find(key) != nullptr; };
    if (std::ranges::any_of(kHierarchy, routes)) form_ = Form::attributes;
  } else if (text_.empty()) {
    form_ = Form::nothing;
  } else if (type_ == "SMTP") {
    form_ = text_.find('*') == std::string::npos ? Form::exact : Form::suffix;
    modern_form_ = space_fault(space, SpaceProduct::modern).empty();
  } else {
    form_ = text_.find_first_of(kWildcards) == std::string::npos ? Form::exact : Form::pattern;
  }
}

std::string_view SpacePattern::suffix() const {
  const std::size_t star = text_.rfind('*');
  return star == std::string::npos ? std::string_view(text_)
                                   : std::string_view(text_).substr(star + 1);
}

std::string_view SpacePattern::prefix() const {
  return std::string_view(text_).substr(0, text_.find_first_of(kWildcards));
}

Match match(const SpacePattern& space, const Address& address, MatchProfile profile) {
  if (space.type() != address.type) return {};
  if (address.type == "X400") return match_x400(space, address, profile);
  if (profile == MatchProfile::oldest && space.possible())
    return match_oldest(space, lower(address.value));
  if (address.type == "SMTP") {
    return profile == MatchProfile::modern ? match_modern_smtp(space, address)
                                           : match_legacy_smtp(space, address);
  }
  return match_other(space, lower(address.value), profile);
}

Match exact_match(std::string_view domain) {
  return hit(kExact, static_cast<std::uint32_t>(domain.size()));
}

bool fits(std::string_view pattern, std::string_view text, bool percent) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;
  std::size_t resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && (pattern[p] == text[t] || (percent && pattern[p] == '%'))) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace connlint
