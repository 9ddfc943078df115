// Times the routing model on made organisations of growing size. The size in the middle has 1,000
// sites with 3,000 links and 10,000 connectors with 30,000 address spaces: all routes from every
// site for one address should take at most 200 ms, the full table of one site at most 1 s, and each
// line should grow with the size, but for the routes from every site, which grow with sites times
// links.
#include <cstdint>
#include <ctime>
#include <random>
#include <string>
#include <sys/resource.h>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "linter/routing/routing_model.h"
#include "tests/support/organization_text.h"

namespace {

using connlint::ImportedObjects;
using connlint::Located;
using connlint::Names;
using connlint::Object;
using connlint::ObjectKind;
using connlint::Organization;
using connlint::Property;
using connlint::RoutingModel;
using connlint::Spaces;
using connlint::test::OrganizationText;

/// Draws an organisation of Exchange 2007.
class Maker {
 public:
  explicit Maker(std::uint32_t scale) : scale_(scale), random_(scale) {}

  Organization make() {
    const std::uint32_t sites = 100 * scale_;
    for (std::uint32_t i = 0; i < sites; ++i) add_site(i);
    for (std::uint32_t i = 0; i < 3 * sites; ++i) add_link(i, sites);
    for (std::uint32_t i = 0; i < 10 * sites; ++i) add_connector(i, sites);
    objects_.coverage.add(ObjectKind::server);
    objects_.coverage.add(ObjectKind::site_link);
    return OrganizationText(std::vector{std::move(objects_)}).take();
  }

 private:
  std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(random_()) % end; }

  template <class T>
  static void set(Object& object, Property property, T value) {
    object.set({.property = property, .where = {}, .value = std::move(value)});
  }

  static Names names(const std::vector<std::string>& texts) {
    Names out;
    for (const std::string& text : texts) out.push_back({text, {}});
    return out;
  }

  static std::string site_name(std::uint32_t i) { return fmt::format("Site{:06}", i); }

  void add_site(std::uint32_t i) {
    Object site(ObjectKind::site, {});
    set(site, Property::name, site_name(i));
    set(site, Property::hub, i % 20 == 0);
    objects_.objects.push_back(std::move(site));
    Object server(ObjectKind::server, {});
    set(server, Property::name, fmt::format("EX{:06}", i));
    set(server, Property::version, std::string("8.1 (Build 240.6)"));
    set(server, Property::roles, names({"hub-transport", "mailbox"}));
    set(server, Property::site, site_name(i));
    objects_.objects.push_back(std::move(server));
  }

  void add_link(std::uint32_t i, std::uint32_t sites) {
    std::vector<std::string> joined = {site_name(i < sites ? i : below(sites)),
                                       site_name(i < sites && i > 0 ? below(i) : below(sites))};
    if (i % 50 == 0) {
      for (int more = 0; more < 6; ++more) joined.push_back(site_name(below(sites)));
    }
    Object link(ObjectKind::site_link, {});
    set(link, Property::name, fmt::format("Link{:06}", i));
    set(link, Property::sites, names(joined));
    set(link, Property::cost, static_cast<std::int64_t>(1 + below(100)));
    objects_.objects.push_back(std::move(link));
  }

  std::string space(std::uint32_t number) {
    const std::uint32_t cost = 1 + below(100);
    switch (number % 10) {
      case 0: return fmt::format("SMTP:*.domain{}.example;{}", below(5000 * scale_), cost);
      case 1: return fmt::format("FAX:{:07}*;{}", below(2000 * scale_), cost);
      case 2:
        return fmt::format("X400:c=US;a= ;p=Org{};o=Unit{};{}", below(50), below(200 * scale_),
                           cost);
      case 3:
        return number % 100 == 3 ? fmt::format("SMTP:*;{}", cost)
                                 : fmt::format("MS:NET/PO{};{}", number, cost);
      default: return fmt::format("SMTP:domain{}.example;{}", below(20000 * scale_), cost);
    }
  }

  void add_connector(std::uint32_t i, std::uint32_t sites) {
    Object connector(ObjectKind::connector, {});
    set(connector, Property::name, fmt::format("Connector{:06}", i));
    set(connector, Property::kind, std::string("send"));
    set(connector, Property::scope, std::string("organization"));
    set(connector, Property::enabled, true);
    set(connector, Property::smart_hosts, names({"[192.0.2.20]"}));
    set(connector, Property::source_servers, names({fmt::format("EX{:06}", below(sites))}));
    Spaces spaces;
    for (std::uint32_t j = 0; j < 3; ++j) {
      const std::string text = space(3 * i + j);
      spaces.push_back(connlint::parse_address_space({.value = text}));
    }
    set(connector, Property::address_spaces, std::move(spaces));
    objects_.objects.push_back(std::move(connector));
  }

  std::uint32_t scale_;
  std::mt19937 random_;
  ImportedObjects objects_;
};

/// Processor time, so that a busy machine does not matter; nothing here waits or runs in parallel.
double milliseconds_since(std::clock_t start) {
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

long resident_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

/// Asks for one address from every site; the verdicts are counted so that nothing is optimised
/// away.
std::size_t routes_from_everywhere(const RoutingModel& model, std::string_view text,
                                   connlint::Detail detail) {
  const connlint::Result<connlint::Address> address = connlint::parse_address(text, {});
  if (!address.ok()) return 0;
  std::size_t routed = 0;
  for (const connlint::Place& place : model.places()) {
    const connlint::Route route = model.route(
        {.address = address.value(), .from = place, .size = {}, .down = {}, .detail = detail});
    if (route.counts_as_routed()) ++routed;
  }
  return routed;
}

void measure(std::uint32_t scale) {
  std::clock_t start = std::clock();
  const Organization organization = Maker(scale).make();
  fmt::print("{:>7} sites {:>7} links {:>7} connectors   made in {:.0f} ms\n",
             organization.sites.size(), organization.site_links.size(),
             organization.connectors.size(), milliseconds_since(start));
  const long before = resident_megabytes();

  start = std::clock();
  const RoutingModel model(organization);
  fmt::print("  constructor                         {:10.3f} ms\n", milliseconds_since(start));
  start = std::clock();
  const std::vector<connlint::Place> places = model.places();
  fmt::print("  made ready at the first question    {:10.1f} ms\n", milliseconds_since(start));
  for (std::string_view address : {"u@elsewhere.invalid", "u@domain7.example", "MS:NET/PO13"}) {
    start = std::clock();
    const std::size_t routed = routes_from_everywhere(model, address, connlint::Detail::answer);
    fmt::print("  {:<24} from all {:>6}  {:10.1f} ms ({} routed)\n", address, places.size(),
               milliseconds_since(start), routed);
  }
  start = std::clock();
  const std::size_t rows = model.table(places.front()).size();
  fmt::print("  table of one site, {:>7} rows     {:10.1f} ms\n", rows, milliseconds_since(start));
  const connlint::Result<connlint::Address> address = connlint::parse_address("u@x.invalid", {});
  start = std::clock();
  const connlint::Route route = model.route({.address = address.value(),
                                             .from = places.front(),
                                             .size = {},
                                             .down = {},
                                             .detail = connlint::Detail::trace});
  fmt::print("  one route with {:>7} candidates   {:10.1f} ms\n", route.candidates.size(),
             milliseconds_since(start));
  fmt::print("  memory beyond the organisation      {:10} MB\n", resident_megabytes() - before);
}

}  // namespace

int main(int argc, char** argv) {
  const bool all = argc > 1 && std::string_view(argv[1]) == "--all";
  for (std::uint32_t scale : {1U, 10U}) measure(scale);
  if (all) measure(100);
  return 0;
}
