// Reading CSV: `read_csv` with a sink that does nothing against plain scans of the same bytes for
// line breaks: a loop over the bytes (std::count), and memchr, which the library writes for each
// processor. The goal is at most 10.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "linter/formats/format.h"
#include "tests/bench/reading.h"

namespace {

using namespace connlint;  // NOLINT(google-build-using-namespace)

/// What Export-Csv writes of `count` Send connectors of a remote session.
std::string exported(int count) {
  std::string out =
      "\"PSComputerName\",\"RunspaceId\",\"DNSRoutingEnabled\",\"TlsDomain\",\"SmartHosts\","
      "\"Port\",\"ConnectionInactivityTimeOut\",\"ForceHELO\",\"RequireTLS\",\"Enabled\","
      "\"AddressSpaces\",\"IsScopedConnector\",\"Comment\",\"SourceTransportServers\","
      "\"MaxMessageSize\",\"ExchangeVersion\",\"Name\",\"DistinguishedName\",\"Identity\","
      "\"Guid\",\"ObjectClass\",\"WhenChanged\"\r\n";
  for (int i = 0; i < count; ++i) {
    out += fmt::format(
        "\"ex07a.contoso.com\",\"4e029ce4-dec4-4e71-8696-578e14f119b3\",\"False\",,"
        "\"[192.0.2.20]\",\"25\",\"00:10:00\",\"False\",\"False\",\"True\",\"FAX:{0}*;1 "
        "SMS:*;2\",\"False\",\"Gateway in the cellar\r\ncall 4711, ask for \"\"fax\"\"\",\"EX07A "
        "EX07B\",\"10 MB (10,485,760 bytes)\",\"0.1 (8.0.535.0)\",\"Fax {0}\",\"CN=Fax "
        "{0},CN=Connections,CN=Exchange Routing Group (DWBGZMFD01QNBJR),CN=Routing "
        "Groups,CN=Contoso,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com\","
        "\"Fax {0}\",\"{0:08x}-1111-4222-8333-444455556666\",\"top msExchConnector "
        "mailGateway\",\"12/02/2008 09:15:30\"\r\n",
        i);
  }
  return out;
}

/// What csvde writes of `count` connectors.
std::string of_csvde(int count) {
  std::string out =
      "DN,objectClass,cn,instanceType,whenCreated,uSNCreated,objectGUID,routingList,"
      "msExchSmtpSmartHost,deliveryMechanism,delivContLength\r\n";
  for (int i = 0; i < count; ++i) {
    out += fmt::format(
        "\"CN=Fax {0},CN=Connections,CN=First Routing Group,CN=Routing Groups,CN=Contoso,"
        "DC=contoso,DC=com\",top;msExchConnector;mailGateway;msExchRoutingSMTPConnector,Fax {0},4,"
        "20081130165111.0Z,{0},X'9a6b3176c5dbd2118bd00000f875b660',FAX:*;1;SMS:*;5,"
        "[192.0.2.20],2,\r\n",
        i);
  }
  return out;
}

void measure(std::string_view name, std::string text) {
  constexpr int kRuns = 7;
  SourceStore store;
  const SourceFile& file = store.add("export.csv", std::move(text));
  const double megabytes = bench::megabytes_of(file);
  const auto [own, fields] = bench::best_reading(kRuns, read_csv, file);
  std::size_t lines = 0;
  const double scan =
      bench::best_seconds(kRuns, [&] { lines = bench::count_line_breaks(file.text); });
  std::ptrdiff_t counted = 0;
  const double loop = bench::best_seconds(
      kRuns, [&] { counted = std::count(file.text.begin(), file.text.end(), '\n'); });
  if (counted != static_cast<std::ptrdiff_t>(lines)) std::exit(EXIT_FAILURE);
  fmt::print("{}: {:.1f} MB, {} lines, {} fields\n", name, megabytes, lines, fields);
  fmt::print("read_csv         {:7.1f} MB/s\n", megabytes / own);
  fmt::print("loop over bytes  {:7.1f} MB/s\n", megabytes / loop);
  fmt::print("memchr           {:7.1f} MB/s\n", megabytes / scan);
  fmt::print("time of read_csv over the loop: {:.2f}, over memchr: {:.2f} (goal: at most 10)\n",
             own / loop, own / scan);
}

}  // namespace

int main() {
  measure("Export-Csv", exported(40'000));
  measure("csvde", of_csvde(80'000));
  return EXIT_SUCCESS;
}
