// Reads the words of a command's options with CLI11, without knowing what they mean, and the
// options that all reading commands share.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/cli/exit_status.h"
#include "linter/cli/options.h"
#include "linter/support/result.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the name of the library.
class App;
}

namespace connlint {

/// The options of one command. Keeps references to the variables that it fills in.
class OptionParser {
 public:
  /// `footer`: what the exit status means, where that is not what it means for `check`.
  OptionParser(std::string_view command, std::string_view description,
               std::string_view footer = kExitStatusHelp);
  ~OptionParser();
  OptionParser(const OptionParser&) = delete;
  OptionParser& operator=(const OptionParser&) = delete;

  void flag(const std::string& name, bool& value, const std::string& help);
  void text(const std::string& name, std::string& value, const std::string& help,
            const std::string& placeholder);
  /// An option that may be given several times, each time with one value or, with a delimiter,
  /// some.
  void texts(const std::string& name, std::vector<std::string>& values, const std::string& help,
             const std::string& placeholder, char delimiter = '\0');
  /// The one argument that the command must have.
  void argument(const std::string& name, std::string& value, const std::string& help);
  /// The arguments, any number of them.
  void arguments(const std::string& name, std::vector<std::string>& values,
                 const std::string& help);

  /// Reads the command line. The text to print where help was asked for, else an empty text.
  Result<std::string> parse(std::span<const std::string> words);

 private:
  [[nodiscard]] Error unexpected() const;

  std::string command_;
  std::unique_ptr<CLI::App> app_;
};

/// The words of the input options as the user gave them, before they are understood.
struct InputWords {
  std::vector<std::string> paths, required_types;
  std::string config, input_format, encoding;
};

/// Adds the options that all reading commands know, but for the paths.
void add_reading_options(OptionParser& parser, InputOptions& options, InputWords& words);
/// Adds the paths as arguments, and the same.
void add_input_options(OptionParser& parser, InputOptions& options, InputWords& words);

/// Fills in what the words mean; an error message, or an empty text.
std::string understand(InputOptions& options, InputWords& words);

}  // namespace connlint
