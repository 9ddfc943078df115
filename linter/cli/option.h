// One row of a command's options: everything that is said of an option or an argument.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace connlint {

/// Stores what a word of the user means; an error message, or an empty text.
using Understand = std::function<std::string(const std::string& word)>;

/// One of a closed set of words.
struct OptionChoice {
  /// What a word is called in the error about an unknown one: `format`, `value of --color`.
  std::string_view noun;
  std::vector<std::string_view> words;
  /// Stores what the word means; false where it is unknown.
  std::function<bool(const std::string& word)> set;
  /// Whether an empty word counts as left out.
  bool may_be_empty = true;
};

/// Where the value of an option goes. A `bool` makes it a flag.
using Store =
    std::variant<bool*, std::string*, std::vector<std::string>*, Understand, OptionChoice>;

/// How often an option may be given: once; several times; or several times, with commas too.
enum class Times { once, repeated, listed };

/// An option, `--fail-on`, or without dashes an argument, `PATH`. The variables that it fills in
/// outlive it. An argument that goes to a text must be given, one that goes to texts may be given
/// any number of times.
struct Option {
  std::string_view name;
  /// What stands for the value in the help: `SEVERITY`; empty for flags and arguments.
  std::string_view value;
  std::string help;
  Store store;
  Times times = Times::once;
};

/// A choice that is stored by its place among the words: `values[i]` for the word `words[i]`.
template <class T>
OptionChoice choice(std::string_view noun, std::vector<std::pair<std::string_view, T>> values,
                    T& target) {
  OptionChoice out{.noun = noun, .words = {}, .set = {}};
  for (const auto& [word, value] : values) out.words.push_back(word);
  out.set = [values = std::move(values), &target](const std::string& word) {
    for (const auto& [known, value] : values) {
      if (known != word) continue;
      target = value;
      return true;
    }
    return false;
  };
  return out;
}

/// The layout of what a command prints: `--format`, the first of `values` by default.
template <class T>
Option format_option(std::string help, std::vector<std::pair<std::string_view, T>> values,
                     T& target) {
  OptionChoice formats = choice("format", std::move(values), target);
  formats.may_be_empty = false;
  return {
      .name = "--format", .value = "NAME", .help = std::move(help), .store = std::move(formats)};
}

}  // namespace connlint
