#include "tests/support/sample_rules.h"

namespace connlint::test {
namespace {

void check_every(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    out.report(connector, "connector '{}' is there", connector.name());
  }
}

void check_nothing(const Context& /*in*/, Sink& /*out*/) {}

void check_unsure(const Context& /*in*/, Sink& out) {
  out.not_judged("connector 'Fax': its host is not known");
  out.not_judged("connector 'Fax': its host is not known");
  out.not_judged("connector 'Sms': its scope is not known");
}

Rule every_connector() {
  return {.code = "CL901",
          .severity = Severity::warning,
          .confidence = Confidence::recommended,
          .profiles = Profile::recommended | Profile::security,
          .needs = {{ObjectKind::connector}},
          .sources = "KB 959956",
          .options = {{"limit", OptionInfo::Type::number, "10", "a limit"},
                      {"names", OptionInfo::Type::texts, "[a, \"b c\"]", "names"},
                      {"loud", OptionInfo::Type::boolean, "false", "whether it is loud"},
                      {"word", OptionInfo::Type::text, "fax", "a word"}},
          .severity_in_code = Severity::error,
          .check = check_every};
}

Rule needs_servers() {
  return {.code = "CL902",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::server, Property::version}},
          .sources = "KB 959956",
          .check = check_nothing};
}

Rule only_2007() {
  return {.code = "CL903",
          .severity = Severity::info,
          .confidence = Confidence::inferred,
          .profiles = Profile::coexistence,
          .sources = "KB 959956",
          .from = Generation::exchange_2007,
          .to = Generation::exchange_2007,
          .check = check_nothing};
}

Rule unsure() {
  return {.code = "CL904",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector}},
          .sources = "KB 959956",
          .check = check_unsure};
}

}  // namespace

std::span<const RuleEntry> sample_rules() {
  static const RuleEntry kTable[] = {
      {unsure(), "unsure", "connector", "Something may be odd", "# CL904 unsure\n",
       "rules/connector/unsure.md"},
      {needs_servers(), "needs-servers", "server", "A server is odd", "# CL902 needs-servers\n",
       "rules/server/needs-servers.md"},
      {only_2007(), "only-2007", "server", "A server of 2007 is odd", "# CL903 only-2007\n",
       "rules/server/only-2007.md"},
      {every_connector(), "every-connector", "connector", "A connector is there",
       "# CL901 every-connector\n\n## What it finds\n\nEvery\nconnector.\n\n"
       "## How to fix\n\nRemove it.\n\n## Examples\n\n### Bad: one\n",
       "rules/connector/every-connector.md"},
  };
  return kTable;
}

}  // namespace connlint::test
