#include "linter/cli/option_parser.h"

#include <algorithm>
#include <array>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "linter/support/suggestion.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::array<std::string_view, 4> kEncodings = {"utf-8", "utf-16le", "utf-16be",
                                                        "windows-1252"};

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const Format& format : formats()) names.push_back(format.name);
  return names;
}

}  // namespace

OptionParser::OptionParser(std::string_view command, std::string_view description,
                           std::string_view footer)
    : command_(command),
      app_(std::make_unique<CLI::App>(std::string(description),
                                      fmt::format("connlint {}", command))) {
  app_->set_help_flag("-h,--help", "Print this help");
  app_->footer(std::string(footer));
}

OptionParser::~OptionParser() = default;

void OptionParser::flag(const std::string& name, bool& value, const std::string& help) {
  app_->add_flag(name, value, help);
}

void OptionParser::text(const std::string& name, std::string& value, const std::string& help,
                        const std::string& placeholder) {
  app_->add_option(name, value, help)->type_name(placeholder);
}

void OptionParser::texts(const std::string& name, std::vector<std::string>& values,
                         const std::string& help, const std::string& placeholder, char delimiter) {
  CLI::Option* option = app_->add_option(name, values, help);
  option->type_name(placeholder)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  if (delimiter != '\0') option->delimiter(delimiter);
}

void OptionParser::argument(const std::string& name, std::string& value, const std::string& help) {
  app_->add_option(name, value, help)->required()->type_name("");
}

void OptionParser::arguments(const std::string& name, std::vector<std::string>& values,
                             const std::string& help) {
  app_->add_option(name, values, help)->type_name("");
}

Result<std::string> OptionParser::parse(std::span<const std::string> words) {
  try {
    app_->parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::CallForHelp&) {
    return app_->help();
  } catch (const CLI::ExtrasError&) {
    return unexpected();
  } catch (const CLI::ParseError& error) {
    return Error{fmt::format("{}; `connlint {} --help` lists the options", error.what(), command_)};
  }
  return std::string();
}

Error OptionParser::unexpected() const {
  const std::vector<std::string> rest = app_->remaining();
  const std::string word = rest.empty() ? std::string() : rest.front();
  if (!word.starts_with('-')) return {fmt::format("unexpected argument '{}'", word)};
  std::vector<std::string> names;
  for (const CLI::Option* option : std::as_const(*app_).get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  return {unknown_word("option", word.substr(0, word.find('=')), known,
                       fmt::format("`connlint {} --help` lists the options", command_))};
}

void add_reading_options(OptionParser& parser, InputOptions& options, InputWords& words) {
  parser.text("--config", words.config, "Configuration file (default: the nearest .connlint.yaml)",
              "FILE");
  parser.flag("--no-config", options.no_config, "Read no configuration file");
  parser.texts("--required-type", words.required_types,
               "Address type that users must be able to send to (repeatable)", "TYPE");
  parser.text("--input-format", words.input_format, "Read every input as this format", "NAME");
  parser.text("--encoding", words.encoding, "Read every input in this encoding", "NAME");
  parser.flag("--allow-empty", options.allow_empty, "Accept inputs without any connector");
}

void add_input_options(OptionParser& parser, InputOptions& options, InputWords& words) {
  parser.arguments(
      "PATH", words.paths,
      "File, folder or - (standard input); default: `inputs` of the configuration, else "
      "the current folder");
  add_reading_options(parser, options, words);
}

std::string understand(InputOptions& options, InputWords& words) {
  options.paths = std::move(words.paths);
  options.config = std::move(words.config);
  options.required_types = std::move(words.required_types);
  if (options.no_config && !options.config.empty()) {
    return "--config and --no-config exclude each other";
  }
  for (const std::string& type : options.required_types) {
    if (trim(type).empty()) return "--required-type: expected an address type such as FAX";
  }
  if (std::ranges::count(options.paths, "-") > 1) return "standard input (-) is given twice";
  if (!words.input_format.empty()) {
    options.input_format = format_named(words.input_format);
    if (options.input_format == nullptr) {
      return unknown_word("input format", words.input_format, format_names());
    }
  }
  if (!words.encoding.empty()) {
    options.encoding = encoding_named(words.encoding);
    if (!options.encoding) return unknown_word("encoding", words.encoding, kEncodings);
  }
  return {};
}

}  // namespace connlint
