// What reading CLIXML costs beside pugixml's own parse of the same bytes: `bench_clixml [MB]`.
// Prints, for objects that carry long binary members as real exports do and for objects without:
// pugixml's parse of a copy of the text, our reader with a sink that takes everything and keeps
// nothing, the whole check of a copy (decoding, reading, joining, all rules of the profile), and
// the ratios of both to the parse. Medians.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "linter/engine/run.h"
#include "linter/formats/format.h"
#include "tests/support/organization_text.h"

namespace {

using namespace connlint;  // NOLINT(google-build-using-namespace)

constexpr int kRuns = 9;

/// Writes objects as Export-Clixml does.
class ObjectWriter {
 public:
  /// `binary` is the length of the base64 text that each nested object carries.
  explicit ObjectWriter(std::size_t binary) : binary_(binary) {}

  std::string document(std::size_t size) {
    text_ =
        "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">\n";
    for (int i = 0; text_.size() < size; ++i) add_connector(i);
    text_ += "</Objs>";
    return std::move(text_);
  }

 private:
  void line(std::string_view text) { text_ += fmt::format("{:{}}{}\n", "", indent_, text); }

  void types(int id, std::initializer_list<std::string_view> names) {
    if (id < known_types_) {
      line(fmt::format("<TNRef RefId=\"{}\" />", id));
      return;
    }
    known_types_ = id + 1;
    line(fmt::format("<TN RefId=\"{}\">", id));
    for (std::string_view name : names) line(fmt::format("  <T>{}</T>", name));
    line("</TN>");
  }

  void open(std::string_view name) {
    const std::string attribute = name.empty() ? "" : fmt::format(" N=\"{}\"", name);
    line(fmt::format("<Obj{} RefId=\"{}\">", attribute, next_id_++));
    indent_ += 2;
  }

  void close() {
    indent_ -= 2;
    line("</Obj>");
  }

  void binary() {
    if (binary_ == 0) return;
    line("<MS>");
    line("  <BA N=\"SerializationData\">" + std::string(binary_, 'A') + "</BA>");
    line("</MS>");
  }

  void directory_id(std::string_view field, std::string_view name) {
    open(field);
    types(2, {"Microsoft.Exchange.Data.Directory.ADObjectId", "Microsoft.Exchange.Data.ObjectId",
              "System.Object"});
    line(fmt::format("<ToString>{}</ToString>", name));
    line("<Props>");
    line("  <B N=\"IsDeleted\">false</B>");
    line(fmt::format("  <S N=\"Rdn\">CN={}</S>", name));
    line("  <I32 N=\"Depth\">9</I32>");
    line(fmt::format(
        "  <S N=\"DistinguishedName\">CN={},CN=Servers,CN=Exchange Administrative Group "
        "(FYDIBOHF23SPDLT),CN=Administrative Groups,CN=Contoso,CN=Microsoft "
        "Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com</S>",
        name));
    line("  <B N=\"IsRelativeDn\">false</B>");
    line("  <G N=\"ObjectGuid\">00000000-0000-0000-0000-000000000000</G>");
    line(fmt::format("  <S N=\"Name\">{}</S>", name));
    line("</Props>");
    binary();
    close();
  }

  void word(std::string_view field, std::string_view value) {
    open(field);
    types(3, {"Microsoft.Exchange.Data.ErrorPolicies", "System.Enum", "System.ValueType",
              "System.Object"});
    line(fmt::format("<ToString>{}</ToString>", value));
    line("<I32>0</I32>");
    close();
  }

  void add_connector(int i) {
    indent_ = 2;
    open("");
    types(0,
          {"Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig",
           "Microsoft.Exchange.Data.Directory.SystemConfiguration.MailGateway",
           "Microsoft.Exchange.Data.Directory.SystemConfiguration.SendConnector", "System.Object"});
    line(fmt::format("<ToString>Connector {}</ToString>", i));
    line("<Props>");
    indent_ += 2;
    line("<B N=\"DNSRoutingEnabled\">false</B>");
    line("<Nil N=\"TlsDomain\" />");
    line("<Nil N=\"TlsAuthLevel\" />");
    word("ErrorPolicies", "Default");
    line("<I32 N=\"Port\">25</I32>");
    line("<B N=\"ForceHELO\">false</B>");
    line("<B N=\"FrontendProxyEnabled\">false</B>");
    line("<S N=\"Fqdn\">mail.contoso.com</S>");
    line("<S N=\"TlsCertificateName\">&lt;I&gt;CN=Contoso&lt;S&gt;CN=mail</S>");
    word("ProtocolLoggingLevel", "Verbose");
    open("AddressSpaces");
    types(1,
          {"Microsoft.Exchange.Data.MultiValuedProperty`1[[Microsoft.Exchange.Data.AddressSpace, "
           "Microsoft.Exchange.Data, Version=15.0.0.0, Culture=neutral, "
           "PublicKeyToken=31bf3856ad364e35]]",
           "Microsoft.Exchange.Data.MultiValuedPropertyBase", "System.Object"});
    line("<LST>");
    for (int space = 0; space < 3; ++space) {
      line(fmt::format("  <S>SMTP:d{}-{}.contoso.com;{}</S>", i, space, space + 1));
    }
    line("</LST>");
    close();
    line("<B N=\"IsScopedConnector\">false</B>");
    line("<S N=\"Comment\"></S>");
    open("SourceTransportServers");
    types(4, {"Microsoft.Exchange.Data.Directory.ADMultiValuedProperty`1", "System.Object"});
    line("<LST>");
    indent_ += 2;
    directory_id("", "EX01");
    directory_id("", "EX02");
    indent_ -= 2;
    line("</LST>");
    close();
    directory_id("HomeMTA", "Microsoft MTA");
    line("<S N=\"MaxMessageSize\">35 MB (36,700,160 bytes)</S>");
    line(fmt::format("<S N=\"Name\">Connector {}</S>", i));
    line(fmt::format("<G N=\"Guid\">5ed1d0b5-4a3f-4a55-9d0e-{:012x}</G>", i));
    line("<DT N=\"WhenChanged\">2022-10-19T20:31:31-07:00</DT>");
    line("<B N=\"IsValid\">true</B>");
    indent_ -= 2;
    line("</Props>");
    close();
  }

  std::size_t binary_;
  std::string text_;
  int indent_ = 0;
  int next_id_ = 0;
  int known_types_ = 0;
};

class EmptySink : public RecordSink {
 public:
  void record(const Record& record) override { fields += record.fields.size(); }
  void note(Note note) override { fmt::print("note: {}\n", note.message); }
  std::size_t fields = 0;
};

/// Milliseconds that `run` takes in a process of its own, so that it pays for its memory as a run
/// of the program does. The median.
double median_time(const std::function<void()>& run) {
  std::vector<double> times;
  for (int i = 0; i < kRuns; ++i) {
    std::array<int, 2> pipes{};
    if (pipe(pipes.data()) != 0) std::exit(1);
    if (fork() == 0) {
      const auto begin = std::chrono::steady_clock::now();
      run();
      const std::chrono::duration<double, std::milli> time =
          std::chrono::steady_clock::now() - begin;
      const double taken = time.count();
      _exit(write(pipes[1], &taken, sizeof taken) == sizeof taken ? 0 : 1);
    }
    double taken = 0;
    if (read(pipes[0], &taken, sizeof taken) != sizeof taken) std::exit(1);
    wait(nullptr);
    close(pipes[0]);
    close(pipes[1]);
    times.push_back(taken);
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

void parse(std::string& text) {
  pugi::xml_document document;
  if (!document.load_buffer_inplace(text.data(), text.size())) fmt::print("not parsed\n");
}

/// What `connlint check` does with the bytes of a file; returns the number of connectors.
std::size_t check(std::string bytes) {
  auto store = std::make_shared<SourceStore>();
  const SourceFile& file = store->add("generated.xml", std::move(bytes));
  const test::OrganizationText read(store, file);
  const RuleRegistry registry(rule_table());
  run({.organization = read.organization(), .sources = store, .notes = read.notes(), .counts = {}},
      registry, {});
  return read.organization().connectors.size();
}

void measure(std::string_view what, const std::string& document) {
  SourceStore store;
  const SourceFile& file = store.add("generated.xml", document);
  const double parsing = median_time([&] {
    std::string own = document;
    parse(own);
  });
  EmptySink sink;
  read_clixml(file, sink);
  const std::size_t connectors = check(document);
  const double reading = median_time([&] { read_clixml(file, sink); });
  const double checking = median_time([&] { check(document); });
  fmt::print(
      "{}: {:.1f} MB, {} connectors, {} fields\n"
      "  pugixml's parse {:.1f} ms\n"
      "  read_clixml {:.1f} ms, ratio {:.2f}\n"
      "  whole check {:.1f} ms, ratio {:.2f}\n",
      what, static_cast<double>(document.size()) / 1e6, connectors, sink.fields, parsing, reading,
      reading / parsing, checking, checking / parsing);
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t megabytes = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 30;
  const std::size_t size = megabytes * 1'000'000;
  // In exports of a local shell base64 texts are 70 to 90 % of the bytes.
  measure("with binary members", ObjectWriter(3000).document(size));
  measure("without", ObjectWriter(0).document(size));
}
