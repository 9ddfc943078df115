#include "linter/formats/ldif/ldif_lines.h"

#include <algorithm>
#include <array>

#include "linter/formats/base64.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// The characters of attribute names with options (RFC 2849 and RFC 4512: letters, digits, `-`, `.`
/// of object identifiers, `;`); `=` and `*` of `;range=0-*`; `_` of some directories.
constexpr std::array<bool, 256> make_name_characters() {
  std::array<bool, 256> known{};
  for (int c = 0; c < 128; ++c) {
    const char character = static_cast<char>(c);
    known[static_cast<std::size_t>(c)] = is_letter(character) || is_digit(character);
  }
  for (char c : {'-', '.', ';', '=', '*', '_'}) known[static_cast<unsigned char>(c)] = true;
  return known;
}
constexpr std::array<bool, 256> kNameCharacters = make_name_characters();

/// How many characters of a name `text` begins with.
std::size_t name_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && kNameCharacters[static_cast<unsigned char>(text[length])]) {
    ++length;
  }
  return length;
}

}  // namespace

const LdifLine* LdifLines::next() {
  while (const std::optional<std::string_view> physical = lines_.next()) {
    const std::string_view first = *physical;
    if (first.empty()) return unmistakable(LdifLine::Kind::blank, first);
    if (first.front() == ' ' || first.front() == '\t') {
      const bool blank = trim(first).empty();
      return unmistakable(blank ? LdifLine::Kind::blank : LdifLine::Kind::stray, first);
    }
    if (first.front() == '#') {
      pass_over_continuations();
      continue;
    }
    if (continues()) {
      unfold(first);
      cut_folded(unfolded_);
    } else {
      cut(first);
    }
    return &line_;
  }
  return nullptr;
}

const LdifLine* LdifLines::unmistakable(LdifLine::Kind kind, std::string_view first) {
  line_ = {};
  line_.kind = kind;
  line_.where = file_.span_of(first);
  return &line_;
}

std::string_view LdifLines::take_continuation() {
  const std::string_view line = lines_.next().value_or(std::string_view());
  if (line.front() == '\t' && !tab_fold_) tab_fold_ = file_.span_of(line);
  return line.substr(1);
}

void LdifLines::pass_over_continuations() {
  while (continues()) take_continuation();
}

void LdifLines::unfold(std::string_view first) {
  unfolded_ = first;
  const Span begin = file_.span_of(first);
  pieces_.assign(1, {0, begin.begin});
  std::uint32_t end = begin.begin + begin.length;
  while (continues()) {
    const std::string_view piece = take_continuation();
    const Span where = file_.span_of(piece);
    end = where.begin + where.length;
    if (piece.empty()) continue;
    pieces_.push_back({static_cast<std::uint32_t>(unfolded_.size()), where.begin});
    unfolded_ += piece;
  }
  line_.where = {begin.file, begin.begin, end - begin.begin};
}

/// Recognises what stands before the colon. False where that is no name.
bool LdifLines::cut_name(std::string_view text) {
  line_.known = names_.expected(text);
  if (line_.known == nullptr) {
    const std::size_t length = name_length(text);
    const bool named = length > 0 && (is_letter(text.front()) || is_digit(text.front()));
    if (!named || length == text.size() || text[length] != ':') {
      line_.kind = text == "-" ? LdifLine::Kind::dash : LdifLine::Kind::damaged;
      return false;
    }
    line_.known = names_.find(text.substr(0, length));
    if (line_.known == nullptr) {
      line_.kind = LdifLine::Kind::unknown;
      return false;
    }
  }
  line_.kind = LdifLine::Kind::attribute;
  return true;
}

/// Recognises the form of the value and returns where it begins.
std::size_t LdifLines::cut_form(std::string_view text) {
  line_.form = LdifLine::Form::plain;
  line_.bad_base64 = false;
  std::size_t begin = line_.known->spelling.size() + 1;
  if (begin < text.size() && (text[begin] == ':' || text[begin] == '<')) {
    line_.form = text[begin] == ':' ? LdifLine::Form::base64 : LdifLine::Form::url;
    ++begin;
  }
  while (begin < text.size() && text[begin] == ' ') ++begin;
  return begin;
}

void LdifLines::cut(std::string_view text) {
  line_.where = file_.span_of(text);
  if (!cut_name(text)) return;
  const std::size_t begin = cut_form(text);
  const Text whole{text, line_.where, true};
  line_.name = whole.part(0, line_.known->length);
  line_.value = whole.part(begin, text.size() - begin);
  if (line_.form == LdifLine::Form::base64) decode(line_.value.value);
}

void LdifLines::cut_folded(std::string_view text) {
  if (!cut_name(text)) return;
  const std::size_t begin = cut_form(text);
  line_.name = text_of(text.substr(0, line_.known->length));
  const std::string_view value = text.substr(begin);
  if (line_.form != LdifLine::Form::base64) {
    line_.value = text_of(value);
    return;
  }
  // The digits are not kept, so that a long value takes no memory twice.
  const std::uint32_t end = line_.where.begin + line_.where.length;
  const std::uint32_t source = value.empty() ? end : source_of(begin);
  line_.value = {{}, {line_.where.file, source, end - source}, false};
  decode(value);
}

void LdifLines::decode(std::string_view digits) {
  while (digits.ends_with(' ') || digits.ends_with('\t')) digits.remove_suffix(1);
  decoded_.clear();
  line_.bad_base64 = !decode_base64(digits, decoded_);
  line_.value.value = line_.bad_base64 ? std::string_view() : arena_.keep(decoded_);
  line_.value.verbatim = false;
}

/// Where the character at `offset` of the unfolded line stands in the file.
std::uint32_t LdifLines::source_of(std::size_t offset) const {
  const auto after = std::ranges::upper_bound(pieces_, offset, {}, &Piece::offset);
  const Piece& piece = *std::prev(after);
  return piece.source + static_cast<std::uint32_t>(offset) - piece.offset;
}

/// `part` of the line that is cut, with its place. A part that stands whole on one physical line is
/// a view into the file.
Text LdifLines::text_of(std::string_view part) {
  const auto offset = static_cast<std::size_t>(part.data() - unfolded_.data());
  if (part.empty()) {
    // Behind the last piece there is nothing; a place there is the end of the line.
    const std::uint32_t source =
        offset < unfolded_.size() ? source_of(offset) : line_.where.begin + line_.where.length;
    return {{}, {line_.where.file, source, 0}, true};
  }
  const std::uint32_t begin = source_of(offset);
  const std::uint32_t end = source_of(offset + part.size() - 1) + 1;
  const Span where{line_.where.file, begin, end - begin};
  if (where.length == part.size()) {
    return {std::string_view(file_.text).substr(begin, part.size()), where, true};
  }
  return {arena_.keep(part), where, false};
}

}  // namespace connlint
