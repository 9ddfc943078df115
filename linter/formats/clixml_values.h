// Objects of PowerShell's serialization format as values and records.
// Knows MS-PSRP 2.2.5; which objects of a file are records of their own is not known here.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "linter/formats/arena.h"
#include "linter/formats/record.h"
#include "linter/formats/reference_index.h"
#include "linter/formats/xml_source.h"

namespace connlint {

/// What the elements of the format are, by their names.
enum class ClixmlTag {
  unknown,
  document,         ///< Objs
  object,           ///< Obj
  reference,        ///< Ref: an object that stands elsewhere
  nil,              ///< Nil
  scalar,           ///< S, I32, B, ...: a text here
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
/// The value of the attribute of that name, null where there is none.
pugi::xml_attribute clixml_attribute(pugi::xml_node element, std::string_view name);

/// Reads values. What it returns lives until `release`.
class ClixmlValues {
 public:
  ClixmlValues(const XmlSource& source, RecordSink& sink);
  ClixmlValues(const XmlSource&& source, RecordSink& sink) = delete;

  /// The value of any element; nothing where the element is no value, which is noted.
  /// `parent_close` is where the end tag of the element's parent begins.
  std::optional<Value> read(pugi::xml_node element, std::size_t parent_close);
  /// The key of an entry of a dictionary, and the element of its value (null where it has none).
  struct Entry {
    Text key;
    pugi::xml_node value;
  };
  /// Reads the entry whose end tag begins at `close`.
  Entry read_entry(pugi::xml_node entry, std::size_t close);

  /// Begins an object that is read in pieces: its id becomes known. Returns its types.
  std::span<const Text> open_object(pugi::xml_node object);
  void close_object() { active_.pop_back(); }

  /// Adds a note; one that says the same as an earlier one is left out, and so are very many.
  void note(NoteKind kind, std::string message, Span where);
  /// Lets go of what was read; types and ids stay known.
  void release() { arena_.reset(); }
  /// Forgets types and ids: another document begins.
  void forget();

 private:
  struct Parts;

  Value read_object(pugi::xml_node object, std::size_t parent_close);
  Value finish(pugi::xml_node object, Span where, const Parts& parts);
  void read_part(pugi::xml_node child, std::size_t close, Parts& parts);
  void read_fields(pugi::xml_node bag, std::size_t close);
  void read_items(pugi::xml_node list, std::size_t close);
  void read_entries(pugi::xml_node dictionary, std::size_t close);
  Value read_reference(pugi::xml_node reference);
  Value read_scalar(pugi::xml_node element, ClixmlTag tag);
  std::span<const Text> read_types(pugi::xml_node element);
  void drop_hidden_fields(const Parts& parts);
  void remember(pugi::xml_node object);
  [[nodiscard]] std::size_t inner_close(pugi::xml_node element, std::size_t close) const;
  [[nodiscard]] Value lost(Loss loss, Span where) const;
  [[nodiscard]] Text placed(Text text) const;

  const XmlSource& source_;
  RecordSink& sink_;
  Arena arena_;
  /// Lives as long as the document.
  Arena types_arena_;
  ReferenceIndex<pugi::xml_node> objects_;
  ReferenceIndex<const std::span<const Text>*> types_;
  /// The objects around the place that is being read, outermost first.
  std::vector<pugi::xml_node> active_;
  /// Stacks of what the objects in `active_` have so far.
  std::vector<Field> fields_;
  std::vector<Value> items_;
  /// The place of the reference that is being followed: where all that is found there counts as
  /// standing.
  std::optional<Span> at_reference_;
  /// How many more values may be read by way of references, so that a small file stays small work.
  std::size_t reference_budget_;
  std::vector<std::string> noted_;
};

}  // namespace connlint
