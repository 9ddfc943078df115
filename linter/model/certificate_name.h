// Certificates as connectors name them: `<I>issuer<S>subject` (New-SendConnector).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "linter/model/object.h"

namespace connlint {

/// The two names that tell which certificate is meant, as distinguished names.
struct CertificateName {
  std::string issuer;
  std::string subject;
};

/// What `<I>issuer<S>subject` means, or nothing where the text has another form.
std::optional<CertificateName> parse_certificate_name(std::string_view text);

/// One form for a distinguished name however its case and the blanks around its commas are
/// written, for comparing.
std::string comparable_name(std::string_view distinguished_name);
/// One text for issuer and subject, for finding a certificate by its name.
std::string key_of(const CertificateName& name);
/// The same of a certificate object.
std::string certificate_key(const Object& certificate);

}  // namespace connlint
