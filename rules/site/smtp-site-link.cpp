#include <algorithm>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/routing/topology/site_joins.h"

namespace connlint::rules {
namespace {

/// The sites with servers that the link joins and that no IP site link does.
std::vector<std::string> cut_off_by(const Organization& organization, const SiteLink& link,
                                    const std::vector<SiteJoins>& joins) {
  std::vector<std::string> names;
  for (SiteId id : link.sites) {
    if (!joins[static_cast<std::size_t>(id)].by_ip && has_site_server(organization, id)) {
      names.emplace_back(organization.site(id).name());
    }
  }
  return names;
}

void check(const Context& in, Sink& out) {
  const auto& links = in.organization.site_links;
  if (std::ranges::none_of(links, is_smtp_link)) {
    return out.not_applicable("the inputs hold no SMTP site link");
  }
  const std::vector<SiteJoins> joins = site_joins_of(in.organization);
  for (const SiteLink& link : links) {
    if (!is_smtp_link(link)) continue;
    const std::vector<std::string> cut_off = cut_off_by(in.organization, link, joins);
    const std::string consequence = cut_off.empty()
                                        ? std::string()
                                        : fmt::format(
                                              "; no IP site link joins {}, so that mail between it "
                                              "and other sites stays in the Unreachable queue",
                                              listed(cut_off));
    Finding& finding = out.report(
        link, "site link '{}' is an SMTP link, which routing of Exchange 2007 and later ignores{}",
        link.name(), consequence);
    finding.severity = cut_off.empty() ? Severity::info : Severity::error;
  }
}

}  // namespace

Rule smtp_site_link() {
  return {.code = "CL415",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::site_link}},
          .sources =
              "ExBPA 2e8893cf; "
              R"(Exchange 2013 help, "Route mail between Active Directory sites")",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
