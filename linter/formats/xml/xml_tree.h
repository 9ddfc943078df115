// A piece of XML, parsed by pugixml, with the place in the file of all that is in it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "linter/formats/arena.h"
#include "linter/formats/record.h"
#include "linter/formats/xml/xml_splitter.h"
#include "linter/source/source_store.h"

namespace connlint {

/// One piece at a time. pugixml parses a copy of the bytes in place, so that every name and value
/// is a pointer into the copy, which is its place in the file. It resolves nothing and joins
/// nothing: line breaks stay as they are, and a value ends where the file has the next sign.
///
/// Nodes and what pugixml says of them live until the next `parse`; texts are views into the file
/// where it holds them byte for byte, else they live in the arena.
class XmlTree {
 public:
  /// `blanks` is what pugixml does with white space: as a rule it counts where it is all of a text.
  explicit XmlTree(const SourceFile& file, unsigned blanks = pugi::parse_ws_pcdata_single)
      : file_(&file), options_(blanks | pugi::parse_cdata | kAsFragment) {}
  explicit XmlTree(const SourceFile&& file, unsigned blanks = 0) = delete;

  /// Parses a piece. What pugixml finds damaged is cut off; returns the first damage, be it the
  /// piece's or pugixml's. There is no root where nothing could be kept.
  std::optional<XmlDamage> parse(const XmlPiece& piece, const XmlShape& shape);
  /// Parses the bytes [begin, end); returns whether they are well-formed.
  bool parse(std::size_t begin, std::size_t end, std::string_view closing = {});

  /// The first element.
  [[nodiscard]] pugi::xml_node root() const;
  /// What holds all that was parsed.
  [[nodiscard]] pugi::xml_node all() const { return document_.root(); }

  /// The text in an element, with CDATA sections, without what is in child elements. Where it is
  /// empty, its place is the start tag.
  Text text(const pugi::xml_node& element, Arena& arena);
  /// The value of an attribute; an empty text at the start tag where there is none.
  Text attribute(const pugi::xml_node& element, std::string_view name, Arena& arena) const;
  /// An attribute's value as the file writes it; empty where there is none.
  [[nodiscard]] std::string_view raw_attribute(const pugi::xml_node& element,
                                               std::string_view name) const;

  /// Where the element begins in the file.
  [[nodiscard]] std::size_t begin_of(const pugi::xml_node& element) const;
  /// The span of its start tag.
  [[nodiscard]] Span tag_of(const pugi::xml_node& element) const;
  /// The span of the whole element, which must end in the piece.
  Span span_of(const pugi::xml_node& element);
  /// Whether it has neither content nor an end tag (`<a />`).
  [[nodiscard]] bool is_empty_tag(const pugi::xml_node& element) const;

 private:
  /// A text in an element is kept in the element's own node where it is the first in it.
  static constexpr unsigned kAsFragment = pugi::parse_fragment | pugi::parse_embed_pcdata;

  [[nodiscard]] std::size_t place_of(const char* in_copy) const {
    return begin_ + static_cast<std::size_t>(in_copy - copy_.data());
  }
  [[nodiscard]] std::size_t end_of_tag(const pugi::xml_node& element) const;
  [[nodiscard]] std::size_t end_of_leaf(const pugi::xml_node& node) const;
  [[nodiscard]] std::size_t behind_end_tag(std::size_t at) const;
  Text joined_text(const pugi::xml_node& element, Arena& arena);
  Text text_of(std::string_view in_copy, Arena& arena) const;

  const SourceFile* file_;
  unsigned options_;
  pugi::xml_document document_;
  pugi::xml_parse_result result_;
  std::string copy_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  /// The element whose end was asked for last: as a rule the next one is around it.
  pugi::xml_node last_element_;
  std::size_t last_end_ = 0;
};

}  // namespace connlint
