#include "linter/inputs/archive.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <zip.h>

#include "linter/support/text.h"

namespace connlint {
namespace {

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using OpenArchive = std::unique_ptr<zip_t, Discard>;
using OpenFile = std::unique_ptr<zip_file_t, CloseFile>;

std::string text_of(zip_error_t& error) {
  std::string text = zip_error_strerror(&error);
  zip_error_fini(&error);
  return text;
}

Error damaged(std::string_view reason) {
  return {
      fmt::format("the archive cannot be read: {}; expected a .zip file that is whole", reason)};
}

/// Whether a name stays below the folder that the archive stands for.
bool stays_inside(std::string_view name) {
  if (name.empty() || name.front() == '/') return false;
  if (name.size() > 1 && is_letter(name.front()) && name[1] == ':') return false;
  for (std::string_view step : split(name, '/')) {
    if (step == "..") return false;
  }
  return name.find('\0') == std::string_view::npos;
}

/// Unpacks one archive.
class ArchiveReader {
 public:
  ArchiveReader(std::string_view bytes, const ArchiveLimits& limits)
      : bytes_(bytes),
        files_left_(limits.files),
        bytes_left_(std::min<std::uint64_t>(
            limits.bytes, std::max<std::uint64_t>(limits.least, limits.growth * bytes.size()))) {}

  Result<std::vector<ArchivedFile>> read() {
    if (auto error = open()) return *error;
    const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
    std::vector<ArchivedFile> files;
    for (zip_int64_t i = 0; i < count; ++i) {
      if (auto error = add(static_cast<zip_uint64_t>(i), files)) return *error;
    }
    std::ranges::stable_sort(files, {}, &ArchivedFile::name);
    return files;
  }

 private:
  std::optional<Error> open() {
    if (!is_archive(bytes_)) return damaged("it begins like something else");
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, &error);
    if (source == nullptr) return damaged(text_of(error));
    archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (archive_ == nullptr) {
      zip_source_free(source);
      return damaged(text_of(error));
    }
    zip_error_fini(&error);
    return std::nullopt;
  }

  std::optional<Error> add(zip_uint64_t index, std::vector<ArchivedFile>& files) {
    zip_stat_t about;
    zip_stat_init(&about);
    if (zip_stat_index(archive_.get(), index, 0, &about) != 0 || about.name == nullptr) {
      return damaged(zip_strerror(archive_.get()));
    }
    std::string name(about.name);
    std::ranges::replace(name, '\\', '/');
    if (!stays_inside(name)) {
      return Error{fmt::format(
          "the archive is refused: the name '{}' in it leads out of the archive", name)};
    }
    if (name.ends_with('/')) return std::nullopt;
    if (files_left_-- == 0) {
      return Error{"the archive is refused: it holds too many files; give fewer, or unpack it"};
    }
    const bool known = (about.valid & ZIP_STAT_SIZE) != 0;
    if (known && about.size > bytes_left_) return too_large();
    ArchivedFile file{std::move(name), {}};
    if (auto error = unpack(index, file)) return error;
    files.push_back(std::move(file));
    return std::nullopt;
  }

  /// The stated size of a file may be wrong: what counts is what comes out.
  std::optional<Error> unpack(zip_uint64_t index, ArchivedFile& file) {
    constexpr std::size_t kStep = std::size_t{1} << 16U;
    const OpenFile open(zip_fopen_index(archive_.get(), index, 0));
    if (open == nullptr) {
      return damaged(fmt::format("'{}': {}", file.name, zip_strerror(archive_.get())));
    }
    for (;;) {
      const std::size_t begin = file.bytes.size();
      file.bytes.resize(begin + kStep);
      const zip_int64_t got = zip_fread(open.get(), file.bytes.data() + begin, kStep);
      if (got < 0) {
        zip_error_t* error = zip_file_get_error(open.get());
        return damaged(fmt::format("'{}': {}", file.name, zip_error_strerror(error)));
      }
      file.bytes.resize(begin + static_cast<std::size_t>(got));
      if (got == 0) return std::nullopt;
      if (static_cast<std::uint64_t>(got) > bytes_left_) return too_large();
      bytes_left_ -= static_cast<std::uint64_t>(got);
    }
  }

  static Error too_large() {
    return {
        "the archive is refused: its files are too large when they are unpacked; real exports "
        "are not; unpack it and give the files that you mean"};
  }

  std::string_view bytes_;
  OpenArchive archive_;
  std::uint64_t files_left_;
  std::uint64_t bytes_left_;
};

}  // namespace

bool is_archive(std::string_view bytes) {
  // The first local file header, or the end of an archive without files (APPNOTE.TXT 4.3).
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

Result<std::vector<ArchivedFile>> read_archive(std::string_view bytes,
                                               const ArchiveLimits& limits) {
  return ArchiveReader(bytes, limits).read();
}

}  // namespace connlint
