// Reading any bytes as CSV, and cutting its cells as joined lists, neither crashes nor hands over
// places that are not in the file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "linter/formats/format.h"
#include "linter/formats/joined_list.h"
#include "tests/fuzz/checked_read.h"

namespace {

using namespace connlint;  // NOLINT(google-build-using-namespace)

/// Cuts every cell in all ways.
class CuttingSink : public RecordSink {
 public:
  explicit CuttingSink(const SourceFile& file) : text_(file.text) {}
  explicit CuttingSink(const SourceFile&& file) = delete;

  void record(const Record& record) override {
    for (const Field& field : record.fields) cut(field.value.text);
    arena_.reset();
  }
  void note(Note /*note*/) override {}

 private:
  void cut(const Text& text) {
    for (ListItems items : {ListItems::address_spaces, ListItems::words, ListItems::names}) {
      for (ListJoiner joiner : {ListJoiner::people, ListJoiner::csvde}) {
        for (const Text& item : cut_joined_list(text, items, joiner, arena_).items) check(item);
      }
    }
  }

  void check(const Text& item) const {
    const bool inside =
        item.where.begin <= text_.size() && item.where.length <= text_.size() - item.where.begin;
    if (!inside) std::abort();
    if (!item.verbatim) return;
    if (text_.substr(item.where.begin, item.where.length) != item.value) std::abort();
  }

  std::string_view text_;
  Arena arena_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  checked_read(claims_csv, read_csv, data, size);
  SourceStore store;
  const SourceFile& file =
      store.add("input", std::string(reinterpret_cast<const char*>(data), size));
  CuttingSink sink(file);
  read_csv(file, sink);
  return 0;
}
