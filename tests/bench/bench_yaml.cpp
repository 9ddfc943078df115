// Reading YAML: `read_yaml` with a sink that does nothing against the events of yaml-cpp with a
// handler that does nothing, over the same organisation file. The goal is at least 0.8.
#include <cstdlib>
#include <sstream>
#include <string>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include "linter/formats/format.h"
#include "tests/bench/reading.h"

namespace {

using namespace connlint;  // NOLINT(google-build-using-namespace)

class IdleHandler : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override {}
  void OnAlias(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override {}
  void OnScalar(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                const std::string& /*value*/) override {}
  void OnSequenceStart(const YAML::Mark& /*mark*/, const std::string& /*tag*/,
                       YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value /*style*/) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {}
  void OnMapEnd() override {}
};

/// An organisation file with `count` connectors, laid out as people write them.
std::string organization(int count) {
  std::string out = "connlint: 1\norganization: Contoso\nconnectors:\n";
  for (int i = 0; i < count; ++i) {
    out += fmt::format(
        "  - name: Fax connector {0}\n"
        "    guid: {0:08x}-9804-4d8b-ae0e-e1c7ab90852b\n"
        "    kind: send\n"
        "    address_spaces: [\"FAX:{0}*;1\", \"SMTP:*.example.com;10\"]\n"
        "    smart_hosts: [\"[192.0.2.20]\", mail.example.com]\n"
        "    dns_routing: false\n"
        "    source_servers: [EX2007-01, EX2007-02]\n"
        "    home: Exchange Routing Group (DWBGZMFD01QNBJR)\n"
        "    enabled: true\n"
        "    max_message_size: 10MB   # of the fax machine\n"
        "    port: 25\n"
        "    comment: null\n"
        "    changed: 2008-12-02T09:00:00Z\n",
        i);
  }
  return out;
}

}  // namespace

int main() {
  constexpr int kConnectors = 20'000;
  constexpr int kRuns = 5;
  SourceStore store;
  const SourceFile& file = store.add("organization.yaml", organization(kConnectors));
  const double megabytes = bench::megabytes_of(file);

  const auto [own, fields] = bench::best_reading(kRuns, read_yaml, file);
  const double events = bench::best_seconds(kRuns, [&] {
    std::istringstream in(file.text);
    YAML::Parser parser(in);
    IdleHandler handler;
    while (parser.HandleNextDocument(handler)) {
    }
  });

  fmt::print("{:.1f} MB, {} fields\n", megabytes, fields);
  fmt::print("read_yaml      {:6.2f} MB/s\n", megabytes / own);
  fmt::print("yaml-cpp alone {:6.2f} MB/s\n", megabytes / events);
  fmt::print("speed of read_yaml over yaml-cpp alone: {:.2f} (goal: at least 0.8)\n", events / own);
  return EXIT_SUCCESS;
}
