// The walk through XML against another reader of XML: pugixml's tree of the same bytes.
#include "linter/formats/xml/xml_cursor.h"

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include "tests/support/record_text.h"

namespace connlint {
namespace {

/// Line breaks and white space stay as the file has them.
constexpr unsigned kAsWritten =
    pugi::parse_cdata | pugi::parse_escapes | pugi::parse_ws_pcdata | pugi::parse_comments;

bool is_text(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

bool is_blank(const pugi::xml_node& node) {
  return node.type() == pugi::node_comment ||
         (node.type() == pugi::node_pcdata &&
          std::string_view(node.value()).find_first_not_of(" \t\r\n") == std::string_view::npos);
}

/// Whether nothing but blanks and comments stands before a child element.
bool holds_elements(const pugi::xml_node& element) {
  for (const pugi::xml_node& child : element.children()) {
    if (!is_blank(child)) return child.type() == pugi::node_element;
  }
  return false;
}

std::string text_in(const pugi::xml_node& element) {
  std::string text;
  for (const pugi::xml_node& child : element.children()) {
    if (is_text(child)) text += child.value();
  }
  return text;
}

/// Compares what the cursor reads of the element whose start tag it just read with `expected`.
/// Returns how many elements were compared.
std::size_t compare(XmlCursor& cursor, const XmlTag& tag, const pugi::xml_node& expected) {
  Arena arena;
  EXPECT_EQ(tag.name, expected.name());
  for (const pugi::xml_attribute& attribute : expected.attributes()) {
    EXPECT_EQ(cursor.attribute(attribute.name(), arena).value, attribute.value());
  }
  if (!holds_elements(expected)) {
    EXPECT_EQ(cursor.text(tag, arena).value, text_in(expected));
    return 1;
  }
  std::size_t compared = 1;
  pugi::xml_node child = expected.first_child();
  for (XmlTag next = cursor.next_child(); next.exists(); next = cursor.next_child()) {
    while (child && child.type() != pugi::node_element) child = child.next_sibling();
    EXPECT_TRUE(child) << "more elements than in the tree: " << next.name;
    if (!child) return compared;
    compared += compare(cursor, next, child);
    child = child.next_sibling();
  }
  while (child && child.type() != pugi::node_element) child = child.next_sibling();
  EXPECT_FALSE(child) << "fewer elements than in the tree: " << child.name();
  return compared;
}

/// Returns how many elements of the file were compared.
std::size_t compare(const std::string& name, std::string bytes) {
  SCOPED_TRACE(name);
  SourceStore store;
  const SourceFile& file = store.add(name, std::move(bytes));
  pugi::xml_document document;
  const std::string& text = file.text;
  EXPECT_TRUE(document.load_buffer(text.data(), text.size(), kAsWritten, pugi::encoding_utf8));
  XmlCursor cursor(file, 0, text.size());
  const XmlTag root = cursor.next_child();
  const std::size_t compared = compare(cursor, root, document.document_element());
  EXPECT_FALSE(cursor.next_child().exists());
  EXPECT_FALSE(cursor.failed()) << cursor.damage();
  return compared;
}

TEST(XmlCursorTest, ReadsOddButWellFormedXmlAsPugixmlDoes) {
  EXPECT_EQ(compare("odd.xml",
                    "<?xml version='1.0'?>\n<!-- a > b -->\n"
                    "<a  x = '1' y=\"&lt;&#x41;&#66;'\">\r\n  <b/><b />\n"
                    "  <c>&amp;lt; <![CDATA[<d>]]> ]] &gt;\r\n</c><e></e ><!-- <f> --><?g h?>\n"
                    "  <n:i n:j='>'> \t </n:i>\n</a>\n"),
            6U);
}

TEST(XmlCursorTest, ReadsEveryWellFormedFixtureAsPugixmlDoes) {
  const std::filesystem::path root = std::filesystem::path(CONNLINT_SOURCE_DIR) / "fixtures";
  std::size_t files = 0;
  std::size_t elements = 0;
  for (const char* folder : {"formats", "organizations"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      // A line of the shell stands before the XML of that file.
      if (entry.path().extension() != ".xml" || entry.path().filename() == "header.xml") continue;
      ++files;
      elements += compare(entry.path().string(), bytes_of(entry.path().string()));
    }
  }
  EXPECT_GE(files, 20U);
  EXPECT_GE(elements, 20 * files);
}

}  // namespace
}  // namespace connlint
