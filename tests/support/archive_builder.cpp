#include "tests/support/archive_builder.h"

#include <cstddef>

#include <zip.h>

namespace connlint::test {

std::string archive_of(const std::vector<std::pair<std::string, std::string>>& files) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* bytes = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(bytes);
  zip_t* archive = zip_open_from_source(bytes, ZIP_TRUNCATE, &error);
  for (const auto& [name, text] : files) {
    zip_source_t* content = zip_source_buffer(archive, text.data(), text.size(), 0);
    if (zip_file_add(archive, name.c_str(), content, ZIP_FL_ENC_UTF_8) < 0) return {};
  }
  if (zip_close(archive) != 0 || zip_source_open(bytes) != 0) return {};
  zip_source_seek(bytes, 0, SEEK_END);
  std::string made(static_cast<std::size_t>(zip_source_tell(bytes)), '\0');
  zip_source_seek(bytes, 0, SEEK_SET);
  zip_source_read(bytes, made.data(), made.size());
  zip_source_close(bytes);
  zip_source_free(bytes);
  zip_error_fini(&error);
  return made;
}

}  // namespace connlint::test
