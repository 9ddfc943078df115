// CLIXML, what Export-Clixml writes: which of its elements are records.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/formats/format.h"
#include "linter/formats/xml/clixml_values.h"
#include "linter/formats/xml/xml_cursor.h"
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

/// Whether the object whose start tag was read is handed over as records: it is a list of objects,
/// a dictionary or an object with properties, and no enumeration or list of texts.
bool is_record(XmlCursor& cursor) {
  for (XmlTag part = cursor.next_child(); part.exists(); part = cursor.next_child()) {
    const ClixmlTag kind = clixml_tag(part.name);
    if (kind == ClixmlTag::adapted || kind == ClixmlTag::dictionary) return true;
    if (is_clixml_value(kind)) return false;
    if (kind != ClixmlTag::list) {
      cursor.skip();
      continue;
    }
    for (XmlTag item = cursor.next_child(); item.exists(); item = cursor.next_child()) {
      if (clixml_tag(item.name) == ClixmlTag::object) return true;
      cursor.skip();
    }
    return false;
  }
  return true;
}

/// Whether the value of the entry that begins with that tag is handed over as records.
bool has_record_value(const SourceFile& file, const XmlTag& entry) {
  XmlCursor cursor(file, entry.begin, file.text.size());
  cursor.next_child();
  for (XmlTag child = cursor.next_child(); child.exists(); child = cursor.next_child()) {
    if (cursor.raw_attribute("N") == "Value") {
      return clixml_tag(child.name) == ClixmlTag::object && is_record(cursor);
    }
    cursor.skip();
  }
  return false;
}

/// Where the next header line after `from` begins, or the end of the text.
std::size_t next_header(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find(kHeader, from); at != std::string_view::npos;
       at = text.find(kHeader, at + kHeader.size())) {
    if (text[at - 1] == '\n' || text[at - 1] == '\r') return at;
  }
  return text.size();
}

/// Reads one document.
class ClixmlReader {
 public:
  ClixmlReader(const SourceFile& file, std::size_t begin, std::size_t end, RecordSink& sink)
      : file_(file), sink_(sink), cursor_(file, begin, end), values_(file, cursor_, sink) {}

  void read();

 private:
  void read_root(const XmlTag& root);
  void read_top(const XmlTag& tag, const Text& container);
  void read_object(const XmlTag& tag, const Text& container);
  void read_items(const Text& container);
  void read_entries();
  void hand_over(const Value& value, const ClixmlObject& object, const Text& container);
  void note_end(bool found);

  const SourceFile& file_;
  RecordSink& sink_;
  XmlCursor cursor_;
  ClixmlValues values_;
  /// What is known of the object in which the file is damaged.
  std::string cut_object_;
};

void ClixmlReader::read() {
  bool found = false;
  for (XmlTag root = cursor_.next_child(); root.exists(); root = cursor_.next_child()) {
    found = true;
    read_root(root);
  }
  note_end(found);
}

void ClixmlReader::read_root(const XmlTag& root) {
  const ClixmlTag kind = clixml_tag(root.name);
  if (kind == ClixmlTag::document) {
    values_.forget();
    for (XmlTag child = cursor_.next_child(); child.exists(); child = cursor_.next_child()) {
      read_top(child, {});
    }
  } else if (is_clixml_value(kind)) {
    read_top(root, {});
  } else {
    values_.note(NoteKind::unreadable,
                 "expected the element 'Objs' that Export-Clixml writes, found '" +
                     std::string(cut(root.name, 60)) + "'",
                 cursor_.span_of(root));
    cursor_.skip();
  }
}

/// Reads an element where a record may stand.
void ClixmlReader::read_top(const XmlTag& tag, const Text& container) {
  const Span where = cursor_.span_of(tag);
  // Of the shell's streams only the output holds objects that were asked for.
  const std::string_view stream = cursor_.raw_attribute("S");
  if (!stream.empty() && !equals_ignoring_case(stream, "output")) {
    if (equals_ignoring_case(stream, "error")) {
      values_.note(NoteKind::suspicious, "the shell that wrote this reports an error here", where);
    }
    return cursor_.skip();
  }
  using enum ClixmlTag;
  const ClixmlTag kind = clixml_tag(tag.name);
  if (kind == object && values_.depth() < static_cast<std::size_t>(kMaxDepth)) {
    return read_object(tag, container);
  }
  // Too deep: the values say so. A reference at the top is an object that was handed over before.
  if (kind == object) {
    values_.read(tag, kind);
    return values_.release();
  }
  if (!is_clixml_value(kind)) return values_.pass_over(tag, kind);
  cursor_.skip();
  if (kind == nil || kind == reference) return;
  values_.note(NoteKind::ignored, "expected an object, found a single value; left out", where);
}

/// Reads an object: a record, a list of records, or a dictionary that holds some.
void ClixmlReader::read_object(const XmlTag& tag, const Text& container) {
  ClixmlObject object = values_.open(tag);
  bool is_list = false;
  for (XmlTag part = cursor_.next_child(); part.exists(); part = cursor_.next_child()) {
    const ClixmlTag kind = clixml_tag(part.name);
    if (kind == ClixmlTag::list) {
      is_list = true;
      read_items(container);
    } else if (kind == ClixmlTag::dictionary) {
      object.has_entries = true;
      read_entries();
    } else {
      values_.read_part(object, part, kind);
    }
  }
  const Value value = values_.close(object);
  if (!is_list) hand_over(value, object, container);
  values_.release();
}

void ClixmlReader::read_items(const Text& container) {
  // The records come and go; what was read of the object around them stays.
  Arena records;
  Arena* outer = values_.keep_in(&records);
  for (XmlTag item = cursor_.next_child(); item.exists(); item = cursor_.next_child()) {
    read_top(item, container);
  }
  values_.keep_in(outer);
}

/// Reads a dictionary: values that are objects are records, the others are fields of one record.
void ClixmlReader::read_entries() {
  Arena records;
  for (XmlTag entry = cursor_.next_child(); entry.exists(); entry = cursor_.next_child()) {
    if (clixml_tag(entry.name) != ClixmlTag::entry || !has_record_value(file_, entry)) {
      values_.read_entry(entry);
      continue;
    }
    const Text key = values_.key_of(entry);
    Arena* outer = values_.keep_in(&records);
    for (XmlTag child = cursor_.next_child(); child.exists(); child = cursor_.next_child()) {
      if (cursor_.raw_attribute("N") == "Value" && !key.value.empty()) {
        read_top(child, key);
      } else {
        cursor_.skip();
      }
    }
    values_.keep_in(outer);
  }
}

void ClixmlReader::hand_over(const Value& value, const ClixmlObject& object,
                             const Text& container) {
  const bool is_cut = cursor_.failed();
  if (value.record == nullptr) {
    if (is_cut || value.kind != ValueKind::text) return;
    values_.note(NoteKind::ignored, "expected an object, found a single value; left out",
                 cursor_.span_of(object.tag));
    return;
  }
  Record record = *value.record;
  record.container = container;
  record.where = cursor_.span_of(object.tag);
  if (is_cut && cut_object_.empty()) cut_object_ = record.label.value;
  const bool is_named = !record.types.empty() || !record.label.value.empty();
  if (!record.fields.empty() || (is_named && !is_cut && !object.has_entries)) {
    sink_.record(record);
  }
}

void ClixmlReader::note_end(bool found) {
  if (const Span stray = cursor_.stray_text(); stray.length > 0) {
    values_.note(NoteKind::suspicious, "expected nothing but elements here; text left out", stray);
  }
  if (cursor_.failed()) {
    std::string message = cursor_.damage();
    if (!cut_object_.empty()) message += "; '" + cut_object_ + "' is known only up to here";
    message += "; what follows was not read: export it again with Export-Clixml";
    sink_.note({.kind = NoteKind::unreadable,
                .message = std::move(message),
                .where = cursor_.damage_place()});
  } else if (!found) {
    sink_.note({.kind = NoteKind::unreadable,
                .message = "expected the element 'Objs' that Export-Clixml writes, found nothing",
                .where = file_.span(0, 0),
                .located = false});
  }
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
