#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_delivery.h"
#include "linter/facts/smart_host.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  Unjudged unknown;
  for (const Connector& connector : organization.connectors) {
    if (!speaks_smtp(connector) || connector.host == Host::modern) continue;
    for (const Located<std::string>& text : connector.names(Property::smart_hosts)) {
      if (smart_host_of(*text).form != SmartHostForm::address) continue;
      if (connector.host == Host::unknown) {
        unknown.add(std::string(connector.name()));
        break;
      }
      Finding& finding = out.report(
          text.where, subject_of(organization, connector),
          fmt::format("{} has the smart host {} without brackets, which Exchange 2000/2003 looks "
                      "up as a name first",
                      described(connector), *text));
      finding.detail = *text;
    }
  }
  if (!unknown.empty()) {
    out.not_judged(unknown.text("which version of Exchange hosts these connectors is not known"));
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::smart_hosts}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 2> kSources = {"KB 257426", "KB 821911"};

}  // namespace

extern const Rule smart_host_literal_without_brackets;
const Rule smart_host_literal_without_brackets = {
    .info = {.code = "CL210",
             .name = "smart-host-literal-without-brackets",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "connector",
             .summary = "An SMTP connector of Exchange 2000/2003 names a smart host by an IP "
                        "address without brackets",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .to = Generation::exchange_2003},
    .check = check};

}  // namespace connlint::rules
