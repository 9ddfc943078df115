// Reading LDIF: `read_ldif` with a sink that does nothing against a plain scan of the same bytes
// for line breaks (memchr). The goal is at most 10.
#include <cstdlib>
#include <string>

#include <fmt/format.h>

#include "linter/formats/format.h"
#include "tests/bench/reading.h"

namespace {

using namespace connlint;  // NOLINT(google-build-using-namespace)

/// `name: value` folded as ldifde folds, CR LF at the end.
void append_line(std::string& out, std::string line) {
  constexpr std::size_t kWidth = 78;
  while (line.size() > kWidth) {
    out += line.substr(0, kWidth) + "\r\n ";
    line.erase(0, kWidth);
  }
  out += line + "\r\n";
}

/// What ldifde writes of `count` SMTP connectors of Exchange 2003.
std::string connectors(int count) {
  const std::string base =
      "CN=First Routing Group,CN=Routing Groups,CN=First Administrative Group,CN=Administrative "
      "Groups,CN=Contoso,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com";
  std::string out;
  for (int i = 0; i < count; ++i) {
    append_line(out, fmt::format("dn: CN=Fax {},CN=Connections,{}", i, base));
    for (const char* line :
         {"changetype: add", "objectClass: top", "objectClass: msExchConnector",
          "objectClass: mailGateway", "objectClass: msExchRoutingSMTPConnector"}) {
      append_line(out, line);
    }
    append_line(out, fmt::format("cn: Fax {}", i));
    append_line(out, fmt::format("distinguishedName: CN=Fax {},CN=Connections,{}", i, base));
    append_line(out, "instanceType: 4");
    append_line(out, "whenCreated: 20081130165111.0Z");
    append_line(out, fmt::format("uSNCreated: {}", 20000 + i));
    append_line(out, "objectGUID:: AAECAwQFBgcICQoLDA0ODw==");
    append_line(out, "showInAdvancedViewOnly: TRUE");
    append_line(out, fmt::format("routingList: FAX:{}*;1", i));
    append_line(out, "routingList: SMS:*;5");
    append_line(out, "msExchSmtpSmartHost: [192.0.2.20]");
    append_line(out,
                fmt::format("msExchSourceBridgeheadServersDN: CN=1,CN=SMTP,CN=Protocols,CN=EX2003-"
                            "01,CN=Servers,{}",
                            base));
    append_line(out, "deliveryMechanism: 2");
    append_line(out, "activationStyle: 2");
    append_line(out, "delivContLength: 10240");
    out += "\r\n";
  }
  return out;
}

}  // namespace

int main() {
  constexpr int kConnectors = 20'000;
  constexpr int kRuns = 7;
  SourceStore store;
  const SourceFile& file = store.add("contoso.ldf", connectors(kConnectors));
  const double megabytes = bench::megabytes_of(file);

  const auto [own, fields] = bench::best_reading(kRuns, read_ldif, file);
  std::size_t lines = 0;
  const double scan =
      bench::best_seconds(kRuns, [&] { lines = bench::count_line_breaks(file.text); });

  fmt::print("{:.1f} MB, {} lines, {} fields\n", megabytes, lines, fields);
  fmt::print("read_ldif        {:7.1f} MB/s\n", megabytes / own);
  fmt::print("scan for breaks  {:7.1f} MB/s\n", megabytes / scan);
  fmt::print("time of read_ldif over the scan: {:.2f} (goal: at most 10)\n", own / scan);
  return EXIT_SUCCESS;
}
