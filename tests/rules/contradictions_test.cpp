// Rules and routes say the same: what a rule calls ignored, dropped or unusable never takes mail,
// and gives no address type to clients. Over generated organisations with faults.
#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "linter/engine/run.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/routing/routing_model.h"
#include "linter/routing/topology/topology.h"
#include "tests/support/organization_builder.h"

namespace connlint::test {
namespace {

constexpr std::uint32_t kOrganizations = 1200;

/// What a rule's finding claims.
enum class Claim : std::uint8_t {
  connector,  ///< No mail leaves by the connector.
  space,      ///< No mail leaves by the address space that the finding names.
  type,       ///< None by any address space of the type that it names.
};
struct Claimant {
  std::string_view code;
  Claim claim;
  /// The finding claims it only with this severity; a lower one has a reservation.
  Severity severity = Severity::info;
  /// Whether it speaks of Exchange 2000/2003 as well.
  bool legacy = false;
};
constexpr std::array kClaimants = {
    Claimant{"CL104", Claim::space},
    Claimant{"CL105", Claim::space},
    Claimant{"CL106", Claim::space, Severity::error},
    Claimant{"CL110", Claim::space},
    Claimant{"CL111", Claim::space},
    Claimant{"CL115", Claim::type, Severity::info, true},
    Claimant{"CL118", Claim::space, Severity::info, true},
    Claimant{"CL120", Claim::space, Severity::info, true},
    Claimant{"CL123", Claim::space},
    Claimant{"CL127", Claim::space, Severity::info, true},
    Claimant{"CL202", Claim::connector},
    Claimant{"CL205", Claim::connector},
    Claimant{"CL207", Claim::connector, Severity::error},
    Claimant{"CL226", Claim::connector, Severity::error},
    Claimant{"CL249", Claim::connector, Severity::error},
    Claimant{"CL259", Claim::connector},
};

/// Draws organisations in which much is wrong.
class FaultyOrganizations {
 public:
  explicit FaultyOrganizations(std::uint32_t seed) : random_(seed) {}

  Organization draw() {
    kind_ = number(0, 2);
    const int sites = number(1, 3);
    for (int i = 0; i < sites; ++i) {
      builder_.add(ObjectKind::site, {{Property::name, {site(i)}}});
    }
    if (sites > 1 && chance(80)) {
      std::vector<std::string> names;
      for (int i = 0; i < sites; ++i) names.push_back(site(i));
      builder_.add(
          ObjectKind::site_link,
          {{Property::name, {"Backbone"}}, {Property::sites, names}, {Property::cost, {"10"}}});
    }
    if (kind_ != 0) draw_groups();
    if (kind_ != 1) draw_servers(sites);
    const int connectors = number(2, 7);
    for (int i = 0; i < connectors; ++i) {
      const bool legacy = kind_ == 1 || (kind_ == 2 && chance(40));
      draw_connector("C" + std::to_string(i), legacy);
    }
    builder_.coverage().add(ObjectKind::site_link);
    builder_.coverage().all_connector_kinds = true;
    return builder_.build();
  }

 private:
  int number(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
  bool chance(int percent) { return number(1, 100) <= percent; }
  std::string one_of(const std::vector<std::string>& words) {
    return words[static_cast<std::size_t>(number(0, static_cast<int>(words.size()) - 1))];
  }
  static std::string site(int index) { return std::string(1, static_cast<char>('A' + index)); }

  void draw_groups() {
    for (const char* name : {"RG0", "RG1"}) {
      builder_.add(ObjectKind::routing_group, {{Property::name, {name}}});
      legacy_.push_back(std::string("OLD-") + name);
      builder_.server(legacy_.back(), {{Property::version, {"6.5 (Build 7638.2)"}},
                                       {Property::routing_group, {name}}});
    }
    for (const auto& [from, to] : {std::pair("RG0", "RG1"), std::pair("RG1", "RG0")}) {
      builder_.connector(std::string(from) + " to " + to, {{Property::kind, {"routing-group"}},
                                                           {Property::home, {from}},
                                                           {Property::target, {to}},
                                                           {Property::cost, {"1"}}});
    }
  }

  void draw_servers(int sites) {
    const int count = number(2, 5);
    for (int i = 0; i < count; ++i) {
      modern_.push_back("EX" + std::to_string(i));
      std::vector<Statement> statements = {
          {Property::version,
           {one_of({"8.1 (Build 240.6)", "14.3 (Build 123.4)", "15.1 (Build 2507.6)"})}},
          {Property::site, {site(number(0, sites - 1))}}};
      const int role = number(0, 9);
      if (role < 5) statements.push_back({Property::roles, {"hub-transport", "mailbox"}});
      if (role == 5) statements.push_back({Property::roles, {"mailbox"}});
      if (role == 6) statements.push_back({Property::roles, {"client-access"}});
      if (role == 7) statements.push_back({Property::roles, {"edge-transport"}});
      builder_.server(modern_.back(), std::move(statements));
    }
  }

  std::string space() {
    return one_of({"SMTP:*", "SMTP:contoso.com", "SMTP:*.contoso.com", "SMTP:*contoso.com",
                   "SMTP:--", "FAX:*", "FAX:", "FAX:0171", "FA-X:*", "Local:*", "SMS:*",
                   "X.400:c=US;a=x;p=y", "X400:c=*", "X400:p=Contoso",
                   "X400:c=US;a=Fabrikam;p=Contoso", "EX:*"}) +
           ";" + std::to_string(number(1, 3));
  }

  void draw_connector(const std::string& name, bool legacy) {
    std::vector<std::string> spaces;
    const int count = number(1, 3);
    for (int i = 0; i < count; ++i) spaces.push_back(space());
    std::vector<Statement> statements = {
        {Property::kind,
         {legacy ? one_of({"smtp", "x400", "gateway"}) : one_of({"send", "send", "foreign"})}},
        {Property::address_spaces, spaces},
        {Property::enabled, {chance(90) ? "true" : "false"}}};
    add_sources(legacy, statements);
    const std::string narrow = legacy ? "routing-group" : "site";
    if (chance(90)) statements.push_back({Property::scope, {chance(75) ? "organization" : narrow}});
    if (chance(60)) statements.push_back({Property::dns_routing, {chance(40) ? "true" : "false"}});
    if (chance(60)) {
      const std::string host = one_of({"", "gw.contoso.com", "no host!", "--", "[192.0.2.1]"});
      statements.push_back(
          {Property::smart_hosts, host.empty() ? std::vector<std::string>() : std::vector{host}});
    }
    if (chance(8)) {
      statements.push_back(
          {Property::connected_routing_groups, {"Exchange Routing Group (DWBGZMFD01QNBJR);1"}});
    }
    if (chance(50)) {
      statements.push_back({Property::max_message_size, {one_of({"0", "10MB", "unlimited"})}});
    }
    // A twin, so that only their names tell them apart.
    if (!legacy && kind_ == 0 && chance(10)) builder_.connector(name + " twin", statements);
    builder_.connector(name, std::move(statements));
  }

  void add_sources(bool legacy, std::vector<Statement>& statements) {
    if (legacy) {
      const std::string server = one_of(legacy_);
      statements.push_back({Property::home, {server.substr(4)}});
      statements.push_back({Property::home_mta_server_id, {server}});
      return;
    }
    const int what = number(0, 9);
    if (what == 0) {
      statements.push_back({Property::source_servers, {}});
      statements.push_back({Property::home_mta_server_id, {}});
    } else if (what == 1) {
      statements.push_back({Property::source_servers, {"GONE"}});
    } else if (what < 9) {
      std::vector<std::string> servers = {one_of(modern_)};
      if (chance(30)) servers.push_back(one_of(modern_));
      statements.push_back({Property::source_servers, servers});
    }
  }

  std::mt19937 random_;
  OrganizationBuilder builder_;
  int kind_ = 0;
  std::vector<std::string> modern_, legacy_;
};

std::vector<Finding> findings_of(const Organization& organization) {
  static const RuleRegistry registry(rule_table());
  Selection selection;
  for (const Claimant& claimant : kClaimants)
    selection.select.push_back(registry.find(claimant.code));
  // The places of the builder, in a file that holds nothing else.
  auto sources = std::make_shared<SourceStore>();
  constexpr std::size_t kLongest = 10'000;
  sources->add("organization", std::string(kLongest, ' '));
  return run({.organization = organization,
              .sources = std::move(sources),
              .notes = {},
              .counts = {}},
             registry, selection)
      .findings;
}

/// Where claims of a rule hold.
std::vector<Place> places_for(const Organization& organization, const RoutingModel& model,
                              bool legacy) {
  std::vector<Place> places = model.starts();
  for (std::uint32_t i = 0; i < organization.servers.size(); ++i) {
    places.push_back({PlaceKind::server, i});
  }
  if (legacy) return places;
  std::erase_if(places, [&](const Place& place) {
    const std::optional<Spot> spot = model.topology().spot_of(place);
    return spot && spot->legacy;
  });
  return places;
}

/// Whether the claim of a finding is about the address space.
bool concerns(const Finding& finding, Claim claim, const AddressSpace& space) {
  switch (claim) {
    case Claim::connector: return true;
    case Claim::space: return finding.detail == identity_of(space);
    case Claim::type: return equals_ignoring_case(finding.detail, space.type);
  }
  return false;
}

/// Addresses that the space might take.
std::vector<Address> addresses_for(const RoutingModel& model, ConnectorId id, std::uint32_t index) {
  std::vector<Address> addresses;
  if (const auto example = model.example_of(id, index)) addresses.push_back(*example);
  const AddressSpace& space = model.organization().connector(id).address_spaces()[index];
  std::vector<std::string> texts = {space.type + ":0171", space.type + ":anything"};
  if (is_smtp(space)) texts = {"u@contoso.com", "u@sub.contoso.com", "u@fabrikam.com"};
  if (is_x400(space)) texts = {"X400:c=US;a=Fabrikam;p=Contoso;s=Doe", "X400:p=Contoso;s=Doe"};
  for (const std::string& text : texts) {
    Result<Address> address = parse_address(text, {});
    if (address.ok()) addresses.push_back(std::move(address).value());
  }
  return addresses;
}

/// The first route that contradicts a claim about a space, in words, or empty.
std::string contradiction(const RoutingModel& model, const std::vector<Place>& places,
                          ConnectorId id, std::uint32_t index) {
  const AddressSpace& space = model.organization().connector(id).address_spaces()[index];
  for (const Address& address : addresses_for(model, id, index)) {
    const Query query{
        .address = address, .from = {}, .size = {}, .down = {}, .detail = Detail::matches};
    for (const Route& route : model.routes(query, places)) {
      for (const Candidate& candidate : route.candidates) {
        const bool chosen =
            candidate.outcome == Outcome::chosen || candidate.outcome == Outcome::tied;
        if (!chosen || candidate.connector != id || candidate.space != to_text(space)) continue;
        if (!route.counts_as_routed()) continue;
        return address.written + " leaves from " + route.from.name + " by " + candidate.name +
               " (" + candidate.space + ")";
      }
    }
  }
  return {};
}

TEST(Contradictions, what_a_rule_calls_unusable_takes_no_mail_and_gives_no_type) {
  std::size_t claims = 0;
  std::vector<std::size_t> by_code(kClaimants.size(), 0);
  for (std::uint32_t seed = 1; seed <= kOrganizations; ++seed) {
    const Organization organization = FaultyOrganizations(seed).draw();
    const RoutingModel model(organization);
    const std::vector<CarriedType> carried = carried_types(organization);
    for (const Finding& finding : findings_of(organization)) {
      const auto claimant = std::ranges::find(kClaimants, finding.code, &Claimant::code);
      if (claimant->severity != Severity::info && finding.severity != claimant->severity) continue;
      ++by_code[static_cast<std::size_t>(claimant - kClaimants.begin())];
      const std::vector<Place> places = places_for(organization, model, claimant->legacy);
      for (std::size_t i = 0; i < organization.connectors.size(); ++i) {
        const Connector& connector = organization.connectors[i];
        if (connector.name() != finding.subject.name) continue;
        const auto id = static_cast<ConnectorId>(i);
        for (std::uint32_t j = 0; j < connector.address_spaces().size(); ++j) {
          if (!concerns(finding, claimant->claim, connector.address_spaces()[j])) continue;
          ++claims;
          EXPECT_EQ(contradiction(model, places, id, j), "")
              << "seed " << seed << ": " << finding.code << ' ' << finding.message;
        }
        if (claimant->claim != Claim::connector || connector.host == Host::legacy) continue;
        for (const CarriedType& type : carried) {
          EXPECT_EQ(std::ranges::count(type.connectors, id), 0)
              << "seed " << seed << ": " << finding.code << ' ' << finding.message
              << ", yet it carries " << type.type;
        }
      }
      if (HasFailure()) return;
    }
  }
  // The organisations hold what the rules speak of.
  EXPECT_GT(claims, 1000U);
  for (std::size_t i = 0; i < kClaimants.size(); ++i) {
    EXPECT_GT(by_code[i], 0U) << "no finding of " << kClaimants[i].code;
  }
}

}  // namespace
}  // namespace connlint::test
