#include "linter/cli/input_options.h"

#include <algorithm>

#include "linter/support/text.h"

namespace connlint {
namespace {

OptionChoice input_format(InputOptions& options) {
  OptionChoice choice{.noun = "input format", .words = {}, .set = {}};
  for (const Format& format : formats()) choice.words.push_back(format.name);
  choice.set = [&options](const std::string& word) {
    options.input_format = format_named(word);
    return options.input_format != nullptr;
  };
  return choice;
}

OptionChoice encoding(InputOptions& options) {
  return {.noun = "encoding",
          .words = {"utf-8", "utf-16le", "utf-16be", "windows-1252"},
          .set = [&options](const std::string& word) {
            options.encoding = encoding_named(word);
            return options.encoding.has_value();
          }};
}

}  // namespace

void add_reading_options(std::vector<Option>& rows, InputOptions& options) {
  const std::vector<Option> shared = {
      {"--config", "FILE", "Configuration file (default: the nearest .connlint.yaml)",
       &options.config},
      {"--no-config", "", "Read no configuration file", &options.no_config},
      {"--required-type", "TYPE", "Address type that users must be able to send to (repeatable)",
       &options.required_types},
      {"--input-format", "NAME", "Read every input as this format", input_format(options)},
      {"--encoding", "NAME", "Read every input in this encoding", encoding(options)},
      {"--allow-empty", "", "Accept inputs without any connector", &options.allow_empty},
  };
  rows.insert(rows.end(), shared.begin(), shared.end());
}

void add_input_options(std::vector<Option>& rows, InputOptions& options) {
  rows.push_back({"PATH", "",
                  "File, folder or - (standard input); default: `inputs` of the configuration, "
                  "else the current folder",
                  &options.paths});
  add_reading_options(rows, options);
}

std::string agree(const InputOptions& options) {
  if (options.no_config && !options.config.empty()) {
    return "--config and --no-config exclude each other";
  }
  for (const std::string& type : options.required_types) {
    if (trim(type).empty()) return "--required-type: expected an address type such as FAX";
  }
  if (std::ranges::count(options.paths, "-") > 1) return "standard input (-) is given twice";
  return {};
}

}  // namespace connlint
