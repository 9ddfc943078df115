// What reading CLIXML costs beside pugixml's own parse of the same bytes: `bench_clixml [MB]`.
// Prints, for objects that carry long binary members as real exports do and for objects without:
// pugixml's parse in place, the same with the copy of the text that keeps the original, our reader
// with a sink that takes everything and keeps nothing, and the ratios to both. Medians.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "linter/formats/carrier.h"

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
    line("<G N=\"Guid\">5ed1d0b5-4a3f-4a55-9d0e-95c4bcf3f3f1</G>");
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

/// Milliseconds that `run` takes, without those of `prepare` before each run. The median.
double median_time(const std::function<void()>& prepare, const std::function<void()>& run) {
  std::vector<double> times;
  for (int i = 0; i < kRuns; ++i) {
    prepare();
    const auto begin = std::chrono::steady_clock::now();
    run();
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
    times.push_back(time.count());
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

void parse(std::string& text) {
  pugi::xml_document document;
  if (!document.load_buffer_inplace(text.data(), text.size())) fmt::print("not parsed\n");
}

void measure(std::string_view what, std::string document) {
  SourceStore store;
  const SourceFile& file = store.add("generated.xml", std::move(document));
  std::string copy;
  const double in_place = median_time([&] { copy = file.text; }, [&] { parse(copy); });
  const double with_copy = median_time([] {},
                                       [&] {
                                         std::string own = file.text;
                                         parse(own);
                                       });
  EmptySink sink;
  const double ours = median_time([] {}, [&] { read_clixml(file, sink); });
  fmt::print(
      "{}: {:.1f} MB, parse {:.1f} ms, with copy {:.1f} ms, read_clixml {:.1f} ms ({} fields), "
      "ratio {:.2f} (to parse with copy {:.2f})\n",
      what, static_cast<double>(file.text.size()) / 1e6, in_place, with_copy, ours,
      sink.fields / kRuns, ours / in_place, ours / with_copy);
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t megabytes = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 30;
  const std::size_t size = megabytes * 1'000'000;
  measure("with binary members", ObjectWriter(1500).document(size));
  measure("without", ObjectWriter(0).document(size));
}
