// What every format does with damaged files: no crash, every place inside of the file, and an
// error where the damage can be seen.
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "linter/formats/format.h"
#include "tests/support/record_text.h"
#include "tests/support/span_check.h"

namespace connlint {
namespace {

/// A small whole file, and the byte behind which every cut can be seen.
struct Sample {
  const char* format;
  std::string_view text;
  std::string_view visible_behind;
};

std::ostream& operator<<(std::ostream& out, const Sample& sample) { return out << sample.format; }

/// Where no cut can be seen: each line stands for itself.
constexpr std::string_view kNowhere = "\xFF";

constexpr std::array kSamples = {
    Sample{"clixml",
           R"(<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">
<Obj RefId="0"><TN RefId="0"><T>Deserialized.SendConnector</T></TN><Props><S N="Name">Fax &amp; Z)"
           "\xC3\xBC"
           R"(rich</S><Obj N="AddressSpaces" RefId="1"><LST><S>FAX:*;1</S></LST></Obj></Props>
<MS><Ref N="Again" RefId="1" /><Nil N="Fqdn" /><S N="Text">a_x000A_b</S></MS></Obj></Objs>)",
           "<Objs Version"},
    Sample{"convertto-xml",
           R"(<?xml version="1.0"?><Objects><Object Type="Mail"><Property Name="Name">Fax</Property>
<Property Name="AddressSpaces" Type="MVP"><Property Type="Space">FAX:*;1</Property></Property>
</Object></Objects>)",
           "<Objects>"},
    Sample{"ldif",
           "version: 1\ndn: CN=Fax,CN=Connections\nchangetype: add\nobjectClass: mailGateway\n"
           "routingList: FAX:\n *;1\nname:: WsO8cmljaA==\nwhenChanged: 20080311093000.0Z\n\n"
           "# second\ndn:: Q049Wg==\nmsExchSmtpSmartHost: [192.0.2.20]\n",
           kNowhere},
    Sample{
        "powershell",
        "$h = @{ Name = 'Fax'; AddressSpaces = \"FAX:*;1\", 'SMS:*;1' }\nNew-SendConnector @h `\n"
        "  -Enabled:$true <# x #>\nConfiguration C { Node n { ExchSendConnector A { Name = 'A'\n"
        "  AddressSpaces = @('FAX:*;1') } } }",
        "Configuration C {"},
    Sample{"mof",
           "instance of MSFT_ExchSendConnector as $x\n{\n Name = \"Fax\";\n AddressSpaces = {\n"
           "  \"FAX:*;1\",\n  \"SMS:*;1\"\n };\n Enabled = True;\n Port = 25;\n};",
           "instance of"},
    Sample{"registry",
           "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Profiles\\A\\"
           "13dbb0c8aa05101a9bb000aa002fc45a]\r\n\"01026687\"=hex:01,00,00,00,\\\r\n  41,00\r\n"
           "\"text\"=\"a\\\\b\"\r\n\"number\"=dword:0000002a\r\n@=-\r\n",
           kNowhere},
    Sample{"json",
           R"({"SendConnectors": [{"Name": "Z\u00fcrich \ud83d\udce0", "Port": 25.0e0,
"AddressSpaces": ["FAX:*;1", null], "SmartHosts": {"Domain": "a\\b"}, "Enabled": true}]})",
           "{"},
    Sample{
        "list",
        "[PS] C:\\>Get-SendConnector | fl\r\n\r\nName          : Fax\r\nAddressSpaces : {FAX:*;1, "
        "SMS:\r\n                *;1}\r\nComment       :\r\n\r\nName          : Sms\r\n"
        "AddressSpaces : {SMS:*;1...}\r\n",
        kNowhere},
    Sample{"csv",
           "#TYPE Selected.SendConnector\r\n\"Name\",\"AddressSpaces\",\"Comment\"\r\n"
           "\"Fax \"\"A\"\"\",\"FAX:*;1|SMS:*;1\",\"two\r\nlines\"\r\n",
           "\"two"},
    Sample{"yaml",
           "connlint: 1\nconnectors: {list: [{name: \"Z\\u00fcrich\", kind: send,\n"
           "  spaces: [&a 'FAX:*;1', *a], text: 'it''s'}], more: {x: [1, null]}}\n",
           "connectors: {"},
};

/// What a reader handed over.
struct Seen {
  std::size_t records = 0;
  std::size_t errors = 0;
  /// The first place that is wrong, or empty.
  std::string fault;
};

class CheckedSink : public RecordSink {
 public:
  CheckedSink(const SourceFile& file, Seen& seen) : check_(file), seen_(seen) {}

  void record(const Record& record) override {
    ++seen_.records;
    keep(check_.fault_of(record));
  }
  void note(Note note) override {
    seen_.errors += note.kind == NoteKind::unreadable ? 1U : 0U;
    keep(check_.fault_of(note));
  }

 private:
  void keep(const std::string& found) {
    if (seen_.fault.empty()) seen_.fault = found;
  }

  SpanCheck check_;
  Seen& seen_;
};

/// Reads the bytes with the format of that name; a wrong place is a failure.
Seen read(std::string_view format, std::string bytes,
          std::optional<Encoding> encoding = std::nullopt) {
  SourceStore store;
  const SourceFile& file = store.add("input", std::move(bytes), encoding);
  Seen seen;
  CheckedSink sink(file, seen);
  format_named(format)->read(file, sink);
  EXPECT_EQ(seen.fault, "") << format;
  return seen;
}

std::string name_of_sample(const testing::TestParamInfo<Sample>& sample) {
  std::string name(sample.param.format);
  std::ranges::replace(name, '-', '_');
  return name;
}

class DamagedInput : public testing::TestWithParam<Sample> {};

INSTANTIATE_TEST_SUITE_P(Formats, DamagedInput, testing::ValuesIn(kSamples), name_of_sample);

TEST_P(DamagedInput, WholeIsReadWithoutError) {
  const Seen whole = read(GetParam().format, std::string(GetParam().text));

  EXPECT_GT(whole.records, 0U);
  EXPECT_EQ(whole.errors, 0U);
  EXPECT_EQ(recognize_format(GetParam().text)->name, GetParam().format);
}

TEST_P(DamagedInput, CutOffAtEveryByteIsAnErrorWhereItShows) {
  const auto& [format, text, visible_behind] = GetParam();
  const std::size_t mark = text.find(visible_behind);
  const std::size_t last = text.find_last_not_of("\r\n");
  for (std::size_t length = 0; length < last; ++length) {
    const Seen cut = read(format, std::string(text.substr(0, length)));

    const bool shows = mark != std::string_view::npos && length >= mark + visible_behind.size();
    if (shows) {
      EXPECT_GT(cut.errors, 0U) << "cut off behind " << text.substr(0, length);
    }
  }
}

TEST_P(DamagedInput, WithAFlippedByteIsReadAsFarAsPossible) {
  const auto& [format, text, visible_behind] = GetParam();
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const int mask : {0x01, 0x10, 0x20, 0x5F, 0x80, 0xFF}) {
      std::string bytes(text);
      bytes[at] = static_cast<char>(bytes[at] ^ mask);
      static_cast<void>(read(format, std::move(bytes)));
    }
  }
}

TEST_P(DamagedInput, InAnotherEncodingThanItsOwnIsRead) {
  const auto& [format, text, visible_behind] = GetParam();
  for (const Encoding encoding : {Encoding::utf16le, Encoding::utf16be, Encoding::windows1252}) {
    static_cast<void>(read(format, std::string(text), encoding));
  }
}

TEST_P(DamagedInput, AVeryLongLineIsRead) {
  constexpr std::size_t kLength = 200'000;
  for (const char* piece : {"a", " ", "'", "\"", ",", ": ", "\\", "[", "<", "&#x41;", "`"}) {
    std::string line;
    while (line.size() < kLength) line += piece;
    static_cast<void>(read(GetParam().format, std::string(GetParam().text) + line));
  }
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string whole;
  for (std::size_t i = 0; i < count; ++i) whole += text;
  return whole;
}

TEST(DeepInput, IsRefused) {
  struct Deep {
    const char* format;
    std::string_view before;
    std::string_view repeated;
  };
  constexpr std::array kDeep = {
      Deep{"clixml", "<Objs Version=\"1.1.0.1\">", "<Obj RefId=\"0\"><LST>"},
      Deep{"clixml", "<Objs Version=\"1.1.0.1\"><Obj RefId=\"0\"><MS>", "<Obj N=\"A\"><MS>"},
      Deep{"clixml", "<Objs Version=\"1.1.0.1\">", "<a>"},
      Deep{"convertto-xml", "<Objects><Object Type=\"A\">", "<Property Name=\"B\">"},
      Deep{"json", "", "["},
      Deep{"json", "", "{\"a\":"},
      Deep{"json", "{\"a\":", "[{\"b\":"},
      Deep{"yaml", "connlint: ", "["},
      Deep{"yaml", "connlint: ", "{a: "},
      Deep{"yaml", "", "- "},
      Deep{"yaml", "", "? "},
      Deep{"mof", "instance of A {\n B = ", "{"},
      Deep{"powershell", "New-X ", "("},
      Deep{"powershell", "$h = ", "@{a="},
      Deep{"powershell", "Configuration C ", "{ R a "},
  };
  for (const Deep& deep : kDeep) {
    const std::string text = std::string(deep.before) + repeated(deep.repeated, 100'000);
    EXPECT_GT(read(deep.format, text).errors, 0U) << deep.format << " " << deep.repeated;
  }
}

TEST(GrowingInput, StaysSmall) {
  for (const auto& [format, name] :
       {std::pair{"clixml", "doctype.xml"}, std::pair{"yaml", "alias-bomb.yaml"}}) {
    SourceStore store;
    const SourceFile& file = store.add(name, bytes_of("fixtures/broken/" + std::string(name)));
    RecordWriter writer(store);
    format_named(format)->read(file, writer);

    EXPECT_NE(writer.text().find("unreadable: "), std::string::npos) << name;
    EXPECT_LT(writer.text().size(), 1'000'000U) << name;
  }
}

}  // namespace
}  // namespace connlint
