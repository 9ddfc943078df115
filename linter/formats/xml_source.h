// An XML file parsed with pugixml, with the place of everything in the original text.
// Knows XML; knows nothing of what the elements mean.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "linter/formats/arena.h"
#include "linter/formats/record.h"
#include "linter/source/source_store.h"

namespace connlint {

/// What a text shows before its first element.
struct XmlProlog {
  /// The name of the first element; empty where there is none.
  std::string_view root;
  /// The document type declaration from `<!DOCTYPE` to the name in it; empty where there is none.
  std::string_view doctype;
  /// The name that the declaration gives to the first element.
  std::string_view doctype_name;
};

/// Reads the declaration, comments and the document type declaration at the begin of `text`.
/// Everything is empty where the text is no XML.
XmlProlog read_prolog(std::string_view text);

/// The elements of a file. Texts are views into a parsed copy of the file or into an arena.
class XmlSource {
 public:
  /// Parses `file` from the byte `begin` on. The file must live longer than this.
  explicit XmlSource(const SourceFile& file, std::size_t begin = 0);
  explicit XmlSource(const SourceFile&& file, std::size_t begin = 0) = delete;

  /// The node above the root elements.
  [[nodiscard]] pugi::xml_node document() const { return document_; }
  [[nodiscard]] const SourceFile& file() const { return file_; }

  /// What is wrong with the file, as `expected ..., found ...`; empty where nothing is. What stands
  /// before `damage_place` was read.
  [[nodiscard]] const std::string& damage() const { return damage_; }
  [[nodiscard]] Span damage_place() const { return damage_place_; }
  /// Whether the file is damaged before the element's end, so that it is not known whole.
  [[nodiscard]] bool is_open(pugi::xml_node element) const {
    return !open_.empty() && find_open(element.internal_object());
  }

  /// Where the element or text begins in the file.
  [[nodiscard]] std::size_t begin_of(pugi::xml_node node) const;
  /// Where the element ends: after its last `>`. `parent_close` is where the end tag of its parent
  /// begins (the size of the file for a root element).
  [[nodiscard]] std::size_t end_of(pugi::xml_node element, std::size_t parent_close) const;
  /// Where the end tag of the element that ends at `end` begins; `end` where it has none.
  [[nodiscard]] std::size_t close_of(pugi::xml_node element, std::size_t end) const;
  /// The element's start tag with its brackets.
  [[nodiscard]] Span start_tag(pugi::xml_node element) const;
  /// The element from its start tag to its end tag.
  [[nodiscard]] Span span_of(pugi::xml_node element, std::size_t parent_close) const;

  /// The text in the element, with CDATA sections, without child elements. Where it is empty, the
  /// place is the start tag.
  Text text_of(pugi::xml_node element, Arena& arena) const;
  /// The value of the attribute.
  [[nodiscard]] Text text_of(pugi::xml_attribute attribute) const;

 private:
  [[nodiscard]] std::size_t offset_of(const char* in_buffer) const {
    return static_cast<std::size_t>(in_buffer - buffer_.data());
  }
  [[nodiscard]] Text text_at(const char* in_buffer) const;
  Text join_texts(pugi::xml_node element, Arena& arena) const;
  [[nodiscard]] bool find_open(const pugi::xml_node_struct* element) const;
  void find_damage(const pugi::xml_parse_result& result);
  void find_open_elements(std::size_t damaged_at);
  void describe_damage(const pugi::xml_parse_result& result, std::size_t at);

  const SourceFile& file_;
  std::string buffer_;
  pugi::xml_document document_;
  std::string damage_;
  Span damage_place_;
  /// The elements that are not closed before the damage, outermost first, then by address.
  std::vector<pugi::xml_node> open_path_;
  std::vector<const pugi::xml_node_struct*> open_;
};

}  // namespace connlint
