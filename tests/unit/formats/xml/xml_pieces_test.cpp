// XML read in pieces against pugixml's tree of the whole: the same elements, texts and attributes,
// each at its place.
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include "linter/formats/xml/xml_splitter.h"
#include "linter/formats/xml/xml_tree.h"
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

constexpr XmlShape kShape{
    .object = "object",
    .part_attribute = "part",
    .is_container = [](std::string_view name) { return name == "list"; },
    .holds_parts = [](std::string_view name) { return name == "parts"; },
};

/// The text of `file` that a span covers.
std::string_view text_at(const SourceFile& file, Span where) {
  return std::string_view(file.text).substr(where.begin, where.length);
}

/// Compares an element of a piece with `expected`. Returns how many elements were compared.
std::size_t compare(const SourceFile& file, XmlTree& tree, const pugi::xml_node& element,
                    const pugi::xml_node& expected) {
  Arena arena;
  const std::string name = element.name();
  EXPECT_EQ(name, expected.name());
  EXPECT_TRUE(text_at(file, tree.tag_of(element)).starts_with("<" + name));
  EXPECT_TRUE(text_at(file, tree.tag_of(element)).ends_with(">"));
  for (const pugi::xml_attribute& attribute : expected.attributes()) {
    const Text value = tree.attribute(element, attribute.name(), arena);
    EXPECT_EQ(value.value, attribute.value());
    EXPECT_EQ(value.verbatim, text_at(file, value.where) == value.value);
  }
  std::size_t compared = 1;
  if (!holds_elements(expected)) {
    const Text text = tree.text(element, arena);
    EXPECT_EQ(text.value, text_in(expected));
    EXPECT_EQ(text.verbatim, text_at(file, text.where) == text.value);
  } else {
    pugi::xml_node other = expected.first_child();
    for (const pugi::xml_node& child : element.children()) {
      if (child.type() != pugi::node_element) continue;
      while (other && other.type() != pugi::node_element) other = other.next_sibling();
      EXPECT_TRUE(other) << "more elements than in the tree: " << child.name();
      compared += compare(file, tree, child, other);
      other = other.next_sibling();
    }
    while (other && other.type() != pugi::node_element) other = other.next_sibling();
    EXPECT_FALSE(other) << "fewer elements than in the tree: " << other.name();
  }
  const std::string_view whole = text_at(file, tree.span_of(element));
  EXPECT_TRUE(whole.starts_with("<" + name));
  EXPECT_TRUE(whole.ends_with("/>") || whole.find("</" + name) != std::string_view::npos) << whole;
  return compared;
}

/// Takes every element in the root for a piece. Returns how many elements were compared.
std::size_t compare(const std::string& name, std::string bytes) {
  SCOPED_TRACE(name);
  SourceStore store;
  const SourceFile& file = store.add(name, std::move(bytes));
  pugi::xml_document document;
  const std::string& text = file.text;
  EXPECT_TRUE(document.load_buffer(text.data(), text.size(), kAsWritten, pugi::encoding_utf8));
  XmlSplitter splitter(file, 0, text.size(), kShape);
  XmlTree tree(file);
  EXPECT_EQ(splitter.next_child(0).name, document.document_element().name());
  std::size_t compared = 1;
  pugi::xml_node expected = document.document_element().first_child();
  for (XmlTag tag = splitter.next_child(1); tag.exists(); tag = splitter.next_child(1)) {
    while (expected && expected.type() != pugi::node_element) expected = expected.next_sibling();
    const XmlPiece piece = splitter.read_piece(Containers::taken);
    EXPECT_FALSE(piece.damage) << piece.damage->message;
    EXPECT_FALSE(tree.parse(piece, kShape));
    compared += compare(file, tree, tree.root(), expected);
    EXPECT_EQ(tree.span_of(tree.root()), file.span(piece.begin, piece.end - piece.begin));
    expected = expected.next_sibling();
  }
  while (expected && expected.type() != pugi::node_element) expected = expected.next_sibling();
  EXPECT_FALSE(expected);
  EXPECT_FALSE(splitter.next_child(0).exists());
  EXPECT_FALSE(splitter.take_damage());
  return compared;
}

/// How a text falls into objects: the piece of each, with what closes it, and what is damaged.
std::string pieces_of(std::string text) {
  SourceStore store;
  const SourceFile& file = store.add("pieces.xml", std::move(text));
  XmlSplitter splitter(file, 0, file.text.size(), kShape);
  XmlTree tree(file);
  std::string out;
  const auto damage = [&](const std::optional<XmlDamage>& found) {
    if (!found) return;
    out += "  " + found->message + " @" + std::to_string(found->where.begin) + '\n';
  };
  splitter.next_child(0);
  for (XmlTag tag = splitter.next_child(1); tag.exists(); tag = splitter.next_child(1)) {
    damage(splitter.take_damage());
    const XmlPiece piece = splitter.read_piece(Containers::taken);
    out += file.text.substr(piece.begin, piece.end - piece.begin);
    if (!piece.closing.empty()) out += " + " + piece.closing;
    out += '\n';
    damage(tree.parse(piece, kShape));
  }
  damage(splitter.take_damage());
  return out;
}

TEST(XmlPiecesTest, ReadsOddButWellFormedXmlAsPugixmlDoes) {
  EXPECT_EQ(compare("odd.xml",
                    "<?xml version='1.0'?>\n<!-- a > b -->\n"
                    "<a  x = '1' y=\"&lt;&#x41;&#66;'\">\r\n  <b/><b />\n"
                    "  <c>&amp;lt; <![CDATA[<d>]]> ]] &gt;\r\n</c><e></e ><!-- <f> --><?g h?>\n"
                    "  <n:i n:j='>'> \t </n:i>\n</a>\n"),
            6U);
  EXPECT_EQ(compare("nested.xml",
                    "<r><a  x = '1' y=\"&lt;&#x41;&#66;'\">\r\n  <b/><b />\n"
                    "  <c>&amp;lt; <![CDATA[<d>]]> ]] &gt;\r\n</c><e></e ><!-- <f> --><?g h?>\n"
                    "  <i j='>' k=''> \t </i><l>1<!-- </l> --> <?m ?>2</l>"
                    "<o><p><q/><!-- </o> --></p ><!-- > --> </o>\n</a>\n</r>"),
            11U);
}

TEST(XmlPiecesTest, DamageCostsTheObjectThatItIsIn) {
  // An end tag that is not the one of the element, a missing one, one too many.
  EXPECT_EQ(pieces_of("<r><object><a>1</b></a><a/></object><object>2</object></r>"),
            "<object> + </object>\n"
            "  expected '</a>', found '</b>' @15\n"
            "<object>2</object>\n");
  EXPECT_EQ(pieces_of("<r><object><parts><a/><c><object>2</object><object part='1'/></r>"),
            "<object><parts><a/> + </parts></object>\n"
            "  expected '</c>', found another 'object' @25\n"
            "<object>2</object>\n"
            "<object part='1'/>\n");
  EXPECT_EQ(pieces_of("<r><object>1</object></object><object>2</object></r>"),
            "<object>1</object>\n"
            "  expected '</r>', found '</object>' @21\n"
            "<object>2</object>\n");
  // A tag that is none, attributes that are none.
  EXPECT_EQ(
      pieces_of("<r><object><parts><a/>1 < 2</parts></object><object>2</object></r>"),
      "<object><parts><a/> + </parts></object>\n"
      "  expected the name of an element behind '<' (in a text, '<' is written '&lt;'), found "
      "' 2' @24\n"
      "<object>2</object>\n");
  EXPECT_EQ(pieces_of("<r><object><a b=\"1><c/></a></object><object>2</object></r>"),
            "<object> + </object>\n"
            "  expected \" at the end of the attribute, found '<' @16\n"
            "<object>2</object>\n");
  EXPECT_EQ(pieces_of("<r><object c=\"1><d/></object><object>2</object></r>"),
            "  expected \" at the end of the attribute, found '<' @13\n"
            "<object>2</object>\n"
            "");
  EXPECT_EQ(pieces_of("<r><object><a/><a b=1/></object><object>2</object></r>"),
            "<object><a/><a b=1/></object>\n"
            "  expected an attribute as in NAME=\"VALUE\" or the '>' of the tag, found '1' @20\n"
            "<object>2</object>\n");
}

TEST(XmlPiecesTest, ManyPartsEndTheWalk) {
  std::string text = "<r><object>";
  for (int i = 0; i < 1'000'001; ++i) text += "<a>";
  EXPECT_EQ(pieces_of(std::move(text)),
            "<object> + </object>\n"
            "  expected objects nested at most 200 levels deep, found more @3000008\n");
}

TEST(XmlPiecesTest, ReadsEveryWellFormedFixtureAsPugixmlDoes) {
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
