#include "linter/formats/xml/xml_cursor.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "linter/support/characters.h"
#include "linter/support/text.h"
#include "linter/support/utf.h"

namespace connlint {
namespace {

constexpr std::string_view kComment = "<!--";
constexpr std::string_view kCdata = "<![CDATA[";
constexpr std::string_view kDoctype = "<!DOCTYPE";

bool is_name_begin(char c) {
  return is_letter(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

/// Which bytes end something, by their value.
using ByteTable = std::array<bool, 256>;

constexpr ByteTable table_of(std::string_view bytes) {
  ByteTable table{};
  for (char c : bytes) table[static_cast<unsigned char>(c)] = true;
  return table;
}

constexpr ByteTable kNameEnds = table_of(" \t\n\v\f\r>/=<[\"'");
constexpr ByteTable kValueStops = table_of("\"'<&");

bool is_in(const ByteTable& table, char c) { return table[static_cast<unsigned char>(c)]; }

std::string_view name_at(std::string_view text, std::size_t begin) {
  const char* first = text.data() + std::min(begin, text.size());
  const char* last = text.data() + text.size();
  const char* end = first;
  while (end != last && !is_in(kNameEnds, *end)) ++end;
  return {first, static_cast<std::size_t>(end - first)};
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

/// The character that `&name;` stands for; nothing for entities that XML does not define.
std::optional<char32_t> character_named(std::string_view name) {
  if (name == "lt") return U'<';
  if (name == "gt") return U'>';
  if (name == "amp") return U'&';
  if (name == "quot") return U'"';
  if (name == "apos") return U'\'';
  if (!name.starts_with('#')) return std::nullopt;
  const bool is_hexadecimal = name.starts_with("#x");
  const std::string_view digits = name.substr(is_hexadecimal ? 2 : 1);
  std::uint32_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, is_hexadecimal ? 16 : 10);
  if (error != std::errc() || stop != end || digits.empty()) return std::nullopt;
  return value;
}

/// `raw` with references to characters resolved.
std::string resolve_references(std::string_view raw) {
  constexpr std::size_t kLongestName = 12;
  std::string out;
  std::size_t at = 0;
  while (at < raw.size()) {
    const std::size_t reference = std::min(raw.find('&', at), raw.size());
    out += raw.substr(at, reference - at);
    if (reference == raw.size()) break;
    const std::string_view name = raw.substr(reference + 1, kLongestName);
    const std::size_t length = name.find(';');
    std::optional<char32_t> character;
    if (length != std::string_view::npos) character = character_named(name.substr(0, length));
    if (character) {
      append_utf8(out, *character);
      at = reference + length + 2;
    } else {
      out += '&';
      at = reference + 1;
    }
  }
  return out;
}

/// A name for a message.
std::string shown(std::string_view text) { return std::string(cut(text, 40)); }

}  // namespace

XmlProlog read_prolog(std::string_view text) {
  XmlProlog prolog;
  std::size_t at = 0;
  while (true) {
    while (at < text.size() && is_space(text[at])) ++at;
    const std::string_view rest = text.substr(at);
    std::string_view closing;
    if (rest.starts_with("<?")) {
      closing = "?>";
    } else if (rest.starts_with(kComment)) {
      closing = "-->";
    } else if (starts_with_ignoring_case(rest, kDoctype) && prolog.doctype.empty()) {
      std::size_t name = at + kDoctype.size();
      while (name < text.size() && is_space(text[name])) ++name;
      prolog.doctype_name = name_at(text, name);
      prolog.doctype = text.substr(at, name + prolog.doctype_name.size() - at);
      at = end_of_doctype(text, name);
      continue;
    } else {
      if (rest.size() > 1 && rest[0] == '<' && is_name_begin(rest[1])) {
        prolog.root = name_at(text, at + 1);
      }
      return prolog;
    }
    const std::size_t end = text.find(closing, at);
    if (end == std::string_view::npos) return prolog;
    at = end + closing.size();
  }
}

XmlCursor::XmlCursor(const SourceFile& file, std::size_t begin, std::size_t end)
    : file_(file), text_(std::string_view(file.text).substr(0, end)), at_(begin) {}

XmlTag XmlCursor::next_child() { return step() == Step::start ? tag_ : XmlTag(); }

void XmlCursor::skip() {
  const std::size_t depth = open_.size();
  while (open_.size() >= depth && step() != Step::none) {
  }
}

bool XmlCursor::begins_with_child() const {
  if (is_empty_) return false;
  std::size_t at = at_;
  while (at < text_.size() && is_space(text_[at])) ++at;
  return at + 1 < text_.size() && text_[at] == '<' && is_name_begin(text_[at + 1]);
}

/// Goes on to the next start or end tag.
XmlCursor::Step XmlCursor::step() {
  if (is_empty_) {
    is_empty_ = false;
    open_.pop_back();
    return Step::end;
  }
  while (!failed()) {
    const std::size_t tag = text_.find('<', at_);
    if (open_.empty()) note_stray_text(at_, std::min(tag, text_.size()));
    if (tag == std::string_view::npos) return fail_at_end(Ending::between_tags);
    if (tag + 1 == text_.size()) return fail_at_end(Ending::in_tag);
    at_ = tag;
    const char next = text_[tag + 1];
    if (next == '/') return read_end_tag();
    if (next != '!' && next != '?') return read_start_tag();
    if (!pass_over_markup()) return Step::none;
  }
  return Step::none;
}

void XmlCursor::note_stray_text(std::size_t begin, std::size_t end) {
  if (stray_text_.length > 0) return;
  const std::string_view stray = trim(text_.substr(begin, end - begin));
  if (!stray.empty()) stray_text_ = file_.span_of(stray);
}

XmlCursor::Step XmlCursor::read_start_tag() {
  const std::size_t begin = at_;
  const std::string_view name = name_at(text_, begin + 1);
  if (name.empty() || !is_name_begin(name[0])) {
    return fail(begin, 1,
                "expected the name of an element behind '<' (in a text, '<' is written '&lt;'), "
                "found " +
                    found_at(begin + 1));
  }
  at_ = begin + 1 + name.size();
  attribute_count_ = 0;
  while (true) {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    if (at_ == text_.size()) return fail_at_end(Ending::in_tag);
    const char c = text_[at_];
    if (c == '>') break;
    if (c == '/' && at_ + 1 < text_.size() && text_[at_ + 1] == '>') {
      is_empty_ = true;
      ++at_;
      break;
    }
    if (!read_attribute()) return Step::none;
  }
  ++at_;
  open_.push_back(name);
  tag_ = {.name = name, .begin = begin, .end = at_};
  return Step::start;
}

bool XmlCursor::read_attribute() {
  Attribute attribute;
  attribute.name = name_at(text_, at_);
  std::size_t at = at_ + attribute.name.size();
  while (at < text_.size() && is_space(text_[at])) ++at;
  const bool has_value = !attribute.name.empty() && at < text_.size() && text_[at] == '=';
  if (has_value) ++at;
  while (at < text_.size() && is_space(text_[at])) ++at;
  if (at >= text_.size()) return fail_at_end(Ending::in_tag) != Step::none;
  const char quote = text_[at];
  if (!has_value || (quote != '"' && quote != '\'')) {
    fail(at_, 1,
         "expected an attribute as in NAME=\"VALUE\" or the '>' of the tag, found " + found_at(at));
    return false;
  }
  const std::size_t begin = ++at;
  for (; at < text_.size(); ++at) {
    const char c = text_[at];
    if (!is_in(kValueStops, c)) continue;
    if (c == quote || c == '<') break;
    if (c == '&') attribute.is_encoded = true;
  }
  if (at == text_.size()) return fail_at_end(Ending::in_tag) != Step::none;
  if (text_[at] == '<') {
    fail(begin - 1, 1,
         std::string("expected ") + quote + " at the end of the attribute, found '<'");
    return false;
  }
  attribute.value = text_.substr(begin, at - begin);
  // Nobody asks for more attributes than an element can have.
  if (attribute_count_ < attributes_.size()) attributes_[attribute_count_++] = attribute;
  at_ = at + 1;
  return true;
}

XmlCursor::Step XmlCursor::read_end_tag() {
  const std::size_t begin = at_ + 2;
  if (!open_.empty()) {
    const std::string_view name = open_.back();
    const std::size_t end = begin + name.size();
    if (end < text_.size() && text_[end] == '>' && text_.substr(begin, name.size()) == name) {
      at_ = end + 1;
      open_.pop_back();
      return Step::end;
    }
  }
  const std::string_view name = name_at(text_, begin);
  std::size_t at = begin + name.size();
  if (at == text_.size()) return fail_at_end(Ending::in_tag);
  if (open_.empty() || name != open_.back()) {
    return fail(
        at_, name.size() + 2,
        "expected " +
            (open_.empty() ? std::string("no end tag") : "'</" + shown(open_.back()) + ">'") +
            ", found '</" + shown(name) + ">'");
  }
  while (at < text_.size() && is_space(text_[at])) ++at;
  if (at == text_.size()) return fail_at_end(Ending::in_tag);
  if (text_[at] != '>') return fail(at, 1, "expected '>', found " + found_at(at));
  at_ = at + 1;
  open_.pop_back();
  return Step::end;
}

/// Passes over a comment, a CDATA section or a processing instruction.
bool XmlCursor::pass_over_markup() {
  const std::string_view rest = text_.substr(at_);
  std::string_view closing = "?>";
  if (rest.starts_with(kComment)) {
    closing = "-->";
  } else if (rest.starts_with(kCdata)) {
    closing = "]]>";
  } else if (rest.starts_with("<!")) {
    const std::size_t length = name_at(text_, at_ + 2).size() + 2;
    fail(at_, length, "expected an element, found " + found_at(at_));
    return false;
  }
  const std::size_t end = text_.find(closing, at_ + 2);
  if (end == std::string_view::npos) {
    fail(at_, 1, "expected '" + std::string(closing) + "', found the end of the file");
    return false;
  }
  at_ = end + closing.size();
  return true;
}

Text XmlCursor::text(const XmlTag& tag, Arena& arena) {
  if (is_empty_) {
    step();
    return {{}, span_of(tag), false};
  }
  const std::size_t begin = at_;
  const std::size_t end = text_.find('<', begin);
  if (end == std::string_view::npos || end + 1 == text_.size() || text_[end + 1] != '/') {
    return join_texts(tag, arena);
  }
  at_ = end;
  read_end_tag();
  if (end == begin) return {{}, span_of(tag), false};
  return text_of(text_.substr(begin, end - begin), arena);
}

Text XmlCursor::join_texts(const XmlTag& tag, Arena& arena) {
  std::string joined;
  Text piece;
  std::size_t pieces = 0;
  std::size_t begin = at_;
  std::size_t end = at_;
  const std::size_t depth = open_.size();
  const auto add = [&](Text found) {
    joined += found.value;
    if (pieces++ == 0) begin = found.where.begin;
    end = std::size_t{found.where.begin} + found.where.length;
    piece = found;
  };
  while (open_.size() >= depth) {
    const std::size_t markup = std::min(text_.find('<', at_), text_.size());
    const bool is_own = open_.size() == depth && !is_empty_;
    if (is_own && markup > at_) add(text_of(text_.substr(at_, markup - at_), arena));
    const std::string_view rest = text_.substr(markup);
    if (is_own && rest.starts_with(kCdata)) {
      at_ = markup;
      if (!pass_over_markup()) break;
      const std::size_t content = markup + kCdata.size();
      const std::size_t length = at_ - content - std::string_view("]]>").size();
      if (length > 0) add({text_.substr(content, length), file_.span(content, length), true});
    } else if (is_own && (rest.starts_with(kComment) || rest.starts_with("<?"))) {
      at_ = markup;
      if (!pass_over_markup()) break;
    } else if (step() == Step::none) {
      break;
    }
  }
  if (pieces == 0) return {{}, span_of(tag), false};
  if (pieces == 1) return piece;
  return {arena.keep(joined), file_.span(begin, end - begin), false};
}

Text XmlCursor::text_of(std::string_view raw, Arena& arena) const {
  const Span where = file_.span_of(raw);
  if (raw.find('&') == std::string_view::npos) return {raw, where, true};
  return {arena.keep(resolve_references(raw)), where, false};
}

const XmlCursor::Attribute* XmlCursor::find_attribute(std::string_view name) const {
  for (std::size_t i = 0; i < attribute_count_; ++i) {
    if (attributes_[i].name == name) return &attributes_[i];
  }
  return nullptr;
}

std::string_view XmlCursor::raw_attribute(std::string_view name) const {
  const Attribute* attribute = find_attribute(name);
  return attribute == nullptr ? std::string_view() : attribute->value;
}

Text XmlCursor::attribute(std::string_view name, Arena& arena) const {
  const Attribute* found = find_attribute(name);
  if (found == nullptr || found->value.empty()) return {{}, span_of(tag_), false};
  if (found->is_encoded) return text_of(found->value, arena);
  return {found->value, file_.span_of(found->value), true};
}

XmlCursor::Step XmlCursor::fail(std::size_t at, std::size_t length, std::string message) {
  if (failed()) return Step::none;
  damage_ = std::move(message);
  at_ = std::min(at, text_.size());
  damage_place_ = file_.span(at_, std::min(length, text_.size() - at_));
  return Step::none;
}

/// At the end of the file: damage where an element is open or a tag is not whole.
XmlCursor::Step XmlCursor::fail_at_end(Ending ending) {
  if (open_.empty() && ending == Ending::between_tags) {
    at_ = text_.size();
    return Step::none;
  }
  const std::string expected =
      open_.empty() ? "the end of the tag" : "'</" + shown(open_.back()) + ">'";
  const std::size_t last = text_.find_last_not_of(" \t\r\n\f\v");
  return fail(last == std::string_view::npos ? 0 : last, 1,
              "expected " + expected + ", found the end of the file");
}

std::string XmlCursor::found_at(std::size_t at) const {
  if (at >= text_.size()) return "the end of the file";
  std::size_t length = 1;
  while (at + length < text_.size() && !is_in(kNameEnds, text_[at + length])) ++length;
  return "'" + shown(text_.substr(at, length)) + "'";
}

}  // namespace connlint
