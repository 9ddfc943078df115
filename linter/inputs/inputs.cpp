#include "linter/inputs/inputs.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <system_error>

#include <fmt/format.h>

#include "linter/formats/quotation.h"
#include "linter/import/import.h"
#include "linter/import/join/join.h"
#include "linter/inputs/archive.h"
#include "linter/inputs/file_bytes.h"
#include "linter/model/wording.h"
#include "linter/support/suggestion.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStandardInput = "-";

/// The name of `entry` in `folder`, as the user would write it.
std::string name_in(const std::string& folder, const std::string& entry) {
  if (folder == "." || folder == "./") return entry;
  return folder.ends_with('/') ? folder + entry : folder + "/" + entry;
}

std::string format_titles() {
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.title);
  return join(names, ", ");
}

/// The encoding that the XML declaration at the beginning of `text` names, or nothing.
std::optional<Encoding> declared_encoding(std::string_view text) {
  constexpr std::string_view kWord = "encoding=";
  if (!text.starts_with("<?xml")) return std::nullopt;
  const std::string_view declaration = text.substr(0, text.find("?>"));
  const std::size_t at = declaration.find(kWord);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view value = declaration.substr(at + kWord.size());
  if (value.empty() || (value.front() != '"' && value.front() != '\'')) return std::nullopt;
  const std::string_view name = value.substr(1, value.find(value.front(), 1) - 1);
  // The byte order mark says which of the two forms it is.
  return equals_ignoring_case(name, "utf-16") ? Encoding::utf16le : encoding_named(name);
}

/// Counts the records of a file.
class RecordCounter : public RecordSink {
 public:
  void record(const Record& /*record*/) override { ++count_; }
  void note(Note /*note*/) override {}
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  std::size_t count_ = 0;
};

/// Whether a file that was named by itself belongs to someone else.
enum class Named { by_user, in_folder };

/// Reads the inputs of one organisation.
class InputReader {
 public:
  InputReader(const InputRequest& request, std::istream& in)
      : request_(request), in_(in), sources_(std::make_shared<SourceStore>()) {
    if (!request.first_name.empty()) {
      sources_->add(std::string(request.first_name), std::string(request.first_bytes));
    }
  }

  void add_path(const std::string& path) {
    std::error_code error;
    if (path == kStandardInput) {
      add_bytes(path, read_bytes(in_), Named::by_user);
    } else if (!fs::exists(path, error)) {
      refuse(path, missing_message(path));
    } else if (fs::is_directory(path, error)) {
      add_folder(path);
    } else if (is_new(path)) {
      add_bytes(path, read_bytes(path), Named::by_user);
    }
  }

  /// Joins what was read.
  ReadOrganization finish() {
    const std::string& first = request_.paths.front();
    ReadOrganization read;
    // A place for what can be said of no file.
    if (sources_->files().empty()) sources_->add(first, {});
    if (!quoting_.empty()) {
      note(sources_->add(first, {}), NoteKind::ignored,
           fmt::format("skipped, since they only quote Exchange objects, as documentation, source "
                       "code, schemas and reports do: {}; name a file by itself to have it read",
                       listed(quoting_)));
    }
    read.organization = join(std::move(files_), notes_, code_);
    judge_code();
    const std::string contents = describe_contents();
    for (const RequestedType& type : request_.required_types) {
      require_type(read.organization, type.type, type.origin, type.where);
    }
    const bool has_connectors = read.organization.coverage.has(ObjectKind::connector) ||
                                !read.organization.connectors.empty();
    if (!has_connectors && !request_.allow_empty && !is_explained()) {
      if (has_code_) {
        note(file_of(first), NoteKind::ignored,
             "no connector is left to judge: the code only removes objects, or gives them names "
             "that only a run tells; give the export that it changes too");
      } else {
        refuse_emptiness(first, contents);
      }
    }
    counts_.connectors = read.organization.connectors.size();
    counts_.servers = read.organization.servers.size();
    read.sources = std::move(sources_);
    read.notes = std::move(notes_);
    read.counts = counts_;
    return read;
  }

 private:
  /// Whether the file was not read before under any name.
  bool is_new(const std::string& path) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    return error || seen_.insert(real.generic_string()).second;
  }

  std::string missing_message(const std::string& path) const {
    std::string message = "no such file or folder";
    const bool first = request_.paths.front() == path;
    const auto near = first ? nearest(path, request_.commands) : std::nullopt;
    if (near) message += fmt::format("; did you mean the command '{}'?", *near);
    return message;
  }

  /// Says that the input `name` cannot be used.
  void refuse(const std::string& name, std::string message) {
    refuse(sources_->add(name, {}), std::move(message));
  }
  void refuse(const SourceFile& file, std::string message) {
    note(file, NoteKind::unreadable, std::move(message));
  }
  void note(const SourceFile& file, NoteKind kind, std::string message) {
    notes_.push_back(
        {.kind = kind, .message = std::move(message), .where = file.span(0, 0), .located = false});
  }

  void add_folder(const std::string& folder) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      entries.push_back(*it);
    }
    if (error) {
      refuse(folder, fmt::format("cannot be read: {}", error.message()));
      return;
    }
    std::ranges::sort(entries, {},
                      [](const fs::directory_entry& entry) { return entry.path().filename(); });
    for (const fs::directory_entry& entry : entries) add_entry(folder, entry);
  }

  void add_entry(const std::string& folder, const fs::directory_entry& entry) {
    std::error_code error;
    const std::string base = entry.path().filename().generic_string();
    const std::string name = name_in(folder, base);
    if (entry.is_directory(error)) {
      // A link to a folder could lead round in a circle, or out of what the user named.
      if (base != ".git" && !entry.is_symlink(error)) add_folder(name);
      return;
    }
    if (!entry.is_regular_file(error) || base == request_.passed_over || !is_new(name)) return;
    const Result<std::string> head = read_head(name, kHeadSize);
    if (!head.ok()) {
      refuse(name, head.error().message);
    } else if (shows_exchange_object(decode(head.value(), request_.encoding).text)) {
      add_bytes(name, read_bytes(name), Named::in_folder);
    } else {
      ++counts_.skipped_files;
    }
  }

  void add_bytes(const std::string& name, Result<std::string> bytes, Named named) {
    if (!bytes.ok()) {
      refuse(name, bytes.error().message);
      return;
    }
    if (is_archive(bytes.value())) return add_archive(name, bytes.value());
    const SourceFile& file = sources_->add(name, std::move(bytes).value(), request_.encoding);
    const bool forced = request_.format != nullptr;
    const Format* format = forced ? request_.format : recognize_format(file.text);
    if (named == Named::in_folder && !forced) {
      const bool quotes = format != nullptr && only_quotes_inputs(*format, file.text);
      if (quotes) quoting_.push_back(name);
      if (quotes || format == nullptr) {
        ++counts_.skipped_files;
        return;
      }
    }
    if (!request_.encoding) judge_declared_encoding(file);
    if (format != nullptr) {
      add_file(file, *format, named);
    } else if (trim(file.text).empty()) {
      refuse(file, fmt::format("the file is empty: expected one of {}", format_titles()));
    } else {
      refuse(file, fmt::format("the format is not recognised: expected one of {}; --input-format "
                               "forces one, and `connlint explain export` says how to export",
                               format_titles()));
    }
  }

  /// Says where an XML declaration names another encoding than the file has. Out-File of Windows
  /// PowerShell writes UTF-16 whatever the declaration says, with a byte order mark.
  void judge_declared_encoding(const SourceFile& file) {
    const std::optional<Encoding> declared = declared_encoding(file.text);
    if (!declared || *declared == file.encoding || *declared == Encoding::windows1252) return;
    const bool guessed = file.encoding == Encoding::windows1252;
    if (!guessed && file.encoding != Encoding::utf8) return;
    note(file, guessed ? NoteKind::unreadable : NoteKind::suspicious,
         fmt::format("the file says that it is {}, but its bytes are {}; read as that{}",
                     name_of(*declared), name_of(file.encoding),
                     guessed ? ", so that names may be wrong: save it as it says, or give "
                               "--encoding"
                             : ""));
  }

  /// Reads the files of an archive as those of a folder.
  void add_archive(const std::string& name, const std::string& bytes) {
    Result<std::vector<ArchivedFile>> archived = read_archive(bytes);
    if (!archived.ok()) return refuse(name, archived.error().message);
    const std::size_t before = counts_.files;
    for (ArchivedFile& file : archived.value()) {
      const std::string_view head = std::string_view(file.bytes).substr(0, kHeadSize);
      if (is_archive(head) ||
          !shows_exchange_object(decode(std::string(head), request_.encoding).text)) {
        ++counts_.skipped_files;
        continue;
      }
      add_bytes(name_in(name, file.name), std::move(file.bytes), Named::in_folder);
    }
    if (counts_.files == before) refuse(name, "the archive holds no file with Exchange objects");
  }

  void add_file(const SourceFile& file, const Format& format, Named named) {
    ++counts_.files;
    if (is_configuration_code(file, format)) {
      // It changes what the other files state, and is followed when these are read.
      code_.push_back({.file = &file, .format = &format, .found = {}});
      code_named_.push_back(named);
      return;
    }
    ImportedObjects objects = import_file(file, format);
    if (named == Named::by_user && is_foreign(objects, file)) judge_foreign(file, format);
    std::map<ObjectKind, std::size_t>& kinds = contents_[file.name];
    for (const Object& object : objects.objects) ++kinds[object.object_kind()];
    files_.push_back(std::move(objects));
  }

  /// Says what the files of code held, after they were followed.
  void judge_code() {
    for (std::size_t i = 0; i < code_.size(); ++i) {
      const CodeFile& code = code_[i];
      if (code_named_[i] == Named::by_user && is_foreign(code.found, *code.file)) {
        judge_foreign(*code.file, *code.format);
      }
      std::map<ObjectKind, std::size_t>& kinds = contents_[code.file->name];
      for (const CommandOutcome& command : code.found.commands) ++kinds[command.object_kind];
      has_code_ = has_code_ || !code.found.commands.empty() || !code.found.lost_values.empty();
    }
  }

  /// Whether nothing of Exchange is in the file, and nothing is said of it yet.
  static bool is_foreign(const ImportedObjects& objects, const SourceFile& file) {
    return objects.objects.empty() && objects.commands.empty() && objects.required_types.empty() &&
           std::ranges::find(objects.notes, NoteKind::unreadable, &Note::kind) ==
               objects.notes.end() &&
           !shows_exchange_object(file.text);
  }

  void judge_foreign(const SourceFile& file, const Format& format) {
    RecordCounter records;
    format.read(file, records);
    if (records.count() == 0) {
      // What Export-Clixml writes where the cmdlet returned nothing.
      note(file, NoteKind::ignored, "the file holds no object");
    } else {
      refuse(file, fmt::format("the file is {}, but holds no Exchange object and no `connlint:`",
                               format.title));
    }
  }

  /// Whether there is no object at all, and an error says why already.
  [[nodiscard]] bool is_explained() const {
    const bool any_object =
        std::ranges::any_of(contents_, [](const auto& file) { return !file.second.empty(); });
    return !any_object &&
           std::ranges::find(notes_, NoteKind::unreadable, &Note::kind) != notes_.end();
  }

  /// `a.xml holds 2 servers, 1 site; b.xml holds no Exchange object`.
  [[nodiscard]] std::string describe_contents() const {
    constexpr std::size_t kMost = 10;
    std::vector<std::string> files;
    for (const auto& [name, kinds] : contents_) {
      if (files.size() == kMost) {
        files.push_back(fmt::format("{} more", contents_.size() - kMost));
        break;
      }
      std::vector<std::string> counts;
      for (const auto& [kind, number] : kinds) {
        counts.push_back(number == 1 ? fmt::format("1 {}", name_of(kind))
                                     : fmt::format("{} {}", number, plural_of(kind)));
      }
      files.push_back(fmt::format("{} holds {}", name,
                                  counts.empty() ? "no Exchange object" : join(counts, ", ")));
    }
    return join(files, "; ");
  }

  /// The file that stands for a path in a remark.
  const SourceFile& file_of(const std::string& path) {
    const auto& all = sources_->files();
    const auto known = std::ranges::find(all, path, &SourceFile::name);
    return known == all.end() ? sources_->add(path, {}) : *known;
  }

  void refuse_emptiness(const std::string& path, const std::string& contents) {
    const std::string found =
        contents.empty()
            ? fmt::format("no file with Exchange objects, {} others skipped", counts_.skipped_files)
            : contents;
    refuse(file_of(path),
           fmt::format("no connector found: {}. Export the connectors too (`connlint explain "
                       "export` says how), or give --allow-empty",
                       found));
  }

  const InputRequest& request_;
  std::istream& in_;
  std::shared_ptr<SourceStore> sources_;
  std::vector<ImportedObjects> files_;
  /// Files of configuration code, and whether each was named by itself.
  std::vector<CodeFile> code_;
  std::vector<Named> code_named_;
  /// Whether any of them holds commands or resources of ours.
  bool has_code_ = false;
  std::vector<Note> notes_;
  ReadCounts counts_;
  /// The files of folders that only quote inputs.
  std::vector<std::string> quoting_;
  /// The files that were read, by their real path.
  std::set<std::string> seen_;
  /// How many objects of each kind each file holds.
  std::map<std::string, std::map<ObjectKind, std::size_t>> contents_;
};

}  // namespace

bool ReadOrganization::has_error() const {
  return std::ranges::find(notes, NoteKind::unreadable, &Note::kind) != notes.end();
}

ReadOrganization read_organization(const InputRequest& request, std::istream& in) {
  InputReader reader(request, in);
  for (const std::string& path : request.paths) reader.add_path(path);
  return reader.finish();
}

}  // namespace connlint
