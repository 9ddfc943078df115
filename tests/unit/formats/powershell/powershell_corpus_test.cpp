// The exports that a real PowerShell wrote (CONNLINT_CORPUS): what the readers of XML and list text
// make of them, against what the objects held.
#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "linter/formats/format.h"
#include "tests/support/record_text.h"
#include "tests/support/span_check.h"

namespace connlint {
namespace {

using Json = nlohmann::ordered_json;
using Texts = std::vector<std::string>;

const std::string kCorpus = CONNLINT_CORPUS;

/// A property with its texts: the items of a list, the display texts of nested objects.
struct Kept {
  Texts texts;
  Loss loss = Loss::none;
};

using Object = std::map<std::string, Kept>;

/// Keeps the objects of a file by name.
class KeepingSink : public RecordSink {
 public:
  explicit KeepingSink(const SourceFile& file) : check_(file) {}

  void record(const Record& record) override {
    EXPECT_EQ(check_.fault_of(record), "");
    Object object;
    for (const Field& field : record.fields) {
      Kept kept{.texts = {}, .loss = field.value.loss};
      if (field.value.kind == ValueKind::list) {
        for (const Value& item : field.value.items) kept.texts.emplace_back(item.text.value);
      } else if (field.value.kind != ValueKind::null) {
        kept.texts.emplace_back(field.value.text.value);
      }
      object[std::string(field.name.value)] = kept;
    }
    ++count;
    containers[std::string(record.container.value)] += 1;
    const auto name = object.find("Name");
    if (name == object.end() || name->second.texts.size() != 1) return;
    objects[name->second.texts.front()] = std::move(object);
  }
  void note(Note note) override { notes.push_back(std::move(note)); }

  std::map<std::string, Object> objects;
  std::map<std::string, int> containers;
  std::vector<Note> notes;
  int count = 0;

 private:
  SpanCheck check_;
};

/// The format that is recognised, and what it reads.
struct Reading {
  explicit Reading(const std::string& path)
      : file(store.add(path, bytes_of(kCorpus + "/" + path))), sink(file) {
    const Format* format = recognize_format(file.text);
    if (format == nullptr) return;
    name = format->name;
    format->read(file, sink);
  }

  SourceStore store;
  const SourceFile& file;
  KeepingSink sink;
  std::string name;
};

std::string without_carriage_returns(std::string text) {
  std::erase(text, '\r');
  return text;
}

void expect_texts(const Object& object, const std::string& property, const Json& expected,
                  bool may_be_cut) {
  const auto found = object.find(property);
  if (found == object.end()) return;
  const Kept& kept = found->second;
  Texts wanted = expected.get<Texts>();
  if (kept.loss == Loss::truncated) {
    EXPECT_TRUE(may_be_cut) << property;
    ASSERT_LE(kept.texts.size(), wanted.size()) << property;
    wanted.resize(kept.texts.size());
  }
  EXPECT_EQ(kept.texts, wanted) << property;
}

void expect_send_connectors(const KeepingSink& sink, const Json& expected) {
  for (const Json& connector : expected.at("send")) {
    const std::string name = connector.at("name");
    SCOPED_TRACE(name);
    const auto found = sink.objects.find(name);
    ASSERT_NE(found, sink.objects.end());
    const Object& object = found->second;
    const bool may_be_cut = name == "Branches";
    expect_texts(object, "AddressSpaces", connector.at("address_spaces"), may_be_cut);
    expect_texts(object, "SmartHosts", connector.at("smart_hosts"), may_be_cut);
    expect_texts(object, "SourceTransportServers", connector.at("source_servers"), may_be_cut);
    const auto comment = object.find("Comment");
    if (comment == object.end()) continue;
    ASSERT_EQ(comment->second.texts.size(), 1U);
    EXPECT_EQ(without_carriage_returns(comment->second.texts.front()),
              without_carriage_returns(connector.at("comment").get<std::string>()));
  }
}

class PowerShellCorpus : public testing::Test {
 protected:
  void SetUp() override {
    if (kCorpus.empty()) GTEST_SKIP() << "CONNLINT_CORPUS is not set";
    expected_ = Json::parse(bytes_of(kCorpus + "/powershell/organization/expected.json"));
  }

  Json expected_;
};

TEST_F(PowerShellCorpus, EveryXmlAndListExportHoldsTheSendConnectors) {
  const std::map<std::string, std::string> exports = {
      {"send.local.xml", "clixml"},
      {"send.remote.utf8bom.xml", "clixml"},
      {"send.remote-flat.utf16be.xml", "clixml"},
      {"send.depth4.utf16le.xml", "clixml"},
      {"send.selected.xml", "clixml"},
      {"send.some-properties.xml", "clixml"},
      {"all.sequence.xml", "clixml"},
      {"all.dictionary.xml", "clixml"},
      {"send.convertto-xml.xml", "convertto-xml"},
      {"send.list.txt", "list"},
      {"send.list.wide.txt", "list"},
      {"send.list.80.txt", "list"},
      {"send.list.40.txt", "list"},
      {"send.list.limit4.txt", "list"},
      {"send.list.some-properties.txt", "list"},
      {"send.list.remote.utf16le.txt", "list"},
      {"all.list.unlimited.txt", "list"},
  };
  for (const auto& [name, format] : exports) {
    SCOPED_TRACE(name);
    const Reading reading("powershell/organization/" + name);
    EXPECT_EQ(reading.name, format);
    for (const Note& note : reading.sink.notes) ADD_FAILURE() << note.message;
    expect_send_connectors(reading.sink, expected_);
  }
}

TEST_F(PowerShellCorpus, OfAnExportOfDepthOneTheListsAreWhole) {
  // Below the depth limit objects are their display texts, lists are texts joined by blanks.
  const Reading reading("powershell/organization/send.depth1.xml");

  expect_send_connectors(reading.sink, expected_);
}

TEST_F(PowerShellCorpus, ADictionaryOfListsGivesItsObjectsUnderTheirKeys) {
  const Reading reading("powershell/organization/all.dictionary.xml");

  int records = 0;
  for (const auto& [container, count] : reading.sink.containers) {
    if (!container.empty()) records += count;
  }
  EXPECT_EQ(records, 13) << "6 + 1 + 1 connectors, 3 servers, 2 accepted domains";
  EXPECT_EQ(reading.sink.containers.at("Servers"), 3);
  EXPECT_EQ(reading.sink.containers.at(""), 1) << "the time of the export";
}

TEST_F(PowerShellCorpus, TheTableIsRefused) {
  const Reading reading("powershell/organization/send.table.txt");

  EXPECT_EQ(reading.name, "list");
  EXPECT_EQ(reading.sink.count, 0);
  ASSERT_EQ(reading.sink.notes.size(), 1U);
  EXPECT_NE(reading.sink.notes.front().message.find("found a table"), std::string::npos);
}

TEST_F(PowerShellCorpus, TheRealConnectorIsTheSameInEveryExport) {
  const std::map<std::string, std::string> exports = {
      {"clixml/exchange/GetSendConnector.xml", "clixml"},
      {"powershell/real/send.again.xml", "clixml"},
      {"powershell/real/list.80.txt", "list"},
      {"powershell/real/list.120.txt", "list"},
      {"powershell/real/list.4096.txt", "list"},
  };
  for (const auto& [path, format] : exports) {
    SCOPED_TRACE(path);
    const Reading reading(path);
    EXPECT_EQ(reading.name, format);
    ASSERT_EQ(reading.sink.objects.size(), 1U);
    const Object& object = reading.sink.objects.at("Mail to O365");
    EXPECT_EQ(object.at("AddressSpaces").texts, Texts{"SMTP:*;1"});
    EXPECT_EQ(object.at("SmartHosts").texts, Texts{"microsoft-com.mail.protection.outlook.com"});
    EXPECT_EQ(object.at("TlsCertificateName").texts, Texts{"<I>CN=localhost<S>CN=localhost"});
    EXPECT_EQ(object.at("SourceIPAddress").texts, Texts{"0.0.0.0"});
    EXPECT_EQ(object.at("MaxMessageSize").texts, Texts{"35 MB (36,700,160 bytes)"});
    EXPECT_EQ(object.at("SourceTransportServers").texts, Texts{"WIN-CTD3L0RGEN4"});
    EXPECT_EQ(object.at("ConnectionInactivityTimeOut").texts, Texts{"00:10:00"});
    EXPECT_EQ(
        object.at("DistinguishedName").texts,
        Texts{
            "CN=Mail to O365,CN=Connections,CN=Exchange Routing Group (DWBGZMFD01QNBJR),CN=Routing "
            "Groups,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative "
            "Groups,CN=First Organization,CN=Microsoft "
            "Exchange,CN=Services,CN=Configuration,DC=exlab,DC=dom"});
  }
}

TEST_F(PowerShellCorpus, EveryFileOfCmdletsOnServersIsReadWithoutANote) {
  const std::map<std::string, int> files = {
      {"GetHybridConfiguration.xml", 1}, {"GetAcceptedDomain.xml", 3},
      {"GetAcceptedDomain_Bad.xml", 4},  {"GetIrmConfiguration.utf16.xml", 1},
      {"GetReceiveConnector.xml", 5},    {"GetExchangeServer.xml", 2},
      {"GetSendConnector.xml", 1},
  };
  for (const auto& [name, count] : files) {
    SCOPED_TRACE(name);
    const Reading reading("clixml/exchange/" + name);
    EXPECT_EQ(reading.name, "clixml");
    EXPECT_EQ(reading.sink.count, count);
    for (const Note& note : reading.sink.notes) ADD_FAILURE() << note.message;
  }
}

TEST_F(PowerShellCorpus, FragmentsOfOtherReadersAreRead) {
  for (const char* folder : {"psrpcore", "pypsrp", "psrp-wire"}) {
    const std::filesystem::path path = kCorpus + "/clixml/reader/" + folder;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      if (entry.path().extension() != ".xml") continue;
      SCOPED_TRACE(entry.path().filename().string());
      const Reading reading("clixml/reader/" + std::string(folder) + "/" +
                            entry.path().filename().string());
      EXPECT_EQ(reading.name, "clixml");
    }
  }
}

/// What the reader makes of a fragment, without its types.
std::string read_fragment(const std::string& path) {
  return read_as_text(read_clixml, bytes_of(kCorpus + "/clixml/reader/" + path));
}

TEST_F(PowerShellCorpus, FragmentsOfOtherReadersMeanWhatTheirTestsSay) {
  EXPECT_EQ(read_fragment("psrpcore/test_serialize_circular_reference.50.xml"),
            "record <System.Management.Automation.PSCustomObject, System.Object>\n"
            "  MyProp: \"1\"\n"
            "  List: [\"1\", null lost=unresolved]\n"
            "  Dict: <System.Collections.Hashtable, System.Object> {test: \"1\", obj: null "
            "lost=unresolved}\n"
            "  CircularRef: null lost=unresolved\n");
  EXPECT_EQ(read_fragment("psrpcore/test_serialize_python_class.42.xml"),
            "record <System.Management.Automation.PSCustomObject, System.Object>\n"
            "  attribute: \"abc\"\n"
            "  property: \"def\"\n");
  EXPECT_EQ(read_fragment("pypsrp/test_deserialize_obj_missing_prop_names.15.xml"),
            "record <System.Test, System.Object> \"obj\"\n");
  EXPECT_EQ(read_fragment("pypsrp/test_deserialize_unknown_tag.18.xml"),
            "record\n"
            "  T: \"System.Management.Automation.Host.Size\" lost=type_name\n"
            "  V: {height: \"50\", width: \"60\"}\n");
  // A value beside properties is no more than one of several things that the object states.
  EXPECT_EQ(
      read_fragment("pypsrp/test_deserialize_dynamic_obj_type_ref.16.xml"),
      "record <System.Management.Automation.PSCustomObject, System.Object> \"to string value\"\n"
      "  extended_key: \"extended\"\n"
      "  adapted_key: \"adapted\"\n");
  const std::string circular = read_fragment("pypsrp/test_deserialize_circular_reference.20.xml");
  EXPECT_NE(circular.find("  DistinguishedName: \"DC=com\"\n"), std::string::npos);
  EXPECT_NE(circular.find("  DomainId: null lost=unresolved\n"), std::string::npos);
  EXPECT_EQ(read_fragment("pypsrp/test_sanitise_clixml_with_error.xml"),
            "suspicious: the shell that wrote this reports an error here\n");
}

}  // namespace
}  // namespace connlint
