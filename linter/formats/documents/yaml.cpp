// YAML, read through the events of yaml-cpp 0.7: YAML 1.2, without merge keys ('<<' is no part of
// it). Aliases are resolved within bounds, tags of the YAML standard change how a text is taken.
#include <algorithm>
#include <climits>
#include <exception>
#include <istream>
#include <streambuf>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "linter/formats/documents/document_builder.h"
#include "linter/formats/documents/yaml_damage.h"
#include "linter/formats/documents/yaml_places.h"
#include "linter/formats/format.h"
#include "linter/support/characters.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::string_view kTagPrefix = "tag:yaml.org,2002:";
/// A byte that yaml-cpp takes for the end of the file wherever it stands.
constexpr char kParserEnd = '\x04';

/// A stream over text that is not copied.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    // The interface of the standard library wants mutable characters; a get area is only read.
    char* begin = const_cast<char*>(text.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    setg(begin, begin, begin + text.size());
  }
};

/// What a tag makes of a scalar.
struct TagMeaning {
  bool known = true;
  /// Whether the value is a text even where it looks like a number or a truth value.
  bool text = false;
  bool null = false;
};

TagMeaning meaning_of(std::string_view tag) {
  if (tag.empty() || tag == "?") return {};
  if (tag == "!") return {.known = true, .text = true, .null = false};
  if (!tag.starts_with(kTagPrefix)) return {.known = false, .text = false, .null = false};
  const std::string_view name = tag.substr(kTagPrefix.size());
  if (name == "str") return {.known = true, .text = true, .null = false};
  if (name == "null") return {.known = true, .text = false, .null = true};
  for (std::string_view plain : {"int", "bool", "float", "timestamp"}) {
    if (name == plain) return {};
  }
  return {.known = false, .text = false, .null = false};
}

/// Turns the events of yaml-cpp into those of the builder and finds the places.
class EventReader : public YAML::EventHandler {
 public:
  /// `text` is the part of the file that is parsed, `offset` where it begins.
  EventReader(const SourceFile& file, std::string_view text, std::size_t offset,
              DocumentBuilder& builder)
      : file_(file), text_(text), offset_(offset), builder_(builder) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    stuck_ = mark.pos <= document_begin_;
    document_begin_ = mark.pos;
    end_ = 0;
    open_.clear();
    builder_.begin_document();
  }
  void OnDocumentEnd() override { builder_.end_document(); }

  /// Whether the last document began where the one before it began: yaml-cpp does not go on at a
  /// token that can begin no document, and would return for ever.
  [[nodiscard]] bool is_stuck() const { return stuck_; }
  [[nodiscard]] int document_begin() const { return document_begin_; }

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Value value;
    value.text = null_place(mark);
    if (builder_.expects_key()) return builder_.key(value.text);
    builder_.scalar(value, anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const std::size_t begin = position(mark);
    end_ = end_of_word(text_, begin);
    builder_.repeat(anchor, text_.substr(begin, end_ - begin), span(begin, end_));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const std::size_t marked = position(mark);
    const std::size_t begin = after_properties(text_, marked);
    ScalarPlace place = place_of_scalar(text_, begin, value, indent());
    if (value.empty() && !place.quoted) {
      // Only a tag stands there.
      const std::size_t after = end_of_word(text_, marked);
      place = {.begin = marked, .length = after - marked, .end = after};
    }
    end_ = std::max(end_, place.end);
    if (builder_.skips()) return builder_.scalar({});
    const Text text = {
        .value = place.verbatim ? text_.substr(place.begin, place.length) : builder_.keep(value),
        .where = span(place.begin, place.begin + place.length),
        .verbatim = place.verbatim};
    if (builder_.expects_key()) return add_key(text, tag);
    builder_.scalar(scalar_value(text, tag, place.quoted, marked), anchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    begin(Shape::list, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { end(']'); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    begin(Shape::mapping, mark, tag, anchor, style);
  }
  void OnMapEnd() override { end('}'); }

 private:
  /// The column of a flow collection: every place in it is indented enough.
  static constexpr int kFlow = -2;
  /// A collection that is being read.
  struct Open {
    int column = 0;
    bool bracketed = false;
  };

  [[nodiscard]] std::size_t position(const YAML::Mark& mark) const {
    return mark.pos < 0 ? 0 : std::min(static_cast<std::size_t>(mark.pos), text_.size());
  }
  [[nodiscard]] Span span(std::size_t from, std::size_t to) const {
    return file_.span(offset_ + from, to - std::min(from, to));
  }
  [[nodiscard]] int indent() const { return open_.empty() ? -1 : open_.back().column; }

  /// A null is written as a word or as nothing at all; then the mark is that of whatever comes
  /// next, and its place is the end of what stands before.
  Text null_place(const YAML::Mark& mark) {
    const std::size_t begin = after_properties(text_, position(mark));
    const std::size_t length = null_word_at(text_, begin);
    // A value stands to the right of the column of its mapping or list, a key in it.
    const int least = builder_.expects_key() ? indent() : indent() + 1;
    const bool inside = indent() == kFlow || column_of(text_, begin) >= least;
    if (length == 0 || !inside) return {.value = {}, .where = span(end_, end_), .verbatim = false};
    end_ = begin + length;
    return {.value = text_.substr(begin, length), .where = span(begin, end_), .verbatim = true};
  }

  void add_key(const Text& text, const std::string& tag) {
    if (text.value == "<<" && tag == "?") {
      return builder_.refuse_key(
          "merge keys ('<<') are no part of YAML 1.2 and are not read; write the keys out, or put "
          "'<<' in quotes where it is a name",
          text.where);
    }
    builder_.key(text);
  }

  Value scalar_value(const Text& text, const std::string& tag, bool quoted, std::size_t marked) {
    const TagMeaning meaning = meaning_of(tag);
    if (!meaning.known) note_tag(tag, marked);
    Value value{.kind = ValueKind::text, .loss = Loss::none, .quoted = meaning.text, .text = text};
    if (meaning.null) value.kind = ValueKind::null;
    if (!meaning.known) value.quoted = quoted;
    return value;
  }

  void note_tag(std::string_view tag, std::size_t marked) {
    const bool standard = tag.starts_with(kTagPrefix);
    builder_.note(
        NoteKind::suspicious,
        fmt::format("the tag '{}{}' means nothing here; the value is read as if it had none",
                    standard ? "!!" : "", cut(tag.substr(standard ? kTagPrefix.size() : 0), 60)),
        span(marked, std::min(end_of_word(text_, marked), text_.size())));
  }

  void begin(Shape shape, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
             YAML::EmitterStyle::value style) {
    const std::size_t marked = position(mark);
    const std::size_t at = after_properties(text_, marked);
    const bool flow = style == YAML::EmitterStyle::Flow;
    // A single pair in a list, as in [a: b], is a flow mapping without brackets of its own.
    const bool bracketed = flow && at < text_.size() && (text_[at] == '[' || text_[at] == '{');
    const int column = at == marked ? mark.column : column_of(text_, at);
    open_.push_back({.column = flow ? kFlow : column, .bracketed = bracketed});
    end_ = std::max(end_, bracketed ? at + 1 : at);
    const std::string_view own = shape == Shape::list ? "seq" : "map";
    const bool plain = tag.empty() || tag == "?" || tag == "!";
    if (!plain && !builder_.skips() && tag != fmt::format("{}{}", kTagPrefix, own)) {
      note_tag(tag, marked);
    }
    builder_.begin(shape, offset_ + at, anchor);
  }

  void end(char bracket) {
    if (open_.back().bracketed) end_ = end_of_flow(text_, end_, bracket);
    open_.pop_back();
    builder_.end(offset_ + end_);
  }

  const SourceFile& file_;
  std::string_view text_;
  std::size_t offset_;
  DocumentBuilder& builder_;
  std::vector<Open> open_;
  int document_begin_ = -1;
  bool stuck_ = false;
  /// Where the last part that was read ends.
  std::size_t end_ = 0;
};

/// Says that control characters are in the text, once. Returns what can be read of it.
std::string_view without_controls(const SourceFile& file, std::string_view text,
                                  DocumentBuilder& builder) {
  const auto is_control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
  };
  const auto first = std::ranges::find_if(text, is_control);
  if (first == text.end()) return text;
  const auto at = static_cast<std::size_t>(first - text.begin());
  const std::size_t end = std::min(text.find(kParserEnd), text.size());
  // With a NUL among the first bytes yaml-cpp takes the text for UTF-16.
  const bool readable = at > 3;
  std::string message =
      "a control character stands in the text; expected text only, write it as "
      "an escape in double quotes";
  if (!readable) message += "; the file is not read";
  if (readable && end < text.size()) message += "; reading stops at the first U+0004";
  builder.note(NoteKind::unreadable, std::move(message), file.span_of(text.substr(at, 1)));
  return readable ? text.substr(0, end) : std::string_view();
}

void parse(const SourceFile& file, std::string_view text, DocumentBuilder& builder) {
  const auto offset = static_cast<std::size_t>(text.data() - file.text.data());
  const auto place = [&](int position) {
    return std::min(offset + static_cast<std::size_t>(std::max(position, 0)), file.text.size());
  };
  try {
    ViewBuffer buffer(text);
    std::istream in(&buffer);
    YAML::Parser parser(in);
    EventReader reader(file, text, offset, builder);
    while (parser.HandleNextDocument(reader)) {
      if (!reader.is_stuck()) continue;
      const Note note =
          yaml_damage(file, place(reader.document_begin()), YAML::ErrorMsg::UNKNOWN_TOKEN);
      return builder.note(note.kind, note.message, note.where);
    }
    return;
  } catch (const YAML::DeepRecursion& deep) {
    builder.refuse_depth(place(deep.mark.pos));
  } catch (const YAML::Exception& damage) {
    const Note note = yaml_damage(file, place(damage.mark.pos), damage.msg);
    builder.note(note.kind, note.message, note.where);
  } catch (const std::exception& failure) {
    builder.note(NoteKind::unreadable, fmt::format("cannot be read as YAML: {}", failure.what()),
                 file.span(0, 0));
  }
  builder.abandon_document();
}

bool is_key_sign(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Whether a line begins with `key:`, the colon directly behind the key and before a blank.
bool is_key_line(std::string_view line) {
  std::size_t end = 0;
  if (!line.empty() && (line[0] == '"' || line[0] == '\'')) {
    end = line.find(line[0], 1);
    if (end == std::string_view::npos) return false;
    ++end;
  } else {
    while (end < line.size() && is_key_sign(line[end])) ++end;
  }
  if (end == 0 || end >= line.size() || line[end] != ':') return false;
  return end + 1 == line.size() || is_space(line[end + 1]);
}

/// What a line at the left edge says about the text.
enum class Line { nothing, likely, no };

Line judge(std::string_view line) {
  if (line.empty() || line.front() == '#' || is_space(line.front())) return Line::nothing;
  if (line.starts_with("%YAML ")) return Line::likely;
  if (line == "---" || line == "...") return Line::nothing;
  if (line == "-" || line.starts_with("--- ")) return Line::likely;
  if (line.starts_with("- ")) {
    const std::string_view item = trim(line.substr(2));
    return is_key_line(item) || item.starts_with('{') || item.starts_with('&') ? Line::likely
                                                                               : Line::no;
  }
  // Closing brackets of a flow collection.
  if (line.front() == ']' || line.front() == '}') return Line::nothing;
  if (starts_with_ignoring_case(line, "dn:") || line.find("::") != std::string_view::npos) {
    return Line::no;
  }
  return is_key_line(line) ? Line::likely : Line::no;
}

}  // namespace

bool begins_as_yaml(std::string_view head) {
  std::size_t begin = 0;
  while (begin < head.size()) {
    const std::size_t end = std::min(head.find_first_of("\r\n", begin), head.size());
    const std::string_view line = head.substr(begin, end - begin);
    // A mapping in braces may well begin an organisation file.
    const Line judged = line.starts_with('{') ? Line::likely : judge(line);
    if (judged != Line::nothing) return judged == Line::likely;
    begin = end + 1;
  }
  return true;
}

bool claims_yaml(std::string_view head) {
  bool likely = false;
  bool unlikely = false;
  std::size_t begin = 0;
  while (begin < head.size()) {
    const std::size_t end = std::min(head.find_first_of("\r\n", begin), head.size());
    const std::string_view line = head.substr(begin, end - begin);
    for (std::string_view key : {"connlint:", "\"connlint\":", "'connlint':", "{connlint:"}) {
      if (line.starts_with(key)) return true;
    }
    const Line judged = judge(line);
    // The last line may be cut.
    if (judged == Line::no && end < head.size()) unlikely = true;
    if (judged == Line::likely) likely = true;
    begin = end + 1;
  }
  return likely && !unlikely;
}

void read_yaml(const SourceFile& file, RecordSink& sink) {
  DocumentBuilder builder(file, sink);
  std::string_view text = file.text;
  if (text.size() > static_cast<std::size_t>(INT_MAX)) {
    builder.note(NoteKind::unreadable, "larger than 2 GB, which cannot be read as YAML; split it",
                 file.span(0, 0));
    return;
  }
  text = without_controls(file, text, builder);
  if (!text.empty()) parse(file, text, builder);
  builder.end_file();
}

}  // namespace connlint
