// XML, read element by element from the text as it stands: without a tree and without a copy, so
// that every name and text has its place and its bytes in the file.
// Knows XML; knows nothing of what the elements mean.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

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

/// A start tag.
struct XmlTag {
  /// Empty where there is no tag.
  std::string_view name;
  /// Where it begins and ends in the file, with its brackets.
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] bool exists() const { return !name.empty(); }
};

/// Walks through the elements of a file. Whoever is given a start tag reads what is in the element
/// up to its end, by one of `next_child` until there is none, `text` or `skip`.
///
/// Well-formed XML is read as it is meant, but for line breaks, which stay as the file has them,
/// and for entities that the file defines itself, which are never resolved. At the first damage the
/// walk ends: there are no more children, and `failed` tells that what was being read is not whole.
class XmlCursor {
 public:
  /// Reads the bytes from `begin` to `end` of the file, which must live longer than this.
  XmlCursor(const SourceFile& file, std::size_t begin, std::size_t end);
  XmlCursor(const SourceFile&& file, std::size_t begin, std::size_t end) = delete;

  /// The start tag of the next child element; none where the element ends, and its end tag is read.
  /// Texts, comments and processing instructions between elements are passed over.
  XmlTag next_child();
  /// The text in the element, with CDATA sections, without what is in child elements. Where it is
  /// empty, its place is the start tag. Reads up to the end of the element.
  Text text(const XmlTag& tag, Arena& arena);
  /// Passes over the rest of the element that was opened last.
  void skip();

  /// Whether the element opened last has neither content nor an end tag (`<a />`).
  [[nodiscard]] bool is_empty() const { return is_empty_; }
  /// Whether nothing but blanks stands before a child of the element opened last.
  [[nodiscard]] bool begins_with_child() const;

  /// The attribute of the start tag that was read last; an empty text at the tag where there is
  /// none.
  Text attribute(std::string_view name, Arena& arena) const;
  /// The attribute's value as the file writes it; empty where there is none.
  [[nodiscard]] std::string_view raw_attribute(std::string_view name) const;

  /// Where the walk stands in the file.
  [[nodiscard]] std::size_t position() const { return at_; }
  /// From the begin of the tag to where the walk stands.
  [[nodiscard]] Span span_from(const XmlTag& tag) const {
    return file_.span(tag.begin, at_ - tag.begin);
  }
  [[nodiscard]] Span span_of(const XmlTag& tag) const {
    return file_.span(tag.begin, tag.end - tag.begin);
  }

  /// Whether the file is damaged where the walk stands.
  [[nodiscard]] bool failed() const { return !damage_.empty(); }
  /// What is wrong there: `expected ..., found ...`.
  [[nodiscard]] const std::string& damage() const { return damage_; }
  [[nodiscard]] Span damage_place() const { return damage_place_; }
  /// The first text outside of all elements, of length 0 where there is none.
  [[nodiscard]] Span stray_text() const { return stray_text_; }

 private:
  enum class Step { start, end, none };
  enum class Ending { between_tags, in_tag };
  struct Attribute {
    std::string_view name;
    std::string_view value;
    /// Whether the value holds a reference to a character.
    bool is_encoded = false;
  };

  [[nodiscard]] const Attribute* find_attribute(std::string_view name) const;
  Step step();
  Step read_start_tag();
  Step read_end_tag();
  bool read_attribute();
  bool pass_over_markup();
  void note_stray_text(std::size_t begin, std::size_t end);
  Text join_texts(const XmlTag& tag, Arena& arena);
  Text text_of(std::string_view raw, Arena& arena) const;
  Step fail(std::size_t at, std::size_t length, std::string message);
  Step fail_at_end(Ending ending);
  [[nodiscard]] std::string found_at(std::size_t at) const;

  const SourceFile& file_;
  /// The file up to where the walk ends.
  std::string_view text_;
  std::size_t at_;
  /// The names of the elements around the place, outermost first.
  std::vector<std::string_view> open_;
  bool is_empty_ = false;
  XmlTag tag_;
  /// Of the start tag that was read last.
  std::array<Attribute, 8> attributes_;
  std::size_t attribute_count_ = 0;
  std::string damage_;
  Span damage_place_{};
  Span stray_text_{};
};

}  // namespace connlint
