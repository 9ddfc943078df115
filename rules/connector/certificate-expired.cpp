#include <algorithm>
#include <unordered_map>

#include "linter/engine/rule.h"
#include "linter/model/certificate_name.h"

namespace connlint::rules {
namespace {

using Seconds = std::int64_t;

/// The newest time at which an object was changed: the inputs are not older than that.
std::optional<Seconds> newest_change(const Organization& organization) {
  std::optional<Seconds> newest;
  const auto look_at = [&](const auto& objects) {
    for (const Object& object : objects) {
      const std::optional<Seconds> changed = object.number(Property::changed);
      if (changed && (!newest || *changed > *newest)) newest = changed;
    }
  };
  look_at(organization.connectors);
  look_at(organization.servers);
  look_at(organization.accepted_domains);
  look_at(organization.recipients);
  look_at(organization.others);
  return newest;
}

/// By the name of a certificate, the end of the one that lasts longest.
std::unordered_map<std::string, Seconds> ends_of(const Organization& organization) {
  std::unordered_map<std::string, Seconds> ends;
  for (const Object& object : organization.others) {
    const std::optional<Seconds> end = object.number(Property::not_after);
    if (object.object_kind() != ObjectKind::certificate || !end) continue;
    Seconds& last = ends.try_emplace(certificate_key(object), *end).first->second;
    last = std::max(last, *end);
  }
  return ends;
}

void check(const Context& in, Sink& out) {
  const std::string stated = in.options.text("as_of");
  const std::optional<Seconds> now =
      stated.empty() ? newest_change(in.organization) : parse_time(stated);
  if (!stated.empty() && !now) {
    out.not_judged("the option as_of is '{}', which is no time such as 2026-01-31", stated);
    return;
  }
  const std::unordered_map<std::string, Seconds> ends = ends_of(in.organization);
  Unjudged later;
  bool named = false;
  for (const Connector& connector : enabled_connectors(in.organization)) {
    const std::optional<CertificateName> name =
        parse_certificate_name(connector.text(Property::tls_certificate_name));
    named = named || name.has_value();
    const auto end = name ? ends.find(key_of(*name)) : ends.end();
    if (end == ends.end()) continue;
    if (!now || end->second >= *now) {
      later.add(connector.name());
      continue;
    }
    out.report(connector, Property::tls_certificate_name,
               "{} names the certificate of '{}', which was valid until {} and expired before {}: "
               "hosts that check it refuse the connection",
               described(connector), name->subject, time_text(end->second), time_text(*now));
  }
  if (!named) out.not_applicable("no enabled connector is known to name a certificate");
  if (named && ends.empty()) {
    out.not_judged(
        "the inputs hold no certificates: export them from every server (Get-ExchangeCertificate | "
        "Export-Clixml)");
  }
  if (stated.empty()) {
    out.not_judged(later,
                   "whether the certificates of these connectors have expired by now is not known "
                   "without the option as_of");
  }
}

}  // namespace

Rule certificate_expired() {
  return {.code = "CL270",
          .severity = Severity::warning,
          .confidence = Confidence::recommended,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector}},
          .sources = R"(HealthChecker, "Certificate Check"; Get-ExchangeCertificate)",
          .options = {{.name = "as_of",
                       .type = OptionInfo::Type::text,
                       .default_value = "",
                       .summary = "the time to compare with, as 2026-01-31 or "
                                  "2026-01-31T12:00:00Z; empty: the newest change in the inputs"}},
          .from = Generation::exchange_2013,
          .check = check};
}

}  // namespace connlint::rules
