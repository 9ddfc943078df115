#include "linter/engine/fingerprint.h"

#include <cstdint>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr char kSeparator = '\x1F';

/// Kind and name of a subject, and the homes that occur with them.
using Homes = std::map<std::pair<std::string, std::string>, std::set<std::string>>;

std::pair<std::string, std::string> key_of(const Subject& subject) {
  return {lower(subject.kind), lower(subject.name)};
}

/// What is hashed, but for the counter.
std::string identity_of(const Finding& finding, const Homes& homes) {
  const Subject& subject = finding.subject;
  const bool shared = homes.at(key_of(subject)).size() > 1;
  return lower(fmt::format("{1}{0}{2}{0}{3}{0}{4}{0}{5}", kSeparator, finding.code, subject.kind,
                           shared ? subject.home : std::string(), subject.name, finding.detail));
}

template <class Report, class Function>
void for_each_finding(Report& report, Function function) {
  for (auto& organization : report.organizations) {
    for (auto& finding : organization.findings) function(finding);
    for (auto& waived : organization.waived) function(waived.finding);
  }
}

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
  Homes homes;
  for_each_finding(report, [&](const Finding& finding) {
    homes[key_of(finding.subject)].insert(lower(finding.subject.home));
  });
  std::map<std::string, std::size_t> seen;
  for_each_finding(report, [&](Finding& finding) {
    std::string identity = identity_of(finding, homes);
    const std::size_t number = ++seen[identity];
    if (number > 1) identity += fmt::format("#{}", number);
    finding.fingerprint = fnv1a(identity);
  });
}

}  // namespace connlint
