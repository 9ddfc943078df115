#include "linter/formats/xml/xml_tree.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <vector>

#include "linter/formats/find_character.h"
#include "linter/formats/xml/xml_prolog.h"
#include "linter/support/utf.h"

namespace connlint {
namespace {

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

/// `raw` with references to characters resolved. pugixml would do it too, but makes bytes that are
/// no UTF-8 of numbers that are no character, and ends the text at `&#0;`.
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

bool is_text(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

}  // namespace

bool XmlTree::parse(std::size_t begin, std::size_t end, std::string_view closing) {
  begin_ = begin;
  end_ = end;
  last_element_ = {};
  if (begin == end && closing.empty()) {
    document_.reset();
    return true;
  }
  copy_.assign(file_->text, begin, end - begin);
  copy_ += closing;
  result_ =
      document_.load_buffer_inplace(copy_.data(), copy_.size(), options_, pugi::encoding_utf8);
  return static_cast<bool>(result_);
}

std::optional<XmlDamage> XmlTree::parse(const XmlPiece& piece, const XmlShape& shape) {
  if (parse(piece.begin, piece.end, piece.closing)) return piece.damage;
  const std::size_t place =
      std::min(piece.begin + static_cast<std::size_t>(result_.offset), piece.end);
  XmlDamage damage{.message = result_.status == pugi::status_bad_attribute
                                  ? "expected an attribute as in NAME=\"VALUE\" or the '>' of the "
                                    "tag, found "
                                  : "expected well-formed XML, found ",
                   .where = file_->span(place, std::min<std::size_t>(1, piece.end - place))};
  damage.message += xml_found_at(std::string_view(file_->text).substr(0, piece.end), place);
  if (result_.status != pugi::status_bad_attribute) {
    damage.message += std::string(" (") + result_.description() + ")";
  }
  // What stands before the damage, cut as if the file ended there.
  XmlSplitter before(*file_, piece.begin, place, shape);
  bool is_kept = false;
  if (before.next_child(0).exists()) {
    const XmlPiece kept = before.read_piece(Containers::taken);
    is_kept = parse(kept.begin, kept.end, kept.closing);
  }
  if (!is_kept) document_.reset();
  if (piece.damage && piece.damage->where.begin < damage.where.begin) return piece.damage;
  if (piece.damage) damage.is_last = piece.damage->is_last;
  return damage;
}

pugi::xml_node XmlTree::root() const {
  for (const pugi::xml_node& node : document_.children()) {
    if (node.type() == pugi::node_element) return node;
  }
  return {};
}

Text XmlTree::text(const pugi::xml_node& element, Arena& arena) {
  if (!element.first_child().empty()) return joined_text(element, arena);
  const std::string_view value = element.value();
  if (value.empty()) return {{}, tag_of(element), false};
  return text_of(value, arena);
}

/// A text in pieces, with the white space between them.
Text XmlTree::joined_text(const pugi::xml_node& element, Arena& arena) {
  XmlTree tree(*file_, pugi::parse_ws_pcdata);
  const Span whole = span_of(element);
  if (!tree.parse(whole.begin, std::size_t{whole.begin} + whole.length)) {
    return {{}, tag_of(element), false};
  }
  std::vector<Text> pieces;
  const pugi::xml_node root = tree.root();
  if (*root.value() != '\0') pieces.push_back(tree.text_of(root.value(), arena));
  for (const pugi::xml_node& child : root.children()) {
    if (!is_text(child) || *child.value() == '\0') continue;
    const std::string_view value = child.value();
    if (child.type() == pugi::node_pcdata) {
      pieces.push_back(tree.text_of(value, arena));
    } else {
      const std::string_view own =
          std::string_view(file_->text).substr(tree.place_of(value.data()), value.size());
      pieces.push_back({own, file_->span_of(own), true});
    }
  }
  if (pieces.empty()) return {{}, tag_of(element), false};
  if (pieces.size() == 1) return pieces.front();
  std::string joined;
  for (const Text& piece : pieces) joined += piece.value;
  const Span first = pieces.front().where;
  const Span last = pieces.back().where;
  return {arena.keep(joined), file_->span(first.begin, last.begin + last.length - first.begin),
          false};
}

Text XmlTree::text_of(std::string_view in_copy, Arena& arena) const {
  const std::string_view raw =
      std::string_view(file_->text).substr(place_of(in_copy.data()), in_copy.size());
  const Span where = file_->span_of(raw);
  if (raw.find('&') == std::string_view::npos) return {raw, where, true};
  return {arena.keep(resolve_references(raw)), where, false};
}

Text XmlTree::attribute(const pugi::xml_node& element, std::string_view name, Arena& arena) const {
  for (const pugi::xml_attribute& attribute : element.attributes()) {
    if (attribute.name() != name) continue;
    const std::string_view value = attribute.value();
    if (value.empty()) break;
    return text_of(value, arena);
  }
  return {{}, tag_of(element), false};
}

std::string_view XmlTree::raw_attribute(const pugi::xml_node& element,
                                        std::string_view name) const {
  for (const pugi::xml_attribute& attribute : element.attributes()) {
    if (attribute.name() != name) continue;
    const std::string_view value = attribute.value();
    if (value.empty()) break;
    return std::string_view(file_->text).substr(place_of(value.data()), value.size());
  }
  return {};
}

std::size_t XmlTree::begin_of(const pugi::xml_node& element) const {
  return place_of(element.name()) - 1;
}

/// Where its start tag ends: after the `>`.
std::size_t XmlTree::end_of_tag(const pugi::xml_node& element) const {
  const pugi::xml_attribute last = element.last_attribute();
  const std::string_view value = last.empty() ? element.name() : last.value();
  const std::size_t at = place_of(value.data()) + value.size();
  const std::string_view text = std::string_view(file_->text).substr(0, end_);
  return std::min(find_character(text, std::min(at, end_), '>') + 1, end_);
}

Span XmlTree::tag_of(const pugi::xml_node& element) const {
  const std::size_t begin = begin_of(element);
  return file_->span(begin, end_of_tag(element) - begin);
}

bool XmlTree::is_empty_tag(const pugi::xml_node& element) const {
  return file_->text[end_of_tag(element) - 2] == '/';
}

/// Behind the end tag that follows at `at`, with nothing before it but blanks and comments.
std::size_t XmlTree::behind_end_tag(std::size_t at) const {
  const std::string_view text = std::string_view(file_->text).substr(0, end_);
  while (true) {
    at = find_character(text, at, '<');
    const std::string_view rest = text.substr(at);
    const std::string_view closing = rest.starts_with("<!--") ? "-->"
                                     : rest.starts_with("<?") ? "?>"
                                                              : ">";
    const std::size_t end = text.find(closing, at);
    if (end == std::string_view::npos) return end_;
    at = end + closing.size();
    if (closing == ">") return at;
  }
}

/// Where a text or an element without child elements ends.
std::size_t XmlTree::end_of_leaf(const pugi::xml_node& node) const {
  const std::string_view value = node.value();
  const std::size_t end = value.empty() ? end_of_tag(node) : place_of(value.data()) + value.size();
  if (node.type() != pugi::node_element || (value.empty() && is_empty_tag(node))) return end;
  return behind_end_tag(end);
}

Span XmlTree::span_of(const pugi::xml_node& element) {
  pugi::xml_node node = element;
  std::size_t depth = 0;
  for (; node != last_element_ && !node.last_child().empty(); node = node.last_child()) ++depth;
  std::size_t end = node == last_element_ ? last_end_ : end_of_leaf(node);
  for (; depth > 0; --depth) end = behind_end_tag(end);
  last_element_ = element;
  last_end_ = end;
  const std::size_t begin = begin_of(element);
  return file_->span(begin, end - begin);
}

}  // namespace connlint
