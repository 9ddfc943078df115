// The LDIF files of other projects (CONNLINT_CORPUS): their expectations, and where connlint
// differs from them and why.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "linter/formats/format.h"
#include "linter/support/text.h"
#include "tests/support/record_text.h"

namespace connlint {
namespace {

using Json = nlohmann::ordered_json;
/// The values of an entry by attribute, and its name.
struct Entry {
  std::string dn;
  std::map<std::string, std::vector<std::string>> attributes;
  friend bool operator==(const Entry&, const Entry&) = default;
};

/// Keeps what a reader hands over.
class KeepingSink : public RecordSink {
 public:
  void record(const Record& record) override {
    Entry entry;
    for (const Field& field : record.fields) {
      if (&field == record.fields.data()) {
        entry.dn = field.value.text.value;
        continue;
      }
      std::vector<std::string>& values = entry.attributes[std::string(field.name.value)];
      if (field.value.kind == ValueKind::list) {
        for (const Value& item : field.value.items) values.emplace_back(item.text.value);
      } else {
        values.emplace_back(field.value.text.value);
      }
      lost += field.value.loss == Loss::none ? 0 : 1;
    }
    entries.push_back(std::move(entry));
  }
  void note(Note note) override { notes.push_back(std::move(note)); }

  [[nodiscard]] bool has_error() const {
    return std::ranges::any_of(notes,
                               [](const Note& note) { return note.kind == NoteKind::unreadable; });
  }

  std::vector<Entry> entries;
  std::vector<Note> notes;
  std::size_t lost = 0;
};

KeepingSink& read_into(KeepingSink& sink, const std::string& bytes) {
  SourceStore store;
  read_ldif(store.add("file", bytes), sink);
  return sink;
}

/// Reads the literals that index.json of python-ldap consists of: lists, tuples and dictionaries of
/// byte strings and texts.
class PythonReader {
 public:
  explicit PythonReader(std::string_view text) : rest_(text) {}

  std::vector<Entry> entries() {
    std::vector<Entry> made;
    expect('[');
    while (!take(']')) {
      Entry entry;
      expect('(');
      entry.dn = text();
      expect(',');
      expect('{');
      while (!take('}')) {
        std::vector<std::string>& values = entry.attributes[text()];
        expect(':');
        expect('[');
        while (!take(']')) values.push_back(text());
      }
      expect(')');
      made.push_back(std::move(entry));
    }
    return made;
  }

 private:
  bool take(char c) {
    while (!rest_.empty() && (rest_.front() == ' ' || (c != ',' && rest_.front() == ','))) {
      rest_.remove_prefix(1);
    }
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void expect(char c) {
    if (!take(c))
      throw std::runtime_error("no Python literal: " + std::string(rest_.substr(0, 40)));
  }
  std::string text() {
    take('b');
    expect('\'');
    std::string made;
    for (; !rest_.starts_with('\''); rest_.remove_prefix(1)) {
      if (rest_.front() != '\\') {
        made += rest_.front();
        continue;
      }
      rest_.remove_prefix(1);
      switch (rest_.front()) {
        case 'n': made += '\n'; break;
        case 't': made += '\t'; break;
        case 'x':
          made += static_cast<char>(std::stoi(std::string(rest_.substr(1, 2)), nullptr, 16));
          rest_.remove_prefix(2);
          break;
        default: made += rest_.front();
      }
    }
    rest_.remove_prefix(1);
    return made;
  }

  std::string_view rest_;
};

class LdifCorpusTest : public testing::Test {
 protected:
  static std::string bytes(const std::string& path) {
    return bytes_of(std::string(CONNLINT_CORPUS) + "/ldif/" + path);
  }
  static Json index(const std::string& path) { return Json::parse(bytes(path)); }
};

TEST_F(LdifCorpusTest, PythonLdapEntriesAreTheExpectedOnes) {
  for (const Json& row : index("python-ldap/index.json")) {
    if (row["kind"] != "entry") continue;
    const std::string file = row["file"];
    std::vector<Entry> expected = PythonReader(row["records"].get<std::string>()).entries();
    KeepingSink sink;
    read_into(sink, bytes("python-ldap/" + file));
    if (file == "TestEntryRecords.test_ignored_attr_types.ldif") {
      // Its caller asked not to be given `b`; connlint has no such wish.
      expected[0].attributes["b"] = {"value_b"};
    }
    if (file == "TestEntryRecords.test_max_entries.ldif") {
      // Its caller asked for two entries of the four.
      ASSERT_EQ(sink.entries.size(), 4U);
      sink.entries.resize(2);
    }
    EXPECT_EQ(sink.entries, expected) << file;
    EXPECT_TRUE(sink.notes.empty()) << file;
  }
}

TEST_F(LdifCorpusTest, PythonLdapChangesAreLeftOutAndCounted) {
  // connlint reads objects, so that every `modify` record is left out, with one note for each file.
  const std::map<std::string, std::string> kCounts = {
      {"TestChangeRecords.test_empty.ldif", ""},
      {"TestChangeRecords.test_simple.ldif", "(1 x modify)"},
      {"TestChangeRecords.test_weird_empty_lines.ldif", "(2 x modify)"},
      {"TestChangeRecords.test_missing_trailing_dash_separator.ldif", "(1 x modify)"},
      {"TestChangeRecords.test_mod_increment.ldif", "(1 x modify)"}};
  for (const auto& [file, count] : kCounts) {
    KeepingSink sink;
    read_into(sink, bytes("python-ldap/" + file));
    EXPECT_TRUE(sink.entries.empty()) << file;
    std::string messages;
    for (const Note& note : sink.notes) messages += note.message;
    EXPECT_EQ(sink.notes.size(), count.empty() ? 0U : 1U) << file;
    EXPECT_NE(messages.find(count), std::string::npos) << file;
  }
}

TEST_F(LdifCorpusTest, GoLdapFilesGetTheExpectedVerdicts) {
  // A `version:` line before the second entry: refused there, read here, since ldapsearch repeats
  // the line for every page of a paged search.
  const std::set<std::string> kAcceptedHere = {"ldif_test.ldifVersionOnSecond.12.ldif"};
  for (const Json& row : index("go-ldap/index.json")) {
    const std::string file = row["file"];
    KeepingSink sink;
    read_into(sink, bytes("go-ldap/" + file));
    const bool refused = row["expect"] == "reject" && !kAcceptedHere.contains(file);
    EXPECT_EQ(sink.has_error(), refused) << file;
  }
}

std::string entries_of(const std::string& bytes) { return read_as_text(read_ldif, bytes); }

TEST_F(LdifCorpusTest, ExamplesOfTheStandard) {
  const std::string barbara =
      "record <top, person, organizationalPerson> \"cn=Barbara Jensen, ou=Product Development, "
      "dc=airius, dc=com\"\n"
      "  dn: \"cn=Barbara Jensen, ou=Product Development, dc=airius, dc=com\"\n"
      "  objectclass: [\"top\", \"person\", \"organizationalPerson\"]\n"
      "  cn: [\"Barbara Jensen\", \"Barbara J Jensen\", \"Babs Jensen\"]\n"
      "  sn: \"Jensen\"\n"
      "  uid: \"bjensen\"\n"
      "  telephonenumber: \"+1 408 555 1212\"\n";

  EXPECT_EQ(entries_of(bytes("rfc2849/example1.raw.txt")),
            barbara +
                "  description: \"A big sailing fan.\"\n"
                "record <top, person, organizationalPerson> \"cn=Bjorn Jensen, ou=Accounting, "
                "dc=airius, dc=com\"\n"
                "  dn: \"cn=Bjorn Jensen, ou=Accounting, dc=airius, dc=com\"\n"
                "  objectclass: [\"top\", \"person\", \"organizationalPerson\"]\n"
                "  cn: \"Bjorn Jensen\"\n"
                "  sn: \"Jensen\"\n"
                "  telephonenumber: \"+1 408 555 1212\"\n");
  EXPECT_EQ(entries_of(bytes("rfc2849/example2.raw.txt")),
            barbara +
                "  description: \"Babs is a big sailing fan, and travels extensively in search of "
                "perfect sailing conditions.\"\n"
                "  title: \"Product Manager, Rod and Reel Division\"\n");
}

TEST_F(LdifCorpusTest, Example3AsPrintedAndWithErrata2258) {
  const std::string kPrinted = bytes("rfc2849/example3.raw.txt");
  // The standard prints the continuations without the blank: errors, and the value is unknown.
  KeepingSink printed;
  EXPECT_EQ(read_into(printed, kPrinted).notes.size(), 3U);
  EXPECT_EQ(printed.lost, 1U);

  std::string corrected = kPrinted;
  for (std::string_view line : {"\nIGlz", "\nVGhl", "\nVyIG", "\nb3V0"}) {
    const std::size_t at = corrected.find(line);
    if (at != std::string::npos) corrected.insert(at + 1, " ");
  }
  KeepingSink sink;
  read_into(sink, corrected);
  ASSERT_EQ(sink.entries.size(), 1U);
  EXPECT_TRUE(sink.notes.empty());
  EXPECT_EQ(sink.entries[0].attributes["description"],
            std::vector<std::string>{
                "What a careful reader you are!  This value is base-64-encoded because it has a "
                "control character in it (a CR).\r  By the way, you should really get out more."});
}

TEST_F(LdifCorpusTest, Example4HasTextsInOtherLanguages) {
  KeepingSink sink;
  read_into(sink, bytes("rfc2849/example4.raw.txt"));

  ASSERT_EQ(sink.entries.size(), 2U);
  EXPECT_EQ(sink.entries[0].dn, "ou=営業部,o=Airius");
  // The options of names are left off, so that the values of all languages come together.
  EXPECT_EQ(sink.entries[0].attributes["ou"],
            (std::vector<std::string>{"営業部", "営業部", "えいぎょうぶ", "Sales"}));
  EXPECT_EQ(sink.entries[1].dn, "uid=rogasawara,ou=営業部,o=Airius");
  EXPECT_EQ(sink.entries[1].attributes["title"],
            (std::vector<std::string>{"営業部 部長", "営業部 部長", "えいぎょうぶ ぶちょう",
                                      "Sales, Director"}));
  // The two lines of the example's title that were cut out with it, and one comment that the page
  // of the standard wrapped.
  EXPECT_EQ(sink.notes.size(), 3U);
}

TEST_F(LdifCorpusTest, Examples5To7HaveValuesInFilesAndChanges) {
  // The page break of the standard is an empty line in example 5: its second half has no name.
  EXPECT_EQ(entries_of(bytes("rfc2849/example5.raw.txt")),
            "record <top, person, organizationalPerson> \"cn=Horatio Jensen, ou=Product Testing, "
            "dc=airius, dc=com\"\n"
            "  dn: \"cn=Horatio Jensen, ou=Product Testing, dc=airius, dc=com\"\n"
            "  objectclass: [\"top\", \"person\", \"organizationalPerson\"]\n"
            "  cn: \"Horatio Jensen\"\n"
            "unreadable: expected 'dn: ...' at the beginning of an entry; the entry is left out, "
            "export it again\n");
  // In example 6 the page breaks took away the empty line before one record, and left one within
  // another; both are read as they were meant.
  EXPECT_EQ(entries_of(bytes("rfc2849/example6.raw.txt")),
            "record <top, person, organizationalPerson> \"cn=Fiona Jensen, ou=Marketing, "
            "dc=airius, dc=com\"\n"
            "  dn: \"cn=Fiona Jensen, ou=Marketing, dc=airius, dc=com\"\n"
            "  objectclass: [\"top\", \"person\", \"organizationalPerson\"]\n"
            "  cn: \"Fiona Jensen\"\n"
            "  sn: \"Jensen\"\n"
            "  uid: \"fiona\"\n"
            "  telephonenumber: \"+1 408 555 1212\"\n"
            "  jpegphoto: \"file:///usr/local/directory/photos/fiona.jpg\" lost=unresolved\n"
            "suspicious: an entry begins here without an empty line before it; read as an entry of "
            "its own\n"
            "ignored: change records that do not add an object are left out (1 x delete, 2 x "
            "modify, 2 x modrdn); a linter needs the objects themselves: export them with ldifde "
            "-f\n"
            "ignored: the value of 'jpegphoto' stands in another file, which is never opened; "
            "taken as unknown, export without -t\n");
  EXPECT_EQ(entries_of(bytes("rfc2849/example7.raw.txt")),
            "ignored: change records that do not add an object are left out (1 x delete); a linter "
            "needs the objects themselves: export them with ldifde -f\n");
}

/// The entries below a container named Connections, by their cn.
std::map<std::string, Entry> connectors_of(const KeepingSink& sink) {
  std::map<std::string, Entry> found;
  for (const Entry& entry : sink.entries) {
    if (find_ignoring_case(entry.dn, ",cn=Connections,") == std::string_view::npos) continue;
    found.emplace(entry.attributes.at("cn").front(), entry);
  }
  return found;
}

TEST_F(LdifCorpusTest, OpenLdapToolsGiveWhatWasPutIn) {
  const Json expected = index("openldap/expected.json");
  for (const char* file : {"ldapsearch.ldif", "ldapsearch-LLL.ldif", "ldapsearch-L-paged.ldif",
                           "ldapsearch-connectors.nowrap.ldif", "slapcat.ldif"}) {
    KeepingSink sink;
    read_into(sink, bytes(std::string("openldap/") + file));
    const std::map<std::string, Entry> connectors = connectors_of(sink);

    EXPECT_TRUE(sink.notes.empty()) << file;
    EXPECT_EQ(connectors.size(), expected["connectors"].size()) << file;
    for (const Json& row : expected["connectors"]) {
      const std::string name = row["name"];
      ASSERT_TRUE(connectors.contains(name)) << file << ": " << name;
      const auto& attributes = connectors.at(name).attributes;
      if (row.contains("address_spaces")) {
        EXPECT_EQ(attributes.at("routingList"),
                  row["address_spaces"].get<std::vector<std::string>>())
            << file << ": " << name;
      }
      if (row.contains("comment")) {
        EXPECT_EQ(attributes.at("adminDescription"),
                  std::vector<std::string>{row["comment"].get<std::string>()})
            << file;
      }
      if (row.contains("cost")) {
        EXPECT_EQ(attributes.at("cost").front(), std::to_string(row["cost"].get<int>())) << file;
      }
    }
  }
}

TEST_F(LdifCorpusTest, OpenLdapNamesWithoutValuesAreUnknown) {
  KeepingSink sink;
  read_into(sink, bytes("openldap/ldapsearch-A-no-values.ldif"));

  std::size_t attributes = 0;
  for (const Entry& entry : sink.entries) attributes += entry.attributes.size();
  EXPECT_EQ(sink.entries.size(), 7U);
  EXPECT_EQ(sink.lost, attributes);
  ASSERT_EQ(sink.notes.size(), 1U);
  EXPECT_TRUE(sink.notes[0].message.starts_with("7 entries have names of attributes without"));
}

TEST_F(LdifCorpusTest, OpenLdapValuesInFilesAreNotOpened) {
  const std::string text = bytes("openldap/ldapsearch-t-urls.ldif");
  std::size_t urls = 0;
  for (std::size_t at = 0; (at = text.find(":< file:", at)) != std::string::npos; ++at) ++urls;
  KeepingSink sink;
  read_into(sink, text);

  EXPECT_GT(urls, 0U);
  EXPECT_EQ(sink.lost, urls);
  ASSERT_EQ(sink.notes.size(), 1U);
  EXPECT_EQ(sink.notes[0].kind, NoteKind::ignored);
}

}  // namespace
}  // namespace connlint
