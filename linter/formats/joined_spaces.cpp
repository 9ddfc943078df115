#include "linter/formats/joined_spaces.h"

#include <algorithm>

#include "linter/support/text.h"

namespace connlint {
namespace {

/// A part of the text between two characters that may be separators.
struct Token {
  Piece place;
  /// The separator before it: `;`, `,`, a blank; NUL at the beginning.
  char before = '\0';
  /// Where that separator stands.
  std::size_t separator = 0;
};

bool is_separator(char c) { return c == ';' || c == ',' || is_space(c); }

/// Cuts at each run of separators; the first `;` or `,` of a run is its separator, and a second
/// one begins an empty token. Blanks around a token are no part of it.
std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  Token token;
  std::size_t at = 0;
  for (;;) {
    while (at < text.size() && is_space(text[at])) ++at;
    token.place.begin = at;
    while (at < text.size() && (!is_separator(text[at]) || (at > 0 && text[at - 1] == '\\'))) ++at;
    token.place.end = at;
    tokens.push_back(token);
    if (at >= text.size()) return tokens;
    const std::size_t blank = at;
    while (at < text.size() && is_space(text[at])) ++at;
    if (at >= text.size()) return tokens;
    const bool mark = text[at] == ';' || text[at] == ',';
    token.before = mark ? text[at] : ' ';
    token.separator = mark ? at : blank;
    at += mark ? 1 : 0;
  }
}

bool is_cost(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

/// The type that `text` begins with, without its colon; empty where it begins with none.
std::string_view type_of(std::string_view text) {
  if (text.empty() || !is_letter(text.front())) return {};
  std::size_t end = 0;
  while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]) || text[end] == '.' ||
                               text[end] == '_' || text[end] == '-')) {
    ++end;
  }
  return end < text.size() && text[end] == ':' ? text.substr(0, end) : std::string_view();
}

/// Whether `text` can be an SMTP space that stands without its type.
bool is_domain(std::string_view text) {
  if (text == "*" || text == "--") return true;
  return text.find('.') != std::string_view::npos && text.find('=') == std::string_view::npos;
}

/// The space that is being read.
struct Space {
  bool smtp = true;
  bool x400 = false;
  bool has_cost = false;
  std::size_t semicolons = 0;
};

Space space_of(std::string_view token) {
  std::string_view type = type_of(token);
  if (equals_ignoring_case(type, "Local")) {
    const std::string_view inner = type_of(token.substr(type.size() + 1));
    if (!inner.empty()) type = inner;
  }
  return {.smtp = type.empty() || equals_ignoring_case(type, "SMTP"),
          .x400 = equals_ignoring_case(type, "X400")};
}

enum class Verdict { part, cost, begins, may_begin };

/// What a token is for the space before it.
Verdict judge(std::string_view token, char before, const Space& space) {
  if (token.empty()) return Verdict::part;
  if (is_cost(token)) return before == ';' ? Verdict::cost : Verdict::part;
  if (!type_of(token).empty()) {
    // X.400 addresses hold domain-defined attributes: `dda:FAX=4711`.
    if (space.x400 && starts_with_ignoring_case(token, "dda:")) return Verdict::part;
    // PowerShell joins with blanks by itself, and then each space has its cost; a blank in a space
    // without one may well be its own.
    const bool own_blank = before == ' ' && !space.smtp && !space.has_cost;
    return own_blank ? Verdict::part : Verdict::begins;
  }
  if (!is_domain(token)) return Verdict::part;
  if (space.smtp) return Verdict::begins;
  return space.has_cost ? Verdict::may_begin : Verdict::part;
}

class SpaceCutter {
 public:
  explicit SpaceCutter(std::string_view text) : text_(text) {}

  SpaceCut cut() {
    for (const Token& token : tokens_of(text_)) {
      const std::string_view piece = piece_of(token);
      if (token.before == '\0') {
        space_ = space_of(piece);
      } else {
        take(token, judge(piece, token.before, space_));
      }
    }
    end_space(text_.size());
    const bool joined_by_semicolon = cut_.pieces.size() > 1 && cut_.separator == ';';
    cut_.ambiguous = cut_.ambiguous || (joined_by_semicolon && cut_.has_inner_semicolon);
    return cut_;
  }

 private:
  [[nodiscard]] std::string_view piece_of(const Token& token) const {
    return text_.substr(token.place.begin, token.place.end - token.place.begin);
  }

  void take(const Token& token, Verdict verdict) {
    if (verdict == Verdict::begins || verdict == Verdict::may_begin) {
      cut_.ambiguous = cut_.ambiguous || verdict == Verdict::may_begin;
      end_space(token.separator);
      if (cut_.pieces.size() == 1) cut_.separator = token.before;
      begin_ = token.place.begin;
      space_ = space_of(piece_of(token));
      return;
    }
    // Nothing follows a cost but separators too many.
    if (space_.has_cost && token.place.begin == token.place.end) return;
    if (token.before == ';') ++space_.semicolons;
    space_.has_cost = verdict == Verdict::cost;
  }

  void end_space(std::size_t end) {
    if (space_.smtp || space_.has_cost) {
      // Separators too many; elsewhere a `;` may be the last character of the space itself.
      while (end > begin_ && is_separator(text_[end - 1])) --end;
    }
    cut_.pieces.push_back({begin_, end});
    const std::size_t inner = space_.semicolons - (space_.has_cost ? 1U : 0U);
    cut_.has_inner_semicolon = cut_.has_inner_semicolon || (!space_.smtp && inner > 0);
  }

  std::string_view text_;
  std::size_t begin_ = 0;
  Space space_;
  SpaceCut cut_;
};

}  // namespace

SpaceCut cut_joined_spaces(std::string_view text) { return SpaceCutter(text).cut(); }

}  // namespace connlint
