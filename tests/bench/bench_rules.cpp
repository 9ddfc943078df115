// What the whole catalogue costs beside reading: `bench_rules [connectors]`, 20000 by default.
// Prints the time to read and join an export of that many connectors (CLIXML, as a remote session
// of Exchange writes it), the time of all rules on it, the ratio, and the ten dearest rules.
#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "linter/engine/run.h"
#include "tests/bench/timing.h"
#include "tests/support/organization_text.h"

namespace {

using namespace connlint;  // NOLINT(google-build-using-namespace)

constexpr int kRuns = 3;
constexpr int kSites = 60;

/// Writes objects as Export-Clixml does after a remote session.
class ExportWriter {
 public:
  void begin(std::string_view type, std::string_view name) {
    text_ += fmt::format(
        "  <Obj RefId=\"{}\">\n    <TN RefId=\"{}\">\n      <T>Deserialized.{}</T>\n      "
        "<T>Deserialized.System.Object</T>\n    </TN>\n    <ToString>{}</ToString>\n    <Props>\n",
        next_, next_, type, name);
    ++next_;
    value("S", "Name", name);
    value("B", "IsValid", "true");
    value("DT", "WhenChanged", "2022-10-19T20:31:31-07:00");
  }
  void end() { text_ += "    </Props>\n  </Obj>\n"; }

  void value(std::string_view tag, std::string_view name, std::string_view text) {
    text_ += fmt::format("      <{0} N=\"{1}\">{2}</{0}>\n", tag, name, text);
  }
  void unset(std::string_view name) { text_ += fmt::format("      <Nil N=\"{}\" />\n", name); }
  void list(std::string_view name, const std::vector<std::string>& items) {
    text_ += fmt::format("      <Obj N=\"{}\" RefId=\"{}\">\n        <LST>\n", name, next_++);
    for (const std::string& item : items) text_ += fmt::format("          <S>{}</S>\n", item);
    text_ += "        </LST>\n      </Obj>\n";
  }

  std::string document() {
    return "<Objs Version=\"1.1.0.1\" "
           "xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">\n" +
           text_ + "</Objs>\n";
  }

 private:
  std::string text_;
  int next_ = 0;
};

constexpr std::string_view kConfiguration =
    "Microsoft.Exchange.Data.Directory.SystemConfiguration.";

std::string server_name(int i) { return fmt::format("EX{:04}", i); }

void add_server(ExportWriter& out, int i) {
  out.begin("Microsoft.Exchange.Data.Directory.Management.ExchangeServer", server_name(i));
  out.value("S", "Fqdn", server_name(i) + ".contoso.com");
  out.value("S", "AdminDisplayVersion", "Version 15.1 (Build 2507.6)");
  out.value("S", "ServerRole", "Mailbox");
  out.value("S", "Site", fmt::format("contoso.com/Configuration/Sites/Site{}", i % kSites));
  out.end();
}

void add_send_connector(ExportWriter& out, int i, int servers) {
  out.begin(std::string(kConfiguration) + "SmtpSendConnectorConfig", fmt::format("Partner {}", i));
  out.value("B", "DNSRoutingEnabled", "false");
  out.list("SmartHosts", {fmt::format("mail{}.fabrikam.com", i)});
  out.value("I32", "Port", "25");
  out.value("S", "ConnectionInactivityTimeOut", "00:10:00");
  out.value("B", "ForceHELO", "false");
  out.value("B", "IgnoreSTARTTLS", "false");
  out.value("B", "RequireTLS", "true");
  out.value("S", "TlsAuthLevel", "DomainValidation");
  out.value("S", "TlsDomain", fmt::format("mail{}.fabrikam.com", i));
  out.unset("TlsCertificateName");
  out.value("S", "Fqdn", "mail.contoso.com");
  out.value("B", "Enabled", "true");
  out.value("S", "SmartHostAuthMechanism", "None");
  out.unset("AuthenticationCredential");
  out.value("B", "CloudServicesMailEnabled", "false");
  out.value("S", "SourceIPAddress", "0.0.0.0");
  out.value("S", "ErrorPolicies", "Default");
  out.list("AddressSpaces", {fmt::format("SMTP:d{}.fabrikam.com;{}", i, i % 100 + 1),
                             fmt::format("SMTP:*.d{}.fabrikam.com;{}", i, i % 100 + 1)});
  out.value("B", "IsScopedConnector", "false");
  out.list("SourceTransportServers", {server_name(i % servers), server_name((i + 1) % servers)});
  out.value("S", "MaxMessageSize", "35 MB (36,700,160 bytes)");
  out.end();
}

void add_foreign_connector(ExportWriter& out, int i, int servers) {
  out.begin(std::string(kConfiguration) + "ForeignConnector", fmt::format("Fax {}", i));
  out.value("S", "DropDirectory", fmt::format("Fax {}", i));
  out.value("S", "DropDirectoryQuota", "Unlimited");
  out.value("B", "Enabled", "true");
  out.list("AddressSpaces", {fmt::format("FAX:{:06}*;1", i)});
  out.value("B", "IsScopedConnector", "false");
  out.list("SourceTransportServers", {server_name(i % servers)});
  out.value("S", "MaxMessageSize", "Unlimited");
  out.end();
}

/// One of those that listen on port 25 of a server, each for a network of its own.
void add_receive_connector(ExportWriter& out, int i, int servers) {
  out.begin(std::string(kConfiguration) + "ReceiveConnector", fmt::format("Relay {}", i));
  out.value("S", "Server", server_name(i % servers));
  out.list("Bindings", {"[::]:25", "0.0.0.0:25"});
  out.list("RemoteIPRanges",
           {fmt::format("10.{}.{}.0/24", i / servers / 256 % 256, i / servers % 256)});
  out.value("S", "AuthMechanism", "Tls");
  out.value("S", "PermissionGroups", "AnonymousUsers");
  out.value("S", "TransportRole", "FrontendTransport");
  out.value("B", "RequireTLS", "false");
  out.value("B", "Enabled", "true");
  out.value("S", "MaxMessageSize", "36 MB (37,748,736 bytes)");
  out.end();
}

/// Six in ten are Send connectors, three Receive connectors, one a Foreign connector.
std::string generated(int connectors) {
  const int servers = std::max(2, connectors / 100);
  ExportWriter out;
  for (int i = 0; i < servers; ++i) add_server(out, i);
  for (int i = 0; i < connectors; ++i) {
    if (i % 10 < 6) {
      add_send_connector(out, i, servers);
    } else if (i % 10 < 9) {
      add_receive_connector(out, i, servers);
    } else {
      add_foreign_connector(out, i, servers);
    }
  }
  return out.document();
}

double seconds_of(const Organization& organization, const std::shared_ptr<SourceStore>& sources,
                  const Selection& selection) {
  const RuleRegistry registry(rule_table());
  return bench::best_seconds(kRuns, [&] {
    run({.organization = organization, .sources = sources, .notes = {}, .counts = {}}, registry,
        selection);
  });
}

void print_dearest(const Organization& organization, const std::shared_ptr<SourceStore>& sources) {
  constexpr std::size_t kShown = 10;
  std::vector<std::pair<double, std::string_view>> costs;
  for (const RuleEntry& entry : rule_table()) {
    Selection selection;
    selection.select.push_back(&entry);
    costs.emplace_back(seconds_of(organization, sources, selection), entry.name);
  }
  std::sort(costs.rbegin(), costs.rend());
  costs.resize(std::min(costs.size(), kShown));
  for (const auto& [seconds, name] : costs) fmt::print("  {:8.1f} ms  {}\n", seconds * 1e3, name);
}

}  // namespace

int main(int argc, char** argv) {
  const int connectors = argc > 1 ? std::max(10, std::atoi(argv[1])) : 20'000;
  const auto sources = std::make_shared<SourceStore>();
  const SourceFile& file = sources->add("generated.xml", generated(connectors));
  const double reading = bench::best_seconds(kRuns, [&] { test::OrganizationText(sources, file); });
  const test::OrganizationText read(sources, file);
  const Organization& organization = read.organization();
  Selection all;
  all.profile = "all";
  const double rules = seconds_of(organization, sources, all);
  fmt::print("{} connectors, {:.1f} MB: read {:.1f} ms, {} rules {:.1f} ms, ratio {:.2f}\n",
             organization.connectors.size(), static_cast<double>(file.text.size()) / 1e6,
             reading * 1e3, rule_table().size(), rules * 1e3, rules / reading);
  print_dearest(organization, sources);
}
