#include "linter/cli/options_route.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "linter/cli/option_parser.h"
#include "linter/model/object.h"
#include "linter/support/suggestion.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::array<std::string_view, 2> kFormats = {"text", "json"};
constexpr std::array<std::string_view, 2> kClients = {"cached", "online"};
constexpr std::string_view kClientRegistryHelp =
    "Registry file (reg export) with the list that a client keeps of the address types";

struct RouteWords {
  InputWords inputs;
  std::string size, client;
  std::string format = "text";
};

/// The arguments, with a blank behind each that stands in brackets: CLI11 would take `[A,B]` for a
/// list and drop the brackets. Blanks around an address mean nothing.
std::vector<std::string> protected_brackets(std::span<const std::string> arguments) {
  std::vector<std::string> words(arguments.begin(), arguments.end());
  for (std::string& word : words) {
    if (word.starts_with('[') && word.ends_with(']')) word += ' ';
  }
  return words;
}

std::string understand_size(RouteOptions& options, const std::string& word) {
  if (word.empty()) return {};
  const Size size = parse_size(word);
  if (!size.bytes) return fmt::format("--size {}: expected bytes or a size such as 10MB", word);
  options.size = size.bytes;
  return {};
}

std::string understand_client(RouteOptions& options, const std::string& word) {
  // What a client keeps says something of cached mode only.
  if (!options.client_registry.empty()) options.client = Client::cached;
  if (word.empty()) return {};
  if (std::ranges::find(kClients, std::string_view(word)) == kClients.end()) {
    return unknown_word("value of --client", word, kClients);
  }
  if (word == "online" && !options.client_registry.empty()) {
    return "--client online and --client-registry exclude each other: only cached mode keeps a "
           "list";
  }
  options.client = word == "cached" ? Client::cached : Client::online;
  return {};
}

std::string understand_format(bool& json, const std::string& word) {
  if (std::ranges::find(kFormats, std::string_view(word)) == kFormats.end()) {
    return unknown_word("format", word, kFormats);
  }
  json = word == "json";
  return {};
}

std::string understand(RouteOptions& options, RouteWords& words) {
  if (std::string error = understand(options.inputs, words.inputs); !error.empty()) return error;
  if (std::string error = understand_size(options, words.size); !error.empty()) return error;
  if (std::string error = understand_client(options, words.client); !error.empty()) return error;
  if (std::string error = understand_format(options.json, words.format); !error.empty()) {
    return error;
  }
  if (options.addresses.empty() && options.batch.empty()) {
    return "no address given: expected one such as user@contoso.com or FAX:0171020225, or --batch "
           "FILE";
  }
  const bool reads_input =
      std::ranges::find(options.inputs.paths, "-") != options.inputs.paths.end();
  if (reads_input && options.batch == "-") return "standard input (-) is given twice";
  return {};
}

}  // namespace

Result<CommandLine> parse_route(std::span<const std::string> arguments) {
  RouteOptions options;
  RouteWords words;
  OptionParser parser("route",
                      "Tells which connector and path an address takes, and why every other "
                      "connector was not chosen",
                      "Exit status: 0 every address is routed; 1 at least one is not "
                      "(unreachable, NDR, refused by the client, loop); 2 usage, configuration or "
                      "input error; 3 internal error.");
  parser.arguments("ADDRESS", options.addresses,
                   "user@domain, TYPE:value, [TYPE:value], Name[TYPE:value] or "
                   "IMCEATYPE-encoded@domain");
  parser.texts("--in", words.inputs.paths,
               "File, folder or - (standard input) to read (repeatable); default: `inputs` of the "
               "configuration, else the current folder",
               "PATH");
  parser.texts("--from", options.from,
               "Server, site or routing group where the mail starts (repeatable); default: every "
               "site and routing group that has servers",
               "NAME");
  parser.text("--size", words.size, "Size of the message in bytes, or as 10MB", "SIZE");
  parser.text("--client", words.client, "Ask the client gate too: cached or online", "MODE");
  parser.texts("--down", options.down,
               "Connector, server or site link that is taken as down (repeatable)", "NAME");
  parser.text("--batch", options.batch, "File with an address a line, or - (standard input)",
              "FILE");
  parser.text("--client-registry", options.client_registry, std::string(kClientRegistryHelp),
              "FILE");
  parser.text("--format", words.format, "text (default) or json", "NAME");
  add_reading_options(parser, options.inputs, words.inputs);
  const Result<std::string> help = parser.parse(protected_brackets(arguments));
  if (!help.ok()) return help.error();
  if (!help.value().empty()) return CommandLine(PrintOptions{help.value()});
  if (std::string error = understand(options, words); !error.empty()) return Error{error};
  return CommandLine(std::move(options));
}

Result<CommandLine> parse_types(std::span<const std::string> arguments) {
  TypesOptions options;
  InputWords words;
  std::string format = "text";
  OptionParser parser("types",
                      "Tells for each mailbox server which address types a cached-mode Outlook may "
                      "use, and which connector provides each",
                      "Exit status: 0 no required type is missing; 1 a required type is missing on "
                      "a server; 2 usage, configuration or input error; 3 internal error.");
  parser.text("--client-registry", options.client_registry, std::string(kClientRegistryHelp),
              "FILE");
  parser.text("--format", format, "text (default) or json", "NAME");
  add_input_options(parser, options.inputs, words);
  const Result<std::string> help = parser.parse(arguments);
  if (!help.ok()) return help.error();
  if (!help.value().empty()) return CommandLine(PrintOptions{help.value()});
  if (std::string error = understand(options.inputs, words); !error.empty()) return Error{error};
  if (std::string error = understand_format(options.json, format); !error.empty()) {
    return Error{error};
  }
  return CommandLine(std::move(options));
}

}  // namespace connlint
