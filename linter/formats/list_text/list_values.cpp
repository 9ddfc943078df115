#include "linter/formats/list_text/list_values.h"

#include <algorithm>
#include <string>
#include <vector>

#include "linter/formats/lost_text.h"
#include "linter/support/characters.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

std::string_view trim_end(std::string_view text) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// A text made of pieces of a file, which knows where each of its bytes stands.
class JoinedText {
 public:
  JoinedText(const SourceFile& file, std::span<const ListPiece> pieces, std::size_t width,
             Arena& arena);

  [[nodiscard]] std::string_view text() const { return text_; }
  /// The part of the text at the given bytes, without blanks at its ends.
  [[nodiscard]] Text part(std::size_t begin, std::size_t length) const;

 private:
  struct Segment {
    std::size_t begin = 0;
    std::string_view text;
  };

  [[nodiscard]] const Segment& segment_at(std::size_t offset) const;

  const SourceFile& file_;
  std::vector<Segment> segments_;
  std::string_view text_;
};

/// What stands between a piece and the next one.
std::string_view joint(const ListPiece& piece, const ListPiece& next, std::size_t width,
                       bool is_in_list) {
  if (piece.line_length >= width) return {};
  if (piece.text.ends_with(' ') || next.text.starts_with(' ')) return is_in_list ? "" : " ";
  if (is_in_list) return " ";
  const std::size_t word = std::min(next.text.find(' '), next.text.size());
  const std::size_t word_length = count_code_points(next.text.substr(0, word));
  return piece.line_length + 1 + word_length > width ? " " : "\n";
}

JoinedText::JoinedText(const SourceFile& file, std::span<const ListPiece> pieces, std::size_t width,
                       Arena& arena)
    : file_(file) {
  if (pieces.size() == 1) {
    segments_.push_back({0, pieces[0].text});
    text_ = pieces[0].text;
    return;
  }
  std::string joined;
  const bool is_list = pieces[0].text.starts_with('{');
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    segments_.push_back({joined.size(), pieces[i].text});
    joined += pieces[i].text;
    if (i + 1 < pieces.size()) joined += joint(pieces[i], pieces[i + 1], width, is_list);
  }
  text_ = arena.keep(joined);
}

const JoinedText::Segment& JoinedText::segment_at(std::size_t offset) const {
  const auto behind = std::upper_bound(
      segments_.begin(), segments_.end(), offset,
      [](std::size_t wanted, const Segment& segment) { return wanted < segment.begin; });
  return behind == segments_.begin() ? *behind : *(behind - 1);
}

Text JoinedText::part(std::size_t begin, std::size_t length) const {
  const std::string_view whole = text_.substr(begin, length);
  const std::string_view value = trim(whole);
  const std::size_t from = begin + static_cast<std::size_t>(value.data() - whole.data());
  const auto place = [this](std::size_t offset, std::size_t* in_segment) {
    const Segment& segment = segment_at(offset);
    *in_segment = std::min(offset - segment.begin, segment.text.size());
    return &segment;
  };
  std::size_t first_offset = 0;
  std::size_t last_offset = 0;
  const Segment* first = place(from, &first_offset);
  const Segment* last = place(value.empty() ? from : from + value.size() - 1, &last_offset);
  if (first == last && first_offset + value.size() <= first->text.size()) {
    const std::string_view there = first->text.substr(first_offset, value.size());
    return {there, file_.span_of(there), true};
  }
  const std::size_t span_begin = file_.span_of(first->text).begin + first_offset;
  const std::size_t span_end =
      file_.span_of(last->text).begin + std::min(last_offset + 1, last->text.size());
  return {value, file_.span(span_begin, span_end - span_begin), false};
}

/// The items between the braces, which `Format-List` joins by a comma and a blank.
std::span<const Value> split_items(const JoinedText& joined, std::size_t begin, std::size_t length,
                                   Arena& arena) {
  std::vector<Value> items;
  const std::string_view content = joined.text().substr(begin, length);
  if (trim(content).empty()) return {};
  std::size_t at = 0;
  while (at <= content.size()) {
    const std::size_t end = std::min(content.find(", ", at), content.size());
    Value item;
    item.kind = ValueKind::text;
    item.text = joined.part(begin + at, end - at);
    if (is_net_type_name(item.text.value)) item.loss = Loss::type_name;
    items.push_back(item);
    at = end + 2;
  }
  return arena.keep(items);
}

}  // namespace

ListPiece list_piece(std::string_view line, std::size_t column) {
  ListPiece piece;
  // One blank at the end may be where the line was broken; more are padding.
  if (line.ends_with("  ")) line = trim_end(line);
  piece.text = column < line.size() ? line.substr(column) : line.substr(line.size());
  piece.line_length = count_code_points(line);
  return piece;
}

Value list_value(const SourceFile& file, std::span<const ListPiece> pieces, std::size_t width,
                 Arena& arena) {
  const JoinedText joined(file, pieces, width, arena);
  const std::string_view text = joined.text();
  Value value;
  value.kind = ValueKind::text;
  value.text = joined.part(0, text.size());
  const std::string_view shown = value.text.value;
  if (is_net_type_name(shown)) value.loss = Loss::type_name;
  if (shown.size() < 2 || shown.front() != '{' || shown.back() != '}') return value;
  value.kind = ValueKind::list;
  const std::size_t begin = text.find('{') + 1;
  const std::size_t end = text.rfind('}');
  std::string_view content = text.substr(begin, end - begin);
  if (is_cut_list(shown)) {
    value.loss = Loss::truncated;
    content = without_dots(content);
  }
  value.items = split_items(joined, begin, content.size(), arena);
  return value;
}

}  // namespace connlint
