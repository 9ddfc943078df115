#include "linter/cli/option_parser.h"

#include <algorithm>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "linter/support/suggestion.h"

namespace connlint {
namespace {

/// The words of one option as the user gave them, before they are understood.
struct Given {
  const Option* option = nullptr;
  CLI::Option* read = nullptr;
  std::string word;
  std::vector<std::string> words;
};

bool takes_many(const Option& option) {
  return option.times != Times::once ||
         std::holds_alternative<std::vector<std::string>*>(option.store);
}

/// Tells the reader of the option; `given` stays where it is.
void add(CLI::App& app, Given& given) {
  const Option& option = *given.option;
  const std::string name(option.name);
  if (bool* const* flag = std::get_if<bool*>(&option.store)) {
    given.read = app.add_flag(name, **flag, option.help);
    return;
  }
  const bool argument = !name.starts_with('-');
  if (!takes_many(option)) {
    given.read = app.add_option(name, given.word, option.help);
    if (argument) given.read->required();
  } else {
    given.read = app.add_option(name, given.words, option.help);
    if (!argument) {
      given.read->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
    if (option.times == Times::listed) given.read->delimiter(',');
  }
  given.read->type_name(std::string(option.value));
}

/// CLI11 takes `[A,B]` for a list and drops the brackets: a blank behind them keeps it from that.
std::string guarded(std::string word) {
  if (word.starts_with('[') && word.ends_with(']')) word += ' ';
  return word;
}

std::string unguarded(std::string word) {
  if (word.starts_with('[') && word.ends_with("] ")) word.pop_back();
  return word;
}

/// Stores one word; an error message, or an empty text.
std::string store(const Store& where, const std::string& word) {
  if (const Understand* understand = std::get_if<Understand>(&where)) return (*understand)(word);
  if (const OptionChoice* choice = std::get_if<OptionChoice>(&where)) {
    if ((word.empty() && choice->may_be_empty) || choice->set(word)) return {};
    return unknown_word(choice->noun, word, choice->words);
  }
  if (std::string* const* text = std::get_if<std::string*>(&where)) **text = word;
  if (auto* const* texts = std::get_if<std::vector<std::string>*>(&where)) {
    (*texts)->push_back(word);
  }
  return {};
}

std::string store(Given& given) {
  if (given.read->count() == 0) return {};
  if (!takes_many(*given.option)) given.words = {given.word};
  if (std::holds_alternative<bool*>(given.option->store)) return {};
  for (const std::string& word : given.words) {
    if (std::string error = store(given.option->store, unguarded(word)); !error.empty()) {
      return error;
    }
  }
  return {};
}

Error unexpected(const CLI::App& app, const std::string& advice) {
  const std::vector<std::string> rest = app.remaining();
  const std::string word = rest.empty() ? std::string() : rest.front();
  if (!word.starts_with('-')) return {fmt::format("unexpected argument '{}'", word)};
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  return {unknown_word("option", word.substr(0, word.find('=')), known, advice)};
}

}  // namespace

Result<std::string> parse_options(const Command& command, std::span<const Option> options,
                                  std::span<const std::string> words) {
  CLI::App app(std::string(command.description), fmt::format("connlint {}", command.name));
  app.set_help_flag("-h,--help", "Print this help");
  app.footer(std::string(command.exit_status));
  std::vector<Given> given(options.size());
  for (std::size_t i = 0; i < options.size(); ++i) {
    given[i].option = &options[i];
    add(app, given[i]);
  }
  const std::string advice = fmt::format("`connlint {} --help` lists the options", command.name);
  std::vector<std::string> last_first(words.rbegin(), words.rend());
  for (std::string& word : last_first) word = guarded(std::move(word));
  try {
    app.parse(last_first);
  } catch (const CLI::CallForHelp&) {
    return app.help();
  } catch (const CLI::ExtrasError&) {
    return unexpected(app, advice);
  } catch (const CLI::ParseError& error) {
    return Error{fmt::format("{}; {}", error.what(), advice)};
  }
  for (Given& one : given) {
    if (std::string error = store(one); !error.empty()) return Error{error};
  }
  return std::string();
}

}  // namespace connlint
