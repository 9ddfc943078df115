#include "linter/formats/xml/xml_splitter.h"

#include <algorithm>
#include <utility>

#include "linter/formats/find_character.h"
#include "linter/formats/format.h"
#include "linter/formats/xml/xml_prolog.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::string_view kComment = "<!--";
constexpr std::string_view kCdata = "<![CDATA[";
/// pugixml keeps 64 bytes for an element and 40 for an attribute.
constexpr std::size_t kMaxParts = 1'000'000;
/// An object takes up to four elements (`Obj`, `DCT`, `En`, `Obj`).
constexpr std::size_t kMaxElementDepth = std::size_t{4} * kMaxDepth;
/// How many open elements an end tag is compared with.
constexpr std::size_t kMostCompared = 2 * kMaxElementDepth;

/// Whether a start tag states the attribute `name`, as far as can be told without reading it.
bool states(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if (is_space(tag[at - 1]) && end < tag.size() && (tag[end] == '=' || is_space(tag[end]))) {
      return true;
    }
  }
  return false;
}

}  // namespace

XmlSplitter::XmlSplitter(const SourceFile& file, std::size_t begin, std::size_t end,
                         const XmlShape& shape)
    : file_(&file), shape_(&shape), text_(std::string_view(file.text).substr(0, end)), at_(begin) {}

XmlTag XmlSplitter::next_child(std::size_t depth) {
  parts_ = 0;
  std::optional<XmlDamage> first;
  XmlTag child;
  while (open_.size() >= depth) {
    const Step found = step();
    if (found == Step::none) break;
    if (found == Step::start) {
      child = tag_;
      break;
    }
    if (found != Step::damage) continue;
    is_careful_ = true;
    if (!first) first = std::move(damage_);
    // An element that begins in the damage is lost with it.
    if (recover() == Step::start) walk(at_, open_.size(), Containers::taken);
  }
  damage_ = std::move(first);
  return child;
}

XmlPiece XmlSplitter::read_piece(Containers containers) {
  parts_ = 1;
  return walk(tag_.begin, open_.size(), containers);
}

XmlPiece XmlSplitter::read_rest(std::size_t depth) {
  XmlPiece piece;
  piece.begin = piece.end = at_;
  if (open_.size() < depth) return piece;
  piece = walk(at_, depth, Containers::walked);
  // The end tag of the element around belongs to none of the parts.
  if (!piece.damage && !piece.container.exists()) {
    piece.end = std::max(piece.begin, text_.rfind('<', piece.end - 1));
  }
  return piece;
}

std::optional<XmlDamage> XmlSplitter::take_damage() { return std::exchange(damage_, std::nullopt); }

/// Walks from the begin of a piece up to where its element, which is open at `depth`, ends.
XmlPiece XmlSplitter::walk(std::size_t begin, std::size_t depth, Containers containers) {
  XmlPiece piece;
  piece.begin = begin;
  const std::size_t first = at_;
  while (open_.size() >= depth) {
    const Step found = step();
    if (found == Step::none) break;
    if (found == Step::end) continue;
    if (found == Step::start) {
      if (open_.size() == depth + 1 && containers == Containers::walked &&
          shape_->is_container(tag_.name)) {
        piece.container = tag_;
        at_ = tag_.begin;
        open_.pop_back();
        if (!piece.damage) cut(piece, depth);
        at_ = tag_.end;
        open_.push_back(open_of(tag_));
        break;
      }
      if (is_careful_ && open_.size() > depth && begins_next_object()) {
        end_before_next_object(depth);
      } else if (++parts_ > kMaxParts) {
        fail(tag_.begin, 1,
             "expected an object of at most " + std::to_string(kMaxParts) +
                 " elements and attributes, found more",
             {.at = text_.size()});
      } else {
        continue;
      }
    }
    if (!is_careful_) {
      // From the begin again, now with an eye on where the next object may begin.
      is_careful_ = true;
      open_.resize(depth);
      at_ = first;
      is_empty_ = false;
      parts_ = 1;
      continue;
    }
    if (!piece.damage) {
      cut(piece, depth);
      piece.damage = std::move(damage_);
    }
    recover();
  }
  damage_.reset();
  if (!piece.damage && !piece.container.exists()) piece.end = at_;
  return piece;
}

/// Makes the object that was begun last the damage of the one that is open at `depth`; it is read
/// again as an object of its own.
void XmlSplitter::end_before_next_object(std::size_t depth) {
  open_.pop_back();
  at_ = tag_.begin;
  fail(tag_.begin, tag_.end - tag_.begin,
       "expected '</" + shortened_for_message(name_of(open_.back())) + ">', found another '" +
           shortened_for_message(tag_.name) + "'",
       {.at = tag_.begin, .depth = depth - 1});
}

/// Ends a piece before the outermost element that is not whole and worth nothing without its end.
void XmlSplitter::cut(XmlPiece& piece, std::size_t depth) const {
  piece.end = std::max(at_, piece.begin);
  std::size_t kept = std::min(depth, open_.size());
  while (kept < open_.size() && shape_->holds_parts(name_of(open_[kept]))) ++kept;
  if (kept < open_.size()) piece.end = open_[kept].name - 1;
  // Of an element that is read to its end tag alone the element itself is not part.
  const bool has_own = piece.begin < open_[depth - 1].name;
  for (std::size_t i = kept; i > (has_own ? depth - 1 : depth); --i) {
    piece.closing.append("</").append(name_of(open_[i - 1])).append(">");
  }
}

/// Whether the tag that was read last begins an object that is no part of the one around it.
bool XmlSplitter::begins_next_object() const {
  if (tag_.name != shape_->object) return false;
  if (open_.size() >= 2 && shape_->is_container(name_of(open_[open_.size() - 2]))) return false;
  return shape_->part_attribute.empty() ||
         !states(text_.substr(tag_.begin, tag_.end - tag_.begin), shape_->part_attribute);
}

/// Goes on to the next start or end tag.
XmlSplitter::Step XmlSplitter::step() {
  if (is_empty_) {
    is_empty_ = false;
    open_.pop_back();
    return Step::end;
  }
  while (true) {
    const std::size_t tag = find_character(text_, at_, '<');
    if (open_.empty()) note_stray_text(at_, tag);
    if (tag == text_.size()) return fail_at_end(Ending::between_tags);
    if (tag + 1 == text_.size()) return fail_at_end(Ending::in_tag);
    const char next = text_[tag + 1];
    if (next == '/') return read_end_tag(tag);
    if (next != '!' && next != '?') return read_start_tag(tag);
    const Step passed = pass_over_markup(tag);
    if (passed != Step::none) return passed;
  }
}

void XmlSplitter::note_stray_text(std::size_t begin, std::size_t end) {
  if (stray_text_.length > 0) return;
  const std::string_view stray = trim(text_.substr(begin, end - begin));
  if (!stray.empty()) stray_text_ = file_->span_of(stray);
}

XmlSplitter::Step XmlSplitter::read_start_tag(std::size_t begin) {
  const std::string_view name = xml_name_at(text_, begin + 1);
  if (name.empty() || !is_xml_name_begin(name[0])) {
    return fail(begin, 1,
                "expected the name of an element behind '<' (in a text, '<' is written '&lt;'), "
                "found " +
                    xml_found_at(text_, begin + 1),
                {.at = begin + 1, .depth = open_.size()});
  }
  std::size_t at = begin + 1 + name.size();
  while (true) {
    at = find_character(text_, at, '>', '"', '\'', '<');
    if (at == text_.size()) return fail_at_end(Ending::in_tag);
    const char c = text_[at];
    if (c == '>') break;
    if (c == '<') {
      return fail(at, 1, "expected the '>' of the tag, found '<'",
                  {.at = at, .depth = open_.size(), .opened = name});
    }
    ++parts_;
    const std::size_t value = at;
    at = find_character(text_, at + 1, c, '<');
    if (at == text_.size()) return fail_at_end(Ending::in_tag);
    if (text_[at] == '<') {
      return fail(value, 1,
                  std::string("expected ") + c + " at the end of the attribute, found '<'",
                  {.at = at, .depth = open_.size(), .opened = name});
    }
    ++at;
  }
  is_empty_ = text_[at - 1] == '/';
  at_ = at + 1;
  tag_ = {.name = name, .begin = begin, .end = at_};
  open_.push_back(open_of(tag_));
  return Step::start;
}

XmlSplitter::Step XmlSplitter::read_end_tag(std::size_t begin) {
  const std::size_t first = begin + 2;
  const std::string_view expected = open_.empty() ? std::string_view() : name_of(open_.back());
  const std::size_t last = first + expected.size();
  if (!open_.empty() && last < text_.size() && text_[last] == '>' &&
      text_.substr(first, expected.size()) == expected) {
    at_ = last + 1;
    open_.pop_back();
    return Step::end;
  }
  const std::string_view name = xml_name_at(text_, first);
  std::size_t at = first + name.size();
  while (at < text_.size() && is_space(text_[at])) ++at;
  if (at == text_.size()) return fail_at_end(Ending::in_tag);
  const std::size_t behind = text_[at] == '>' ? at + 1 : at;
  if (open_.empty() || name != expected) {
    return fail(begin, name.size() + 2,
                "expected " +
                    (open_.empty() ? std::string("no end tag")
                                   : "'</" + shortened_for_message(expected) + ">'") +
                    ", found '</" + shortened_for_message(name) + ">'",
                {.at = behind, .depth = depth_without(name)});
  }
  if (text_[at] != '>') {
    return fail(at, 1, "expected '>', found " + xml_found_at(text_, at),
                {.at = behind, .depth = depth_without(name)});
  }
  at_ = behind;
  open_.pop_back();
  return Step::end;
}

/// Passes over a comment, a CDATA section or a processing instruction.
XmlSplitter::Step XmlSplitter::pass_over_markup(std::size_t begin) {
  const std::string_view rest = text_.substr(begin);
  std::string_view opening = "<?";
  std::string_view closing = "?>";
  if (rest.starts_with(kComment)) {
    opening = kComment;
    closing = "-->";
  } else if (rest.starts_with(kCdata)) {
    opening = kCdata;
    closing = "]]>";
  } else if (rest.starts_with("<!")) {
    const std::size_t length = xml_name_at(text_, begin + 2).size() + 2;
    return fail(begin, length, "expected an element, found " + xml_found_at(text_, begin),
                {.at = begin + length, .depth = open_.size()});
  }
  const std::size_t end = text_.find(closing, begin + opening.size());
  if (end == std::string_view::npos) {
    return fail(begin, 1, "expected '" + std::string(closing) + "', found the end of the file",
                {.at = text_.size()});
  }
  at_ = end + closing.size();
  return Step::none;
}

XmlSplitter::Step XmlSplitter::fail(std::size_t at, std::size_t length, std::string message,
                                    const Recovery& recovery) {
  recovery_ = recovery;
  if (open_.size() > kMaxElementDepth) {
    message =
        "expected objects nested at most " + std::to_string(kMaxDepth) + " levels deep, found more";
  }
  at = std::min(at, text_.size());
  damage_ = {.message = std::move(message),
             .where = file_->span(at, std::min(length, text_.size() - at)),
             .is_last = recovery.at >= text_.size()};
  return Step::damage;
}

/// At the end of the file: damage where an element is open or a tag is not whole.
XmlSplitter::Step XmlSplitter::fail_at_end(Ending ending) {
  if (open_.empty() && ending == Ending::between_tags) {
    at_ = text_.size();
    return Step::none;
  }
  const std::string expected = open_.empty()
                                   ? "the end of the tag"
                                   : "'</" + shortened_for_message(name_of(open_.back())) + ">'";
  const std::size_t last = text_.find_last_not_of(" \t\r\n\f\v");
  return fail(last == std::string_view::npos ? 0 : last, 1,
              "expected " + expected + ", found the end of the file", {.at = text_.size()});
}

/// Goes on behind the damage that was found last. `start` where an element begins in it.
XmlSplitter::Step XmlSplitter::recover() {
  damage_.reset();
  is_empty_ = false;
  at_ = recovery_.at;
  open_.resize(at_ < text_.size() ? recovery_.depth : 0);
  if (at_ >= text_.size() || recovery_.opened.empty()) return Step::end;
  const std::size_t begin = file_->span_of(recovery_.opened).begin - std::size_t{1};
  open_.push_back(open_of({.name = recovery_.opened, .begin = begin, .end = at_}));
  return Step::start;
}

/// How many elements stay open where the innermost one of that name is closed with all that is in
/// it; all, where none that is near has the name.
std::size_t XmlSplitter::depth_without(std::string_view name) const {
  const std::size_t least = open_.size() > kMostCompared ? open_.size() - kMostCompared : 0;
  for (std::size_t i = open_.size(); i > least; --i) {
    if (name_of(open_[i - 1]) == name) return i - 1;
  }
  return open_.size();
}

}  // namespace connlint
