// CLIXML, what Export-Clixml writes: which of its elements are records.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "linter/formats/bounded_notes.h"
#include "linter/formats/format.h"
#include "linter/formats/xml/clixml_values.h"
#include "linter/formats/xml/xml_prolog.h"
#include "linter/formats/xml/xml_splitter.h"
#include "linter/formats/xml/xml_tree.h"
#include "linter/support/characters.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

// Written by a shell that is started with -OutputFormat XML; a file of several runs holds several.
constexpr std::string_view kHeader = "#< CLIXML";

/// Where the document begins: behind the header line, where there is one.
std::size_t begin_of_document(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || !text.substr(begin).starts_with(kHeader)) return 0;
  return begin + kHeader.size();
}

/// Where the next header line after `from` begins, or the end of the text.
std::size_t next_header(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find(kHeader, from); at != std::string_view::npos;
       at = text.find(kHeader, at + kHeader.size())) {
    if (text[at - 1] == '\n' || text[at - 1] == '\r') return at;
  }
  return text.size();
}

/// Which elements are read where records may stand: all, or those that state an entry's value.
enum class Wanted : std::uint8_t { all, entry_value };

/// What an entry of a dictionary holds.
struct Entry {
  Text key;
  /// Whether its value is handed over as records.
  bool holds_records = false;
};

/// Reads one document.
class ClixmlReader {
 public:
  ClixmlReader(const SourceFile& file, std::size_t begin, std::size_t end, RecordSink& sink)
      : file_(file),
        sink_(sink),
        damages_(sink),
        splitter_(file, begin, end, clixml_shape()),
        tree_(file),
        values_(file, tree_, sink) {}

  void read();

 private:
  XmlTag next_child(std::size_t depth);
  void read_root(const XmlTag& root);
  void read_top(const XmlTag& tag, const Text& container, Wanted wanted = Wanted::all);
  std::optional<XmlDamage> read_object(const XmlTag& tag, XmlPiece piece, const Text& container);
  void read_items(std::size_t depth, const Text& container);
  void read_entries(std::size_t depth);
  void read_field();
  Entry look_into_entry(XmlSplitter ahead);
  bool is_record(const XmlPiece& piece, XmlSplitter& ahead) const;
  void hand_over(const Value& value, const ClixmlObject& object, const XmlTag& tag,
                 const Text& container, bool is_cut);
  void report(const std::optional<XmlDamage>& damage, std::string_view left_over);

  const SourceFile& file_;
  RecordSink& sink_;
  BoundedNotes damages_;
  XmlSplitter splitter_;
  /// The piece that is being read.
  XmlTree tree_;
  ClixmlValues values_;
  /// What is known of the object in which the file is damaged.
  std::string cut_object_;
  bool found_ = false;
  bool is_damaged_ = false;
};

/// Passes over what is left of the element whose piece ended before a container.
void skip_rest(XmlSplitter& splitter, std::size_t depth, XmlPiece piece) {
  while (piece.container.exists()) {
    while (splitter.next_child(depth + 1).exists()) splitter.read_piece(Containers::taken);
    piece = splitter.read_rest(depth);
  }
}

XmlTag ClixmlReader::next_child(std::size_t depth) {
  const XmlTag tag = splitter_.next_child(depth);
  report(splitter_.take_damage(), "it is left out");
  return tag;
}

void ClixmlReader::read() {
  for (XmlTag root = next_child(0); root.exists(); root = next_child(0)) {
    found_ = true;
    read_root(root);
  }
  if (const Span stray = splitter_.stray_text(); stray.length > 0) {
    values_.note(NoteKind::suspicious, "expected nothing but elements here; text left out", stray);
  }
  damages_.finish();
  if (found_ || is_damaged_) return;
  sink_.note({.kind = NoteKind::unreadable,
              .message = "expected the element 'Objs' that Export-Clixml writes, found nothing",
              .where = file_.span(0, 0),
              .located = false});
}

void ClixmlReader::read_root(const XmlTag& root) {
  const ClixmlTag kind = clixml_tag(root.name);
  if (kind == ClixmlTag::document) {
    values_.forget();
    const std::size_t depth = splitter_.depth();
    for (XmlTag child = next_child(depth); child.exists(); child = next_child(depth)) {
      read_top(child, {});
    }
  } else if (is_clixml_value(kind)) {
    read_top(root, {});
  } else {
    values_.note(NoteKind::unreadable,
                 "expected the element 'Objs' that Export-Clixml writes, found '" +
                     std::string(cut(root.name, 60)) + "'",
                 file_.span(root.begin, root.end - root.begin));
    splitter_.read_piece(Containers::taken);
  }
}

/// Reads an element where a record may stand.
void ClixmlReader::read_top(const XmlTag& tag, const Text& container, Wanted wanted) {
  using enum ClixmlTag;
  const ClixmlTag kind = clixml_tag(tag.name);
  const Span where = file_.span(tag.begin, tag.end - tag.begin);
  const std::size_t depth = splitter_.depth();
  if (kind == object && values_.depth() >= static_cast<std::size_t>(kMaxDepth)) {
    values_.note_depth(where);
    splitter_.read_piece(Containers::taken);
    return;
  }
  XmlPiece piece = splitter_.read_piece(kind == object ? Containers::walked : Containers::taken);
  std::optional<XmlDamage> damage = tree_.parse(piece, clixml_shape());
  const pugi::xml_node root = tree_.root();
  // Of the shell's streams only the output holds objects that were asked for.
  const std::string_view stream = tree_.raw_attribute(root, "S");
  const bool is_stream = !stream.empty() && !equals_ignoring_case(stream, "output");
  if (is_stream && equals_ignoring_case(stream, "error")) {
    values_.note(NoteKind::suspicious, "the shell that wrote this reports an error here", where);
  }
  const bool is_unwanted =
      wanted == Wanted::entry_value && tree_.raw_attribute(root, "N") != "Value";
  if (!root || is_stream || is_unwanted) {
    skip_rest(splitter_, depth, std::move(piece));
  } else if (kind == object) {
    const std::optional<XmlDamage> later = read_object(tag, std::move(piece), container);
    if (!damage) damage = later;
  } else if (!is_clixml_value(kind)) {
    values_.pass_over(root, kind);
  } else if (kind != nil && kind != reference) {
    // A reference at the top is an object that was handed over before.
    values_.note(NoteKind::ignored, "expected an object, found a single value; left out", where);
  }
  report(damage, "the object is known only up to here");
}

/// Reads an object whose first piece is in the tree: a record, a list of records, or a dictionary
/// that holds some. Returns the first damage in what follows the piece.
std::optional<XmlDamage> ClixmlReader::read_object(const XmlTag& tag, XmlPiece piece,
                                                   const Text& container) {
  std::optional<XmlDamage> damage;
  ClixmlObject object = values_.open(tree_.root());
  values_.read_parts(object, tree_.root());
  bool is_list = false;
  // The element of the object is the one around the container.
  const std::size_t depth = splitter_.depth() - (piece.container.exists() ? 1 : 0);
  const bool is_cut = piece.damage.has_value();
  while (piece.container.exists()) {
    if (clixml_tag(piece.container.name) == ClixmlTag::list) {
      is_list = true;
      read_items(depth + 1, container);
    } else {
      object.has_entries = true;
      read_entries(depth + 1);
    }
    piece = splitter_.read_rest(depth);
    const std::optional<XmlDamage> later = tree_.parse(piece, clixml_shape());
    if (!damage) damage = later;
    values_.read_parts(object, tree_.all());
  }
  const Value value =
      values_.close(object, file_.span(tag.begin, splitter_.position() - tag.begin));
  if (!is_list) hand_over(value, object, tag, container, is_cut || damage.has_value());
  values_.release();
  return damage;
}

void ClixmlReader::read_items(std::size_t depth, const Text& container) {
  // The records come and go; what was read of the object around them stays.
  Arena records;
  Arena* outer = values_.keep_in(&records);
  for (XmlTag item = next_child(depth); item.exists(); item = next_child(depth)) {
    read_top(item, container);
  }
  values_.keep_in(outer);
}

/// Reads a dictionary: values that are objects are records, the others are fields of one record.
void ClixmlReader::read_entries(std::size_t depth) {
  Arena records;
  for (XmlTag tag = next_child(depth); tag.exists(); tag = next_child(depth)) {
    const bool is_entry = clixml_tag(tag.name) == ClixmlTag::entry;
    const Entry entry = is_entry ? look_into_entry(splitter_) : Entry();
    if (!entry.holds_records) {
      read_field();
      continue;
    }
    Arena* outer = values_.keep_in(&records);
    const std::size_t inner = splitter_.depth();
    for (XmlTag child = next_child(inner); child.exists(); child = next_child(inner)) {
      if (entry.key.value.empty()) {
        splitter_.read_piece(Containers::taken);
      } else {
        read_top(child, entry.key, Wanted::entry_value);
      }
    }
    values_.keep_in(outer);
  }
}

/// Reads the entry whose start tag was read as a field of the object around it.
void ClixmlReader::read_field() {
  const std::optional<XmlDamage> damage =
      tree_.parse(splitter_.read_piece(Containers::taken), clixml_shape());
  if (const pugi::xml_node root = tree_.root()) values_.read_entry(root);
  report(damage, "the entry is known only up to here");
}

/// What the entry whose start tag was read holds. Reads no further than it must.
Entry ClixmlReader::look_into_entry(XmlSplitter ahead) {
  Entry entry;
  bool found_key = false;
  bool found_value = false;
  const std::size_t depth = ahead.depth();
  for (XmlTag tag = ahead.next_child(depth); tag.exists(); tag = ahead.next_child(depth)) {
    const std::size_t inner = ahead.depth();
    XmlPiece piece = ahead.read_piece(Containers::walked);
    tree_.parse(piece, clixml_shape());
    const pugi::xml_node root = tree_.root();
    const std::string_view name = tree_.raw_attribute(root, "N");
    const ClixmlTag kind = clixml_tag(tag.name);
    if (name == "Key" && !found_key && is_clixml_value(kind)) {
      found_key = true;
      if (!piece.container.exists()) entry.key = values_.read(root, kind).text;
    } else if (name == "Value" && !found_value) {
      found_value = true;
      entry.holds_records = kind == ClixmlTag::object && is_record(piece, ahead);
    }
    if (found_key && found_value) break;
    skip_rest(ahead, inner, std::move(piece));
  }
  return entry;
}

/// Whether the object whose first piece is in the tree is handed over as records: it is a list of
/// objects, a dictionary or an object with properties, and no enumeration or list of texts.
bool ClixmlReader::is_record(const XmlPiece& piece, XmlSplitter& ahead) const {
  for (const pugi::xml_node& part : tree_.root().children()) {
    const ClixmlTag kind = clixml_tag(part.name());
    if (kind == ClixmlTag::adapted) return true;
    if (is_clixml_value(kind)) return false;
  }
  if (clixml_tag(piece.container.name) != ClixmlTag::list) return true;
  const std::size_t depth = ahead.depth();
  for (XmlTag item = ahead.next_child(depth); item.exists(); item = ahead.next_child(depth)) {
    const bool is_object = clixml_tag(item.name) == ClixmlTag::object;
    ahead.read_piece(Containers::taken);
    if (is_object) return true;
  }
  return false;
}

void ClixmlReader::hand_over(const Value& value, const ClixmlObject& object, const XmlTag& tag,
                             const Text& container, bool is_cut) {
  const Span where = file_.span(tag.begin, tag.end - tag.begin);
  if (value.record == nullptr) {
    if (is_cut || value.kind != ValueKind::text) return;
    values_.note(NoteKind::ignored, "expected an object, found a single value; left out", where);
    return;
  }
  Record record = *value.record;
  record.container = container;
  record.where = where;
  if (is_cut) cut_object_ = record.label.value;
  const bool is_named = !record.types.empty() || !record.label.value.empty();
  if (!record.fields.empty() || (is_named && !is_cut && !object.has_entries)) {
    sink_.record(record);
  }
}

/// Notes damage; `left_over` says what became of the element that it is in.
void ClixmlReader::report(const std::optional<XmlDamage>& damage, std::string_view left_over) {
  if (!damage) return;
  is_damaged_ = true;
  std::string message = damage->message;
  if (!cut_object_.empty()) {
    message += "; '" + std::exchange(cut_object_, {}) + "' is known only up to here";
  } else if (!damage->is_last) {
    message.append("; ").append(left_over);
  }
  message += damage->is_last ? "; what follows was not read" : "; the objects behind it were read";
  message += ": export it again with Export-Clixml";
  damages_.add(NoteKind::unreadable, damage->where, std::move(message));
}

}  // namespace

bool claims_clixml(std::string_view head) {
  if (begin_of_document(head) > 0) return true;
  const XmlProlog prolog = read_prolog(head);
  for (std::string_view name : {prolog.root, prolog.doctype_name}) {
    const ClixmlTag kind = clixml_tag(name);
    if (kind == ClixmlTag::document || is_clixml_value(kind)) return true;
  }
  return false;
}

void read_clixml(const SourceFile& file, RecordSink& sink) {
  const std::string_view text = file.text;
  const std::size_t begin = begin_of_document(text);
  const XmlProlog prolog = read_prolog(text.substr(begin));
  if (!prolog.doctype.empty()) {
    sink.note({.kind = NoteKind::unreadable,
               .message = "expected no document type declaration, found '" +
                          std::string(cut(prolog.doctype, 60)) +
                          "': Export-Clixml writes none, and it may define entities; remove it or "
                          "export again",
               .where = file.span_of(prolog.doctype)});
    return;
  }
  const std::size_t size = text.size();
  std::size_t end = next_header(text, std::max<std::size_t>(begin, 1));
  ClixmlReader(file, begin, end, sink).read();
  while (end < size) {
    const std::size_t next = end + kHeader.size();
    end = next_header(text, next);
    ClixmlReader(file, next, end, sink).read();
  }
}

}  // namespace connlint
