#include "linter/model/certificate_name.h"

#include "linter/support/text.h"

namespace connlint {

std::optional<CertificateName> parse_certificate_name(std::string_view text) {
  constexpr std::size_t kMark = 3;
  const std::string_view bare = trim(text);
  if (!starts_with_ignoring_case(bare, "<I>")) return std::nullopt;
  const std::size_t subject = find_ignoring_case(bare, "<S>");
  if (subject == std::string_view::npos) return std::nullopt;
  CertificateName name{.issuer = std::string(trim(bare.substr(kMark, subject - kMark))),
                       .subject = std::string(trim(bare.substr(subject + kMark)))};
  if (name.issuer.empty() || name.subject.empty()) return std::nullopt;
  return name;
}

std::string comparable_name(std::string_view distinguished_name) {
  std::string out;
  for (std::string_view part : split(distinguished_name, ',')) {
    if (!out.empty()) out += ',';
    out += lower(trim(part));
  }
  return out;
}

std::string key_of(const CertificateName& name) {
  return comparable_name(name.issuer) + '\n' + comparable_name(name.subject);
}

std::string certificate_key(const Object& certificate) {
  return key_of({.issuer = std::string(certificate.text(Property::issuer)),
                 .subject = std::string(certificate.text(Property::subject))});
}

}  // namespace connlint
