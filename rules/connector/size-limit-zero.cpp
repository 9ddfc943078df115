#include <array>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/source_server.h"
#include "linter/model/wording.h"

namespace connlint::rules {
namespace {

void check(const Context& in, Sink& out) {
  for (const Connector& connector : in.organization.connectors) {
    if (!connector.counts_as_enabled() || !has_source_servers(connector)) continue;
    const Size* limit = connector.get<Size>(Property::max_message_size);
    if (limit == nullptr || limit->bytes != 0) continue;
    const bool legacy = connector.host == Host::legacy;
    const std::string_view consequence =
        legacy ? "which Exchange 2000/2003 may take for 0 KB, so that no message passes"
               : "so that routing drops it for every message: its mail takes another connector or "
                 "is returned";
    Finding& finding = out.report(
        connector.place_of(Property::max_message_size), subject_of(in.organization, connector),
        fmt::format("{} has the size limit 0, {}", described(connector), consequence));
    if (legacy) finding.severity = Severity::warning;
    finding.detail = name_of(Property::max_message_size);
  }
}

constexpr std::array kNeeds = {
    Need{.kind = ObjectKind::connector, .property = Property::max_message_size}};
constexpr std::array<std::string_view, 1> kProfiles = {"recommended"};
constexpr std::array<std::string_view, 3> kSources = {
    "Set-ForeignConnector",
    R"(Exchange Server help, "Connector selection in external message routing")",
    "Exchange 5.5 SDK, PR_EMS_AB_DELIV_CONT_LENGTH"};

}  // namespace

extern const Rule size_limit_zero;
const Rule size_limit_zero = {.info = {.code = "CL226",
                                       .name = "size-limit-zero",
                                       .severity = Severity::error,
                                       .confidence = Confidence::documented,
                                       .subject = "connector",
                                       .summary = "A connector has the size limit 0",
                                       .profiles = kProfiles,
                                       .needs = kNeeds,
                                       .sources = kSources},
                              .check = check};

}  // namespace connlint::rules
