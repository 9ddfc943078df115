#include <algorithm>

#include "linter/engine/rule.h"
#include "linter/outlook/allowed_types.h"

namespace connlint::rules {
namespace {

/// Whether UTF-8 text holds a character above U+00FF: such a one begins with a byte from 0xC4 on.
bool beyond_latin_1(std::string_view text) {
  constexpr unsigned char kFirst = 0xC4;
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= kFirst; });
}

/// The mailbox servers without the fix, by name; `sure` where one of them is known to lack it. The
/// fix came with the same rollup as that of KB 955778.
struct Affected {
  std::vector<std::string> names;
  bool sure = false;
};

Affected affected_servers(const Organization& organization) {
  Affected affected;
  for (ServerId id : list_servers(organization)) {
    const Server& server = organization.server(id);
    if (server.generation != Generation::exchange_2007) continue;
    const ScopeFix fix = scope_fix_of(server);
    if (fix == ScopeFix::fixed) continue;
    affected.sure = affected.sure || fix == ScopeFix::unfixed;
    affected.names.emplace_back(server.name());
  }
  std::ranges::sort(affected.names, LessIgnoringCase());
  return affected;
}

void check(const Context& in, Sink& out) {
  const Affected affected = affected_servers(in.organization);
  if (affected.names.empty()) {
    return out.not_applicable("all mailbox servers have the fix of KB 956069");
  }
  for (const Recipient& recipient : in.organization.recipients) {
    const std::string_view address = recipient.text(Property::target_address);
    if (!starts_with_ignoring_case(address, "FAX:") || !beyond_latin_1(address)) continue;
    out.report(recipient, Property::target_address,
               "the fax address of '{}' has characters beyond Latin-1, with which mail from {} is "
               "returned (550 5.1.3){}",
               recipient.name(), listed(affected.names),
               affected.sure ? "" : " unless Update Rollup 7 for 8.1 is installed");
  }
}

}  // namespace

Rule fax_address_beyond_latin_1() {
  return {.code = "CL604",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::recipient, Property::target_address},
                    {ObjectKind::server, Property::version}},
          .sources = "KB 956069",
          .from = Generation::exchange_2007,
          .to = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
