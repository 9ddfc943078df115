#include "linter/engine/fingerprint.h"

#include <cstdint>
#include <map>

#include <fmt/format.h>

#include "linter/support/text.h"

namespace connlint {
namespace {

/// What is hashed, but for the counter.
std::string identity_of(const Finding& finding) {
  constexpr char kSeparator = '\x1F';
  const Subject& subject = finding.subject;
  return lower(fmt::format("{1}{0}{2}{0}{3}{0}{4}{0}{5}", kSeparator, finding.code, subject.kind,
                           subject.home, subject.name, finding.detail));
}

/// Hashes findings; keeps count of equal ones.
class Fingerprinter {
 public:
  void set(Finding& finding) {
    std::string identity = identity_of(finding);
    const std::size_t number = ++seen_[identity];
    if (number > 1) identity += fmt::format("#{}", number);
    finding.fingerprint = fnv1a(identity);
  }

 private:
  std::map<std::string, std::size_t> seen_;
};

}  // namespace

std::string fnv1a(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3U;
  }
  return fmt::format("{:016x}", hash);
}

void set_fingerprints(Report& report) {
  Fingerprinter fingerprinter;
  for (OrganizationReport& organization : report.organizations) {
    for (Finding& finding : organization.findings) fingerprinter.set(finding);
    for (WaivedFinding& waived : organization.waived) fingerprinter.set(waived.finding);
  }
}

}  // namespace connlint
