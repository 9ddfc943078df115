#include "linter/source/source_store.h"

#include <algorithm>
#include <utility>

#include "linter/support/characters.h"

namespace connlint {
namespace {

std::size_t index_of(FileId id) { return static_cast<std::size_t>(id); }

}  // namespace

const SourceFile& SourceStore::add(std::string name, std::string bytes,
                                   std::optional<Encoding> encoding) {
  Decoded decoded = decode(std::move(bytes), encoding);
  files_.push_back({.id = static_cast<FileId>(files_.size()),
                    .name = std::move(name),
                    .text = std::move(decoded.text),
                    .encoding = decoded.encoding,
                    .replaced = decoded.replaced});
  return files_.back();
}

const SourceFile& SourceStore::file(FileId id) const { return files_.at(index_of(id)); }

std::string_view SourceStore::text(Span span) const {
  const std::string_view whole = file(span.file).text;
  if (span.begin >= whole.size()) return {};
  return whole.substr(span.begin, span.length);
}

Position SourceStore::begin(Span span) const { return position(span.file, span.begin); }

Position SourceStore::end(Span span) const {
  return position(span.file, std::size_t{span.begin} + span.length);
}

std::string_view SourceStore::line(FileId id, std::uint32_t number) const {
  const std::vector<std::uint32_t>& starts = line_starts(id);
  if (number == 0 || number > starts.size()) return {};
  const std::string_view whole = file(id).text;
  const std::size_t begin = starts[number - 1];
  std::size_t end = number < starts.size() ? starts[number] : whole.size();
  while (end > begin && (whole[end - 1] == '\n' || whole[end - 1] == '\r')) --end;
  return whole.substr(begin, end - begin);
}

Position SourceStore::position(FileId id, std::size_t offset) const {
  const std::string_view whole = file(id).text;
  const std::size_t at = std::min(offset, whole.size());
  const std::vector<std::uint32_t>& starts = line_starts(id);
  const auto after = std::ranges::upper_bound(starts, at);
  const std::uint32_t start = *(after - 1);
  return {
      .line = static_cast<std::uint32_t>(after - starts.begin()),
      .column = static_cast<std::uint32_t>(count_code_points(whole.substr(start, at - start)) + 1)};
}

/// A line ends at LF, at CR LF, or at a CR alone.
const std::vector<std::uint32_t>& SourceStore::line_starts(FileId id) const {
  if (line_starts_.size() < files_.size()) line_starts_.resize(files_.size());
  std::vector<std::uint32_t>& starts = line_starts_.at(index_of(id));
  if (!starts.empty()) return starts;
  const std::string_view text = file(id).text;
  starts.push_back(0);
  for (std::size_t at = text.find_first_of("\r\n"); at != std::string_view::npos;
       at = text.find_first_of("\r\n", at)) {
    const bool pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    at += pair ? 2 : 1;
    starts.push_back(static_cast<std::uint32_t>(at));
  }
  return starts;
}

}  // namespace connlint
