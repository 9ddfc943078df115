// Reading JSON: `read_json` with a sink that does nothing against the SAX parser of nlohmann-json
// with a handler that does nothing, over the same organisation file. The goal is at least 1.
#include <cstdlib>
#include <iterator>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "linter/formats/format.h"
#include "tests/bench/reading.h"

namespace {

using namespace connlint;  // NOLINT(google-build-using-namespace)

class IdleHandler : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return true; }
  bool boolean(bool /*value*/) override { return true; }
  bool number_integer(number_integer_t /*value*/) override { return true; }
  bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
  bool string(string_t& /*value*/) override { return true; }
  bool binary(binary_t& /*value*/) override { return true; }
  bool start_object(std::size_t /*elements*/) override { return true; }
  bool key(string_t& /*value*/) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t /*elements*/) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t /*place*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) override {
    return false;
  }
};

/// An organisation file with `count` connectors, laid out as `show --format json` writes it.
std::string organization(int count) {
  nlohmann::ordered_json root;
  root["connlint"] = 1;
  root["organization"] = "Contoso";
  for (int i = 0; i < count; ++i) {
    nlohmann::ordered_json connector;
    connector["name"] = fmt::format("Fax connector {}", i);
    connector["guid"] = fmt::format("{:08x}-9804-4d8b-ae0e-e1c7ab90852b", i);
    connector["kind"] = "send";
    connector["address_spaces"] = {fmt::format("FAX:{}*;1", i), "SMTP:*.example.com;10"};
    connector["smart_hosts"] = {"[192.0.2.20]", "mail.example.com"};
    connector["dns_routing"] = false;
    connector["source_servers"] = {"EX2007-01", "EX2007-02"};
    connector["home"] = "Exchange Routing Group (DWBGZMFD01QNBJR)";
    connector["enabled"] = true;
    connector["max_message_size"] = "10MB";
    connector["port"] = 25;
    connector["comment"] = nullptr;
    connector["changed"] = "2008-12-02T09:00:00Z";
    root["connectors"].push_back(std::move(connector));
  }
  return root.dump(2);
}

}  // namespace

int main() {
  constexpr int kConnectors = 50'000;
  constexpr int kRuns = 7;
  SourceStore store;
  const SourceFile& file = store.add("organization.json", organization(kConnectors));
  const double megabytes = bench::megabytes_of(file);

  const auto [own, fields] = bench::best_reading(kRuns, read_json, file);
  const double sax = bench::best_seconds(kRuns, [&] {
    IdleHandler handler;
    if (!nlohmann::json::sax_parse(file.text, &handler)) std::exit(EXIT_FAILURE);
  });

  fmt::print("{:.1f} MB, {} fields\n", megabytes, fields);
  fmt::print("read_json    {:6.1f} MB/s\n", megabytes / own);
  fmt::print("nlohmann SAX {:6.1f} MB/s\n", megabytes / sax);
  fmt::print("speed of read_json over nlohmann SAX: {:.2f} (goal: at least 1)\n", sax / own);
  return EXIT_SUCCESS;
}
