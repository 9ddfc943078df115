#include "linter/formats/xml_source.h"

#include <algorithm>
#include <cstring>

#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::string_view kCdata = "<![CDATA[";
// What stands between elements is blank; a text of blanks alone counts where it is all there is.
// References to characters are resolved, those to entities that a file defines itself never are.
constexpr unsigned kParse = pugi::parse_default | pugi::parse_embed_pcdata | pugi::parse_fragment |
                            pugi::parse_ws_pcdata_single;

bool is_name_end(char c) { return is_space(c) || c == '>' || c == '/' || c == '<' || c == '['; }

std::string_view name_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && !is_name_end(text[end])) ++end;
  return text.substr(begin, end - begin);
}

/// Where a document type declaration that begins at `begin` ends: after its `>`.
std::size_t end_of_doctype(std::string_view text, std::size_t begin) {
  int brackets = 0;
  for (std::size_t at = begin; at < text.size(); ++at) {
    if (text[at] == '[') ++brackets;
    if (text[at] == ']') --brackets;
    if (text[at] == '>' && brackets <= 0) return at + 1;
  }
  return text.size();
}

/// Where the start tag that begins at `begin` ends: after its `>`, or the size of the text.
std::size_t end_of_tag(std::string_view text, std::size_t begin) {
  char quote = 0;
  for (std::size_t at = begin; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return text.size();
}

/// The last child that is an element.
pugi::xml_node last_element(pugi::xml_node node) {
  pugi::xml_node child = node.last_child();
  while (child && child.type() != pugi::node_element) child = child.previous_sibling();
  return child;
}

}  // namespace

XmlProlog read_prolog(std::string_view text) {
  XmlProlog prolog;
  std::size_t at = 0;
  while (true) {
    while (at < text.size() && is_space(text[at])) ++at;
    const std::string_view rest = text.substr(std::min(at, text.size()));
    std::string_view closing;
    if (rest.starts_with("<?")) {
      closing = "?>";
    } else if (rest.starts_with("<!--")) {
      closing = "-->";
    } else if (starts_with_ignoring_case(rest, "<!DOCTYPE") && prolog.doctype.empty()) {
      std::size_t name = at + std::string_view("<!DOCTYPE").size();
      while (name < text.size() && is_space(text[name])) ++name;
      prolog.doctype_name = name_at(text, name);
      prolog.doctype = text.substr(at, name + prolog.doctype_name.size() - at);
      at = end_of_doctype(text, name);
      continue;
    } else {
      if (rest.size() > 1 && rest[0] == '<' && (is_letter(rest[1]) || rest[1] == '_')) {
        prolog.root = name_at(text, at + 1);
      }
      return prolog;
    }
    const std::size_t end = text.find(closing, at);
    if (end == std::string_view::npos) return prolog;
    at = end + closing.size();
  }
}

XmlSource::XmlSource(const SourceFile& file, std::size_t begin) : file_(file) {
  // Blanks in place of what stands before keep the offsets those of the file. The final NUL goes to
  // pugixml too, which else overwrites the last character.
  buffer_.reserve(file.text.size() + 1);
  buffer_.assign(begin, ' ');
  buffer_.append(file.text, begin);
  const pugi::xml_parse_result result = document_.load_buffer_inplace(
      buffer_.data(), buffer_.size() + 1, kParse, pugi::encoding_utf8);
  find_damage(result);
}

std::size_t XmlSource::begin_of(pugi::xml_node node) const {
  if (node.type() == pugi::node_element) return offset_of(node.name()) - 1;
  const std::size_t at = offset_of(node.value());
  if (node.type() == pugi::node_cdata && at >= kCdata.size()) return at - kCdata.size();
  return std::min(at, file_.text.size());
}

std::size_t XmlSource::end_of(pugi::xml_node element, std::size_t parent_close) const {
  if (is_open(element)) return damage_place_.begin;
  const std::size_t begin = begin_of(element);
  const pugi::xml_node next = element.next_sibling();
  std::size_t end = next ? begin_of(next) : parent_close;
  while (end > begin + 1 && file_.text[end - 1] != '>') --end;
  return end;
}

std::size_t XmlSource::close_of(pugi::xml_node element, std::size_t end) const {
  if (is_open(element) || end < 2 || file_.text[end - 2] == '/') return end;
  const std::size_t close = file_.text.rfind('<', end - 1);
  return close == std::string::npos ? end : close;
}

Span XmlSource::start_tag(pugi::xml_node element) const {
  const std::size_t begin = begin_of(element);
  return file_.span(begin, end_of_tag(file_.text, begin) - begin);
}

Span XmlSource::span_of(pugi::xml_node element, std::size_t parent_close) const {
  const std::size_t begin = begin_of(element);
  const std::size_t end = end_of(element, parent_close);
  return file_.span(begin, end > begin ? end - begin : 0);
}

Text XmlSource::text_at(const char* in_buffer) const {
  const std::string_view whole = file_.text;
  const std::string_view value = in_buffer;
  const std::size_t begin = offset_of(in_buffer);
  const std::string_view behind = whole.substr(std::min(begin + value.size(), whole.size()));
  // A '<' cannot stand in a text: where one follows, the text is as long as in the file.
  if ((behind.starts_with('<') || behind.starts_with("]]>")) &&
      std::memcmp(whole.data() + begin, value.data(), value.size()) == 0) {
    return {value, file_.span(begin, value.size()), true};
  }
  const std::size_t end = std::min(whole.find('<', begin), whole.size());
  return {value, file_.span(begin, end - begin), false};
}

Text XmlSource::text_of(pugi::xml_node element, Arena& arena) const {
  if (element.first_child()) return join_texts(element, arena);
  const char* value = element.value();
  if (*value == '\0') return {{}, start_tag(element), false};
  return text_at(value);
}

Text XmlSource::join_texts(pugi::xml_node element, Arena& arena) const {
  std::string joined = element.value();
  std::size_t pieces = joined.empty() ? 0 : 1;
  Text only = joined.empty() ? Text{{}, start_tag(element), false} : text_at(element.value());
  std::size_t end = std::size_t{only.where.begin} + only.where.length;
  for (pugi::xml_node child = element.first_child(); child; child = child.next_sibling()) {
    const char* value = child.value();
    if (child.type() == pugi::node_element || *value == '\0') continue;
    const Text piece = text_at(value);
    joined += piece.value;
    end = std::size_t{piece.where.begin} + piece.where.length;
    if (pieces++ == 0) only = piece;
  }
  if (pieces <= 1) return only;
  const std::size_t begin = only.where.begin;
  return {arena.keep(joined), file_.span(begin, end - begin), false};
}

Text XmlSource::text_of(pugi::xml_attribute attribute) const {
  const std::string_view value = attribute.value();
  const std::string_view whole = file_.text;
  if (value.empty()) {
    const std::size_t name = offset_of(attribute.name());
    return {{}, file_.span(name, std::strlen(attribute.name())), false};
  }
  const std::size_t begin = offset_of(value.data());
  const std::size_t end = begin + value.size();
  const char quote = whole[begin - 1];
  if (end < whole.size() && whole[end] == quote && whole.substr(begin, value.size()) == value) {
    return {value, file_.span(begin, value.size()), true};
  }
  const std::size_t close = std::min(whole.find(quote, begin), whole.size());
  return {value, file_.span(begin, close - begin), false};
}

bool XmlSource::find_open(const pugi::xml_node_struct* element) const {
  return std::binary_search(open_.begin(), open_.end(), element, std::less<>());
}

void XmlSource::find_damage(const pugi::xml_parse_result& result) {
  std::size_t at = std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)),
                            file_.text.size());
  if (result) {
    // Parsing ends at a NUL; behind the root elements that is no error to pugixml.
    const pugi::xml_node last = last_element(document_);
    at = file_.text.find('\0', last ? begin_of(last) : 0);
    if (at == std::string::npos) return;
  } else {
    find_open_elements(at);
  }
  describe_damage(result, at);
}

void XmlSource::find_open_elements(std::size_t damaged_at) {
  for (pugi::xml_node node = last_element(document_); node; node = last_element(node)) {
    open_path_.push_back(node);
  }
  if (open_path_.empty()) return;
  // The innermost last element is the one that began last: all that stands behind its start tag are
  // texts and end tags.
  const std::string_view text = std::string_view(file_.text).substr(0, damaged_at);
  std::size_t at = end_of_tag(text, begin_of(open_path_.back()));
  if (at < text.size() || text.ends_with('>')) {
    if (text[at - 2] == '/') open_path_.pop_back();
    while (!open_path_.empty() && (at = text.find('<', at)) != std::string_view::npos) {
      const std::string_view rest = text.substr(at);
      if (rest.starts_with("</")) {
        const std::string_view name = name_at(text, at + 2);
        const bool closed = text.find('>', at) != std::string_view::npos;
        if (!closed || name != open_path_.back().name()) break;
        open_path_.pop_back();
        at += 2;
      } else {
        const bool comment = rest.starts_with("<!--");
        const bool cdata = rest.starts_with(kCdata);
        const std::size_t end = text.find(comment ? "-->" : cdata ? "]]>" : ">", at);
        if (end == std::string_view::npos) break;
        at = end;
      }
    }
  }
  for (pugi::xml_node node : open_path_) open_.push_back(node.internal_object());
  std::sort(open_.begin(), open_.end(), std::less<>());
}

void XmlSource::describe_damage(const pugi::xml_parse_result& result, std::size_t at) {
  const std::string_view text = file_.text;
  const std::string innermost =
      open_path_.empty() ? std::string() : "'</" + std::string(open_path_.back().name()) + ">'";
  std::size_t begin = at;
  std::size_t length = 1;
  if (at < text.size() && text[at] == '\0') {
    damage_ = "expected text, found a NUL character";
  } else if (trim(text.substr(at)).size() <= 1) {
    damage_ = "expected " + (innermost.empty() ? "the end of a tag" : innermost) +
              ", found the end of the file";
    begin = trim(text).empty() ? 0 : text.find_last_not_of(" \t\r\n\f\v");
  } else if (result.status == pugi::status_end_element_mismatch) {
    begin = std::min(text.rfind("</", at), at);
    length = name_at(text, begin + 2).size() + 2;
    damage_ = "expected " + (innermost.empty() ? "the end of the file" : innermost) + ", found '" +
              std::string(text.substr(begin, std::min<std::size_t>(length, 60))) + ">'";
  } else if (result.status == pugi::status_bad_attribute ||
             result.status == pugi::status_bad_start_element) {
    damage_ = "expected attributes as in NAME=\"VALUE\" and the '>' of the tag";
  } else if (result.status == pugi::status_bad_doctype) {
    damage_ = "expected an element, found a document type declaration";
  } else {
    damage_ = "expected an element or text (a '<' in a text is written '&lt;')";
  }
  begin = std::min(begin, text.size());
  damage_place_ = file_.span(begin, std::min(length, text.size() - begin));
}

}  // namespace connlint
