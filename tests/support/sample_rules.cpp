#include "tests/support/sample_rules.h"

#include <array>
#include <string>

namespace connlint::testing {
namespace {

constexpr std::array<std::string_view, 1> kRecommended = {"recommended"};
constexpr std::array<std::string_view, 2> kSecurity = {"recommended", "security"};
constexpr std::array<std::string_view, 1> kCoexistence = {"coexistence"};
constexpr std::array<std::string_view, 1> kSources = {"KB 959956"};
constexpr std::array kConnectors = {Need{.kind = ObjectKind::connector, .property = {}}};
constexpr std::array kServers = {Need{.kind = ObjectKind::server, .property = Property::version}};
constexpr std::array kOptions = {
    OptionInfo{"limit", OptionInfo::Type::number, "10", "a limit"},
    OptionInfo{"names", OptionInfo::Type::texts, "[a, \"b c\"]", "names"},
    OptionInfo{"loud", OptionInfo::Type::boolean, "false", "whether it is loud"},
    OptionInfo{"word", OptionInfo::Type::text, "fax", "a word"},
};

void check_every(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    out.report(connector.where, subject_of(in.organization, connector),
               "connector '" + std::string(connector.name()) + "' is there");
  }
}

void check_nothing(const Context& /*in*/, Sink& /*out*/) {}

void check_unsure(const Context& /*in*/, Sink& out) {
  out.not_judged("connector 'Fax': its host is not known");
  out.not_judged("connector 'Fax': its host is not known");
  out.not_judged("connector 'Sms': its scope is not known");
}

const Rule kEvery{.info = {.code = "CL901",
                           .name = "every-connector",
                           .severity = Severity::warning,
                           .confidence = Confidence::recommended,
                           .subject = "connector",
                           .summary = "A connector is there",
                           .profiles = kSecurity,
                           .needs = kConnectors,
                           .sources = kSources,
                           .options = kOptions},
                  .check = check_every};
const Rule kNeedsServers{.info = {.code = "CL902",
                                  .name = "needs-servers",
                                  .severity = Severity::error,
                                  .confidence = Confidence::documented,
                                  .subject = "server",
                                  .summary = "A server is odd",
                                  .profiles = kRecommended,
                                  .needs = kServers,
                                  .sources = kSources},
                         .check = check_nothing};
const Rule kOnly2007{.info = {.code = "CL903",
                              .name = "only-2007",
                              .severity = Severity::info,
                              .confidence = Confidence::inferred,
                              .subject = "server",
                              .summary = "A server of 2007 is odd",
                              .profiles = kCoexistence,
                              .needs = {},
                              .sources = kSources,
                              .options = {},
                              .from = Generation::exchange_2007,
                              .to = Generation::exchange_2007},
                     .check = check_nothing};
const Rule kUnsure{.info = {.code = "CL904",
                            .name = "unsure",
                            .severity = Severity::warning,
                            .confidence = Confidence::documented,
                            .subject = "connector",
                            .summary = "Something may be odd",
                            .profiles = kRecommended,
                            .needs = kConnectors,
                            .sources = kSources},
                   .check = check_unsure};

const std::array kTable = {
    RuleEntry{&kUnsure, "# CL904 unsure\n", "rules/connector/unsure.md"},
    RuleEntry{&kNeedsServers, "# CL902 needs-servers\n", "rules/server/needs-servers.md"},
    RuleEntry{&kOnly2007, "# CL903 only-2007\n", "rules/server/only-2007.md"},
    RuleEntry{&kEvery,
              "# CL901 every-connector\n\n## What it finds\n\nEvery\nconnector.\n\n"
              "## How to fix\n\nRemove it.\n\n## Examples\n\n### Bad: one\n",
              "rules/connector/every-connector.md"},
};

}  // namespace

std::span<const RuleEntry> sample_rules() { return kTable; }

}  // namespace connlint::testing
