// Cuts XML into the elements that a reader takes one at a time, without reading what is in them.
// Knows tags, comments, CDATA sections and processing instructions by where they begin and end;
// what an element holds is for pugixml (`xml_tree.h`).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/source/source_store.h"

namespace connlint {

/// What a format says of its elements, by their names.
struct XmlShape {
  /// The elements that are objects.
  std::string_view object;
  /// The attribute that an object has where it is a property of another one; empty where objects
  /// never are. Told by it, objects that stand behind a damaged one are not taken for a part of it.
  std::string_view part_attribute;
  /// Whether an element holds objects of their own: it may be longer than anybody wants to keep.
  bool (*is_container)(std::string_view name);
  /// Whether what is whole in an element is worth something where the element is not.
  bool (*holds_parts)(std::string_view name);
};

/// A start tag.
struct XmlTag {
  /// Empty where there is no tag.
  std::string_view name;
  /// Where it begins and ends in the file, with its brackets.
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] bool exists() const { return !name.empty(); }
};

/// Where a file is damaged.
struct XmlDamage {
  /// `expected ..., found ...`.
  std::string message;
  Span where{};
  /// Whether nothing behind it can be read.
  bool is_last = false;
};

/// Bytes of a file that are well-formed as far as tags tell, where `closing` stands behind them.
struct XmlPiece {
  std::size_t begin = 0;
  std::size_t end = 0;
  /// The end tags of the elements that are open at `end`.
  std::string closing;
  /// Set where the piece is cut before what is not whole.
  std::optional<XmlDamage> damage;
  /// Set where the element holds a container: the piece ends before it, and the walk stands in it.
  XmlTag container;
};

/// Whether containers are walked into or belong to the piece.
enum class Containers : std::uint8_t { walked, taken };

/// Walks through the elements of a part of a file. Whoever is given a start tag either reads its
/// children with `next_child` or takes the whole element with `read_piece`.
///
/// Damage costs the element that it is in: the walk goes on behind it. Memory is bounded, since
/// elements with very many parts end the walk.
class XmlSplitter {
 public:
  /// Splits the bytes [begin, end) of the file, which must live longer than this.
  XmlSplitter(const SourceFile& file, std::size_t begin, std::size_t end, const XmlShape& shape);
  XmlSplitter(const SourceFile&& file, std::size_t begin, std::size_t end,
              const XmlShape& shape) = delete;

  /// How many elements are open: after a start tag was returned, the depth of what is in it.
  [[nodiscard]] std::size_t depth() const { return open_.size(); }
  /// The start tag of the next element in the element of that depth; none where that one has ended.
  XmlTag next_child(std::size_t depth);
  /// The element whose start tag was returned last, up to its end or to its first container.
  XmlPiece read_piece(Containers containers);
  /// What stands in the open element of that depth from here up to its end tag, or to its next
  /// container.
  XmlPiece read_rest(std::size_t depth);

  /// The damage between elements that was found since this was asked for the last time.
  std::optional<XmlDamage> take_damage();
  /// Where the walk stands in the file.
  [[nodiscard]] std::size_t position() const { return at_; }
  /// The first text outside of all elements, of length 0 where there is none.
  [[nodiscard]] Span stray_text() const { return stray_text_; }

 private:
  enum class Step : std::uint8_t { start, end, none, damage };
  struct Open {
    /// Where the name begins.
    std::uint32_t name = 0;
    std::uint32_t length = 0;
  };
  /// How to go on behind damage.
  struct Recovery {
    std::size_t at = 0;
    /// How many elements stay open.
    std::size_t depth = 0;
    /// The element that begins in the damage.
    std::string_view opened{};
  };

  Step step();
  Step read_start_tag(std::size_t begin);
  Step read_end_tag(std::size_t begin);
  Step pass_over_markup(std::size_t begin);
  enum class Ending : std::uint8_t { between_tags, in_tag };
  Step fail(std::size_t at, std::size_t length, std::string message, const Recovery& recovery);
  Step fail_at_end(Ending ending);
  Step recover();
  [[nodiscard]] std::size_t depth_without(std::string_view name) const;
  [[nodiscard]] bool begins_next_object() const;
  void end_before_next_object(std::size_t depth);
  XmlPiece walk(std::size_t begin, std::size_t depth, Containers containers);
  void cut(XmlPiece& piece, std::size_t depth) const;
  void note_stray_text(std::size_t begin, std::size_t end);
  static Open open_of(const XmlTag& tag) {
    return {.name = static_cast<std::uint32_t>(tag.begin + 1),
            .length = static_cast<std::uint32_t>(tag.name.size())};
  }
  [[nodiscard]] std::string_view name_of(Open open) const {
    return text_.substr(open.name, open.length);
  }

  const SourceFile* file_;
  const XmlShape* shape_;
  /// The file up to where the walk ends.
  std::string_view text_;
  std::size_t at_;
  /// The elements around the place, outermost first.
  std::vector<Open> open_;
  /// The start tag that was read last, and whether it has no end tag (`<a />`).
  XmlTag tag_;
  bool is_empty_ = false;
  /// How many elements and attributes the piece has so far.
  std::size_t parts_ = 0;
  /// Whether there was damage: from then on objects in objects are looked at.
  bool is_careful_ = false;
  std::optional<XmlDamage> damage_;
  Recovery recovery_;
  Span stray_text_{};
};

}  // namespace connlint
