#include "linter/report/snippet.h"

#include <algorithm>

#include "linter/report/columns.h"
#include "linter/report/escape.h"
#include "linter/support/characters.h"

namespace connlint {
namespace {

constexpr std::size_t kBefore = 60;  ///< Columns shown before the span, at most.
constexpr std::size_t kWidth = 100;  ///< Columns shown, at most.
constexpr std::string_view kEllipsis = "…";

/// The bytes [begin, end) of a line.
struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What of a line may be shown with the bytes [at, end) of it: nothing behind the name of a secret
/// but those bytes themselves. `secrets` are in order.
Window without_secrets(Span line, std::size_t at, std::size_t end, std::span<const Span> secrets) {
  Window window{.begin = 0, .end = line.length};
  const auto first = std::ranges::lower_bound(secrets, Span{line.file, line.begin, 0});
  for (auto it = first; it != secrets.end() && it->file == line.file; ++it) {
    if (it->begin > line.begin + line.length) break;
    const std::size_t shown_to = std::size_t{it->begin} - line.begin + it->length;
    if (shown_to <= at) {
      window.begin = at;
      window.end = std::min(window.end, end);
    } else {
      window.end = std::min(window.end, shown_to);
    }
  }
  return window;
}

/// A piece of a line as shown, and how many columns it takes.
struct Shown {
  std::string text;
  std::size_t columns = 0;

  void add(std::string_view piece, std::size_t count) {
    text += piece;
    columns += count;
  }
  void add(char32_t c, std::string_view bytes) {
    if (c == '\t') {
      add("    ", 4);
    } else if (is_control(c)) {
      const std::string form = visible(c);
      add(form, form.size());
    } else {
      add(bytes, columns_of(c));
    }
  }
};

/// The line from the byte `from` to the byte `to`, at most `columns` wide; `to` becomes where it
/// stopped.
Shown show(std::string_view line, std::size_t from, std::size_t& to, std::size_t columns) {
  Shown shown;
  std::size_t at = from;
  while (at < to && shown.columns < columns) {
    const CodePoint point = code_point_at(line, at);
    shown.add(point.value, line.substr(at, point.length));
    at += point.length;
  }
  to = std::min(at, to);
  return shown;
}

/// Where at most `kBefore` code points before `at` begin, not before `first`.
std::size_t start_before(std::string_view line, std::size_t first, std::size_t at) {
  std::size_t begin = at;
  for (std::size_t count = 0; begin > first && count < kBefore; ++count) {
    begin = std::max(first, character_begin(line, begin - 1));
  }
  return begin;
}

}  // namespace

Snippet snippet_of(const SourceStore& sources, Span span, std::span<const Span> secrets) {
  const SourceFile& file = sources.file(span.file);
  const std::string_view line = sources.line(span.file, sources.begin(span).line);
  if (line.empty()) return {};
  const Span whole = file.span_of(line);
  const std::size_t at = std::min<std::size_t>(span.begin - whole.begin, line.size());
  const std::size_t end = std::min<std::size_t>(at + span.length, line.size());
  const Window window = without_secrets(whole, at, end, secrets);

  const std::size_t start = start_before(line, window.begin, at);
  std::size_t stop = at;
  Shown before = show(line, start, stop, std::string_view::npos);
  if (start > 0) {
    before.text.insert(0, kEllipsis);
    ++before.columns;
  }
  const std::size_t room = kWidth - std::min(before.columns, kBefore);
  stop = std::max(at, std::min(end, window.end));
  const Shown marked = show(line, at, stop, room);
  std::size_t last = std::max(stop, window.end);
  const Shown after = show(line, stop, last, room - std::min(room, marked.columns));

  Snippet snippet{.line = before.text + marked.text + after.text,
                  .before = before.columns,
                  .width = std::max<std::size_t>(marked.columns, 1)};
  if (std::max(stop, last) < line.size()) snippet.line += kEllipsis;
  return snippet;
}

}  // namespace connlint
