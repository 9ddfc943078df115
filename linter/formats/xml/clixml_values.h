// Objects of PowerShell's serialization format as values and records.
// Knows MS-PSRP 2.2.5; which objects of a file are records of their own is not known here.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/formats/arena.h"
#include "linter/formats/record.h"
#include "linter/formats/xml/reference_index.h"
#include "linter/formats/xml/xml_tree.h"

namespace connlint {

/// What the elements of the format are, by their names.
enum class ClixmlTag {
  unknown,
  document,         ///< Objs
  object,           ///< Obj
  reference,        ///< Ref: an object that stands elsewhere
  nil,              ///< Nil
  text,             ///< S, URI, ...: a text, in which something may be escaped
  plain,            ///< I32, B, G, ...: a text in which nothing is escaped
  character,        ///< C: the number of a UTF-16 code unit
  bytes,            ///< BA: base64, often long
  secret,           ///< SS: an encrypted text
  progress,         ///< PR: a progress message of the shell
  types,            ///< TN
  types_reference,  ///< TNRef
  display_text,     ///< ToString
  adapted,          ///< Props
  extended,         ///< MS
  list,             ///< LST, IE, QUE, STK
  dictionary,       ///< DCT
  entry,            ///< En
};

/// What an element of that name is.
ClixmlTag clixml_tag(std::string_view name);
/// Whether elements of that tag state a value.
bool is_clixml_value(ClixmlTag tag);

/// What the splitter has to know of them.
const XmlShape& clixml_shape();

/// What an object has been found to have so far.
struct ClixmlObject {
  /// Where it begins.
  std::size_t begin = 0;
  std::string_view id;
  std::span<const Text> types{};
  std::optional<Text> label{};
  std::optional<Value> primitive{};
  bool is_list = false;
  bool has_entries = false;
  /// Whether `Props` states something, so that a value beside it is not all.
  bool has_properties = false;
  std::size_t first_field = 0;
  std::size_t first_item = 0;
  /// The fields of `MS`, which hide those of the same name in `Props`.
  std::size_t extended_begin = 0;
  std::size_t extended_end = 0;
};

/// Reads values from the elements of a tree. What it returns lives until `release`.
class ClixmlValues {
 public:
  ClixmlValues(const SourceFile& file, XmlTree& tree, RecordSink& sink);

  /// Reads an element that is a value.
  Value read(const pugi::xml_node& element, ClixmlTag kind);
  /// Leaves out an element that is no value; one that does not belong here is noted.
  void pass_over(const pugi::xml_node& element, ClixmlTag kind);

  /// Begins to read an object whose element is not read at once.
  ClixmlObject open(const pugi::xml_node& element);
  /// Reads the parts of an object that are elements in `parent`.
  void read_parts(ClixmlObject& into, const pugi::xml_node& parent);
  /// Reads an entry of a dictionary as a field of the object.
  void read_entry(const pugi::xml_node& entry);
  /// Ends an object that stands at `where`.
  Value close(const ClixmlObject& object, Span where);

  /// The key that an entry states, empty where it has none.
  Text key_of(const pugi::xml_node& entry);

  /// Adds a note; one that says the same as an earlier one is left out, and so are very many.
  void note(NoteKind kind, std::string message, Span where);
  /// Lets go of what was read; types and ids stay known.
  void release() { arena_->reset(); }
  /// Keeps what is read from now on in `arena`, and returns where it was kept before.
  Arena* keep_in(Arena* arena) { return std::exchange(arena_, arena); }
  /// How many objects are being read.
  [[nodiscard]] std::size_t depth() const { return active_.size(); }
  /// Says that objects are nested too deep at `where`.
  void note_depth(Span where);
  /// Forgets types and ids: another document begins.
  void forget();

 private:
  void read_fields(const pugi::xml_node& parent);
  void read_items(const pugi::xml_node& parent);
  Value read_object(const pugi::xml_node& element);
  Value read_reference(const pugi::xml_node& element);
  Value follow(Span target, Span reference);
  Value read_text(const pugi::xml_node& element, ClixmlTag kind);
  std::span<const Text> read_types(const pugi::xml_node& element, ClixmlTag kind);
  void drop_hidden_fields(const ClixmlObject& object);
  [[nodiscard]] Value lost(Loss loss, Span where) const;
  [[nodiscard]] Text placed(const Text& text) const {
    if (!at_reference_) return text;
    return {text.value, *at_reference_, false};
  }

  const SourceFile& file_;
  XmlTree* tree_;
  RecordSink& sink_;
  Arena own_arena_;
  Arena* arena_ = &own_arena_;
  /// Lives as long as the document.
  Arena types_arena_;
  /// Where the objects with an id stand; of length 1 while they are being read.
  ReferenceIndex<Span> objects_;
  ReferenceIndex<const std::span<const Text>*> types_;
  /// Where the objects around the place that is being read begin, outermost first.
  std::vector<std::size_t> active_;
  /// Stacks of what the objects in `active_` have so far.
  std::vector<Field> fields_;
  std::vector<Value> items_;
  /// The place of the reference that is being followed: where all that is found there counts as
  /// standing.
  std::optional<Span> at_reference_;
  /// Trees of the objects that references lead to, each from the one before.
  std::vector<std::unique_ptr<XmlTree>> followed_;
  std::size_t following_ = 0;
  /// How many more bytes may be read by way of references, so that a small file stays small work.
  std::size_t reference_budget_;
  std::vector<std::string> noted_;
};

}  // namespace connlint
