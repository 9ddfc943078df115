#include "linter/import/client_registry.h"

#include <algorithm>
#include <set>

#include "linter/formats/format.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::string_view kSection = "13dbb0c8aa05101a9bb000aa002fc45a";
constexpr std::string_view kValue = "01026687";
constexpr std::size_t kShortest = 2;
constexpr std::size_t kLongestType = 32;

bool is_name_letter(char c) { return (c >= 'A' && c <= 'Z') || is_digit(c); }
/// Whether a byte can be part of a longer text, so that what follows it is no name by itself.
bool is_printable(char c) { return c > ' ' && c <= '~'; }

bool is_name(std::string_view text) {
  return text.size() >= kShortest && text.size() <= kLongestType &&
         std::ranges::all_of(text, is_name_letter) && std::ranges::any_of(text, is_letter);
}

/// The names that end with a NUL in bytes that hold one letter each.
std::set<std::string> names_in(std::string_view bytes) {
  std::set<std::string> names;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\0' && is_name(bytes.substr(begin, i - begin))) {
      names.emplace(bytes.substr(begin, i - begin));
    }
    if (!is_printable(bytes[i])) begin = i + 1;
  }
  return names;
}

/// Every second byte, where the bytes between are zero; other letters become a byte of no text.
std::string narrowed(std::string_view bytes, std::size_t begin) {
  std::string narrow;
  for (std::size_t i = begin; i + 1 < bytes.size(); i += 2) {
    narrow += bytes[i + 1] == '\0' ? bytes[i] : '\x01';
  }
  return narrow;
}

bool is_list(const std::set<std::string>& names) {
  return names.contains("SMTP") || names.contains("EX");
}

/// Finds the lists among the keys of a registry file.
class ClientListSink : public RecordSink {
 public:
  explicit ClientListSink(ClientRegistry& out) : out_(out) {}

  void record(const Record& record) override {
    const std::string_view path = record.label.value;
    if (!equals_ignoring_case(path.substr(path.rfind('\\') + 1), kSection)) return;
    for (const Field& field : record.fields) {
      if (field.name.value == kValue) read(field.value);
    }
  }
  void note(Note note) override { out_.notes.push_back(std::move(note)); }

  /// Says what the file lacks, and where its profiles differ.
  void finish(const SourceFile& file) {
    if (!found_) {
      out_.notes.push_back(
          {.kind = NoteKind::unreadable,
           .message = "expected the value 01026687 of a key 13dbb0c8aa05101a9bb000aa002fc45a: "
                      "export the key of the Outlook profile with reg export (KB 959956)",
           .where = file.span(0, 0),
           .located = false});
    }
    out_.types.assign(all_.begin(), all_.end());
    if (!differ_) return;
    out_.notes.push_back({.kind = NoteKind::suspicious,
                          .message = "the profiles of the client hold different lists of address "
                                     "types; a type counts as listed where any of them holds it",
                          .where = file.span(0, 0),
                          .located = false});
  }

 private:
  void read(const Value& value) {
    found_ = true;
    const std::vector<std::string> names = value.kind == ValueKind::text
                                               ? type_names_in(value.text.value)
                                               : std::vector<std::string>();
    if (names.empty()) {
      out_.notes.push_back(
          {.kind = NoteKind::unreadable,
           .message = "the value 01026687 is no list of address types that can be told from its "
                      "bytes: expected names such as EX and SMTP, each with a NUL behind it",
           .where = value.text.where});
      return;
    }
    differ_ = differ_ || (out_.lists > 0 && std::set(names.begin(), names.end()) != all_);
    ++out_.lists;
    all_.insert(names.begin(), names.end());
  }

  ClientRegistry& out_;
  std::set<std::string> all_;
  bool found_ = false;
  bool differ_ = false;
};

}  // namespace

std::vector<std::string> type_names_in(std::string_view bytes) {
  std::set<std::string> names = names_in(bytes);
  for (std::size_t begin = 0; begin < 2 && !is_list(names); ++begin) {
    names = names_in(narrowed(bytes, begin));
  }
  if (!is_list(names)) return {};
  return {names.begin(), names.end()};
}

ClientRegistry read_client_registry(const SourceFile& file) {
  ClientRegistry registry;
  ClientListSink sink(registry);
  if (!claims_registry(file.text)) {
    registry.notes.push_back({.kind = NoteKind::unreadable,
                              .message = "expected a registry file (reg export) that holds the "
                                         "Outlook profile",
                              .where = file.span(0, 0),
                              .located = false});
    return registry;
  }
  read_registry(file, sink);
  sink.finish(file);
  return registry;
}

}  // namespace connlint
