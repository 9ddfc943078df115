// Whether an address space takes an address, and how specific it is, by product version.
// Knows nothing of connectors, places or costs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "linter/model/address_space.h"
#include "linter/routing/address/address.h"

namespace connlint {

/// The products read the same space in different ways.
enum class MatchProfile : std::uint8_t {
  modern,  ///< Exchange 2007 and later (connector selection, New-SendConnector).
  legacy,  ///< Exchange 2000/2003: the first wildcard from the right decides (KB 244986).
  oldest,  ///< Exchange 5.5: the whole address is compared (Q229961).
};

/// The outcome of comparing an address with a space.
struct Match {
  bool matches = false;
  /// Of two matching spaces the one with the higher number is the closer one.
  std::uint64_t specificity = 0;
  /// How many characters of the address the space states itself.
  std::uint32_t literals = 0;
  /// Whether no source says how spaces of this form are compared.
  bool undocumented = false;
  /// Whether it matches only where `*.contoso.com` takes `contoso.com` itself, which it does in
  /// Exchange 2007 and later, and of which no source speaks for 2000/2003.
  bool bare_domain = false;
};

/// An address space made ready for comparing.
class SpacePattern {
 public:
  /// The form of the space, apart from its type.
  enum class Form : std::uint8_t {
    all,         ///< `*`.
    exact,       ///< No wildcard.
    suffix,      ///< SMTP: `*.contoso.com`; in 2000/2003 anything with a wildcard.
    pattern,     ///< Another type, with a wildcard.
    attributes,  ///< X.400 attributes.
    nothing,     ///< Takes no address: `--`, an empty space, text that is no O/R address.
  };

  explicit SpacePattern(const AddressSpace& space);

  [[nodiscard]] const std::string& type() const { return type_; }
  [[nodiscard]] Form form() const { return form_; }
  /// The text of the space in lower case.
  [[nodiscard]] const std::string& text() const { return text_; }
  /// SMTP: what stands behind the last wildcard (`.contoso.com`); the text itself without one.
  [[nodiscard]] std::string_view suffix() const;
  /// Other types: what stands before the first wildcard.
  [[nodiscard]] std::string_view prefix() const;
  /// Whether Exchange 2007 and later accept an SMTP or X.400 space of that form.
  [[nodiscard]] bool modern_form() const { return modern_form_; }
  /// Whether Exchange 2000/2003 do so with an X.400 space.
  [[nodiscard]] bool legacy_form() const { return legacy_form_; }
  /// Whether an address can have its type at all (`is_impossible_type`).
  [[nodiscard]] bool possible() const { return possible_; }
  [[nodiscard]] const OrAddress& attributes() const { return attributes_; }

 private:
  std::string type_;  ///< In upper case.
  std::string text_;
  Form form_ = Form::nothing;
  bool modern_form_ = true;
  bool legacy_form_ = true;
  bool possible_ = true;
  OrAddress attributes_;
};

/// Compares an address with a space, by the rules of the product.
Match match(const SpacePattern& space, const Address& address, MatchProfile profile);

/// The match of a space that is the domain itself.
Match exact_match(std::string_view domain);

/// Whether `text` fits `pattern`, in which `*` stands for any run of characters and, where
/// `percent` is set, `%` for one. Both in lower case. Takes time in proportion to the product of
/// the lengths at most.
bool fits(std::string_view pattern, std::string_view text, bool percent);

}  // namespace connlint
