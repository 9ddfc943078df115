#include "linter/cli/commands/route.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>
#include <system_error>

#include <fmt/format.h>

#include "linter/cli/client_list.h"
#include "linter/cli/command.h"
#include "linter/cli/notes.h"
#include "linter/cli/read_inputs.h"
#include "linter/facts/address_types/carried_types.h"
#include "linter/inputs/file_bytes.h"
#include "linter/report/routes.h"
#include "linter/report/sessions.h"
#include "linter/routing/inbound/receive_session.h"
#include "linter/routing/routing_model.h"
#include "linter/support/text.h"
#include "linter/support/utf.h"

namespace connlint {
namespace {

/// An address as the user wrote it, and what to call its place in an error.
struct WrittenAddress {
  std::string text;
  /// `FILE:LINE` in a batch, else empty.
  std::string place;
};

/// Adds the addresses of a batch, one a line; false after an error.
bool add_batch(const std::string& path, const Environment& environment,
               std::vector<WrittenAddress>& addresses) {
  Result<std::string> bytes = path == "-" ? read_bytes(environment.in) : read_bytes(path);
  if (!bytes.ok()) {
    print_message(environment, path + ": error: " + bytes.error().message);
    return false;
  }
  const std::string text = decode(bytes.value(), std::nullopt).text;
  std::size_t line = 0;
  for (std::string_view address : split(text, '\n')) {
    ++line;
    if (trim(address).empty()) continue;
    addresses.push_back({std::string(trim(address)), fmt::format("{}:{}", path, line)});
  }
  return true;
}

/// What is asked of every address.
struct Questions {
  std::vector<Place> from;
  Down down;
  std::vector<Address> addresses;
  /// Whether an address could not be read; the others are answered all the same.
  bool damaged = false;
};

/// Where the mail starts, or nothing after an error.
std::optional<std::vector<Place>> starts_of(const RoutingModel& model,
                                            const std::vector<std::string>& names,
                                            const Environment& environment) {
  std::vector<Place> from;
  for (const std::string& name : names) {
    const Result<std::vector<Place>> places = model.places_named(trim(name));
    if (!places.ok()) {
      print_error(environment, "--from: " + places.error().message);
      return std::nullopt;
    }
    for (const Place& place : places.value()) {
      if (std::ranges::find(from, place) == from.end()) from.push_back(place);
    }
  }
  return names.empty() ? model.starts() : from;
}

/// The addresses of the command line and of the batch, understood.
void add_addresses(const RouteOptions& options, const RoutingModel& model,
                   const Environment& environment, Questions& questions) {
  std::vector<WrittenAddress> written;
  for (const std::string& address : options.addresses) written.push_back({address, {}});
  if (!options.batch.empty()) {
    questions.damaged = !add_batch(options.batch, environment, written);
  }
  for (const WrittenAddress& address : written) {
    Result<Address> parsed = parse_address(address.text, model.default_domain());
    if (parsed.ok()) {
      questions.addresses.push_back(std::move(parsed).value());
      continue;
    }
    questions.damaged = true;
    const std::string place = address.place.empty() ? "connlint" : address.place;
    print_message(environment, fmt::format("{}: error: address '{}': {}", place, address.text,
                                           parsed.error().message));
  }
}

/// What is to be asked, or nothing after an error of usage.
std::optional<Questions> questions_of(const RouteOptions& options, const RoutingModel& model,
                                      const Environment& environment) {
  std::vector<std::string> names;
  for (const std::string& name : options.down) names.emplace_back(trim(name));
  Result<Down> down = model.down_named(names);
  if (!down.ok()) {
    print_error(environment, "--down: " + down.error().message);
    return std::nullopt;
  }
  std::optional<std::vector<Place>> from = starts_of(model, options.from, environment);
  if (!from) return std::nullopt;
  Questions questions{
      .from = std::move(*from), .down = std::move(down).value(), .addresses = {}, .damaged = false};
  add_addresses(options, model, environment, questions);
  return questions;
}

/// Whether the client gate is asked: for types other than SMTP always, unless the client is another
/// one.
Client client_for(const Address& address, const RouteOptions& options) {
  if (options.client != Client::none) return options.client;
  return always_listed(address.type) ? Client::none : Client::cached;
}

/// The answers about one address from all places.
std::vector<AnsweredQuery> answers_about(
    const Address& address, const Questions& questions, const RouteOptions& options,
    const RoutingModel& model, const std::optional<std::vector<std::string>>& client_list) {
  // People are shown what matches; the rest only where they ask for it.
  const Detail detail = options.json || options.all ? Detail::trace : Detail::matches;
  const Query query{.address = address,
                    .from = {},
                    .size = options.size,
                    .down = questions.down,
                    .detail = detail};
  std::vector<Route> routes = model.routes(query, questions.from);
  const Client client = client_for(address, options);
  std::vector<AnsweredQuery> answers;
  answers.reserve(routes.size());
  for (std::size_t i = 0; i < routes.size(); ++i) {
    AnsweredQuery answered{
        .query = query,
        .client = client,
        .gate = gate_of(model.organization(), questions.from[i], address.type, client),
        .route = std::move(routes[i])};
    answered.query.from = questions.from[i];
    if (client_list) {
      answered.gate = with_client_list(std::move(answered.gate), address.type, *client_list);
    }
    answers.push_back(std::move(answered));
  }
  return answers;
}

/// Asks everything and prints each answer; whether every address is routed from everywhere.
bool print_answers(const Questions& questions, const RouteOptions& options,
                   const RoutingModel& model,
                   const std::optional<std::vector<std::string>>& client_list,
                   const Environment& environment) {
  using Format = RoutesWriter::Format;
  RoutesWriter writer(model.organization(), options.json  ? Format::json
                                            : options.all ? Format::all_text
                                                          : Format::text);
  bool all_routed = true;
  for (const Address& address : questions.addresses) {
    const std::vector<AnsweredQuery> answers =
        answers_about(address, questions, options, model, client_list);
    all_routed = all_routed && counts_as_routed(answers);
    environment.out << writer.add(answers);
  }
  environment.out << writer.finish() << std::flush;
  return all_routed;
}

/// Whether an argument is a path, which is said: inputs are named in another way.
bool names_path(const std::vector<std::string>& arguments, const Environment& environment) {
  for (const std::string& argument : arguments) {
    std::error_code error;
    if (!std::filesystem::exists(trim(argument), error)) continue;
    print_error(environment, fmt::format("'{}' is a path, not an address: inputs are named with "
                                         "--in, as in 'connlint route ADDRESS --in {}'",
                                         trim(argument), trim(argument)));
    return true;
  }
  return false;
}

/// Says why nothing was asked, though there are addresses.
bool has_no_place(const Questions& questions, const Environment& environment) {
  if (questions.addresses.empty() || !questions.from.empty()) return false;
  print_error(environment,
              "no server, site or routing group is known where mail could start: export the "
              "servers too (`connlint explain export` says how)");
  return true;
}

std::string set_size(RouteOptions& options, const std::string& word) {
  if (word.empty()) return {};
  const Size size = parse_size(word);
  if (!size.bytes) return fmt::format("--size {}: expected bytes or a size such as 10MB", word);
  options.size = size.bytes;
  return {};
}

std::vector<Option> rows(RouteOptions& options) {
  std::vector<Option> rows = {
      {"ADDRESS", "",
       "user@domain, TYPE:value, [TYPE:value], Name[TYPE:value], 'Name <user@domain>', "
       "mailto:user@domain or IMCEATYPE-encoded@domain",
       &options.addresses},
      {"--in", "PATH",
       "File, folder or - (standard input) to read (repeatable); default: `inputs` of the "
       "configuration, else the current folder",
       &options.inputs.paths},
      {"--from", "NAME",
       "Server, site or routing group where the mail starts (repeatable); default: every site and "
       "routing group that has servers",
       &options.from},
      {"--size", "SIZE", "Size of the message in bytes, or as 10MB",
       [&options](const std::string& word) { return set_size(options, word); }},
      {"--all", "", "Show every connector, and every place by itself where answers are equal",
       &options.all},
      {"--client", "MODE",
       "Client whose gate is asked: cached (default for types other than SMTP) or online",
       choice<Client>("value of --client", {{"cached", Client::cached}, {"online", Client::online}},
                      options.client)},
      {"--down", "NAME", "Connector, server or site link that is taken as down (repeatable)",
       &options.down},
      {"--batch", "FILE", "File with an address a line, or - (standard input)", &options.batch},
      client_registry_option(options.client_registry),
      {"--inbound", "",
       "Tell which Receive connector takes a session, instead of the way of addresses",
       &options.inbound},
      {"--to", "SERVER[:PORT]", "Server that the session comes to (--inbound); port 25 by default",
       &options.to},
      {"--sender-ip", "ADDRESS", "Address that the session comes from (--inbound)",
       &options.sender_ip},
      format_option<bool>("text (default) or json", {{"text", false}, {"json", true}},
                          options.json),
  };
  add_reading_options(rows, options.inputs);
  return rows;
}

/// What is wrong with the options about a session, or empty.
std::string inbound_error(const RouteOptions& options) {
  if (!options.inbound) {
    if (options.to.empty() && options.sender_ip.empty()) return {};
    return "--to and --sender-ip belong to --inbound, which asks for the Receive connector that "
           "takes "
           "a session";
  }
  if (options.to.empty() || options.sender_ip.empty()) {
    return "--inbound needs --to SERVER[:PORT] and --sender-ip ADDRESS";
  }
  if (!options.addresses.empty() || !options.batch.empty()) {
    return "--inbound asks about a session, not about recipients: leave out the addresses";
  }
  return {};
}

std::string agree(RouteOptions& options) {
  if (std::string error = agree(options.inputs); !error.empty()) return error;
  if (!options.client_registry.empty()) {
    if (options.client == Client::online) {
      return "--client online and --client-registry exclude each other: only cached mode keeps a "
             "list";
    }
    // What a client keeps says something of cached mode only.
    options.client = Client::cached;
  }
  if (std::string error = inbound_error(options); !error.empty()) return error;
  if (options.addresses.empty() && options.batch.empty() && !options.inbound) {
    return "no address given: expected one such as user@contoso.com or FAX:0171020225, or --batch "
           "FILE";
  }
  const bool reads_input =
      std::ranges::find(options.inputs.paths, "-") != options.inputs.paths.end();
  if (reads_input && options.batch == "-") return "standard input (-) is given twice";
  return {};
}

/// Answers the question about a session.
ExitStatus inbound(const RouteOptions& options, const ReadOrganization& read,
                   const Environment& environment) {
  const Organization& organization = read.organization;
  Result<SessionQuery> query = session_query(organization, options.to, options.sender_ip);
  if (!query.ok()) {
    print_error(environment, query.error().message);
    return ExitStatus::unusable;
  }
  const std::array<AnsweredSession, 1> sessions = {
      {{query.value(), receive_session(organization, query.value())}}};
  environment.out << (options.json ? sessions_json(organization, sessions)
                                   : sessions_text(organization, sessions, options.all))
                  << std::flush;
  if (read.has_error() || !environment.out) return ExitStatus::unusable;
  const SessionVerdict verdict = sessions.front().answer.verdict;
  const bool accepted =
      verdict == SessionVerdict::accepted || verdict == SessionVerdict::model_dependent;
  return accepted ? ExitStatus::ok : ExitStatus::findings;
}

ExitStatus run_route(const RouteOptions& options, const Environment& environment) {
  if (names_path(options.addresses, environment)) return ExitStatus::unusable;
  const std::optional<ReadOrganization> read = read_inputs(options.inputs, environment);
  if (!read) return ExitStatus::unusable;
  if (options.inbound) return inbound(options, *read, environment);
  const ClientList client = read_client_list(options.client_registry, environment);
  const RoutingModel model(read->organization);
  const std::optional<Questions> questions = questions_of(options, model, environment);
  if (!questions) return ExitStatus::unusable;

  const bool all_routed = print_answers(*questions, options, model, client.types, environment);
  const bool no_place = has_no_place(*questions, environment);
  if (read->has_error() || questions->damaged || no_place || client.unreadable ||
      !environment.out) {
    return ExitStatus::unusable;
  }
  return all_routed ? ExitStatus::ok : ExitStatus::findings;
}

}  // namespace

Command route_command() {
  return CommandOf<RouteOptions>{
      .name = "route",
      .usages = {{"route ADDRESS...", "which connector and path an address takes, and why"},
                 {"route --inbound",
                  "which Receive connector takes a session, and what it may do"}},
      .description =
          "Tells which connector and path an address takes, and why every other "
          "connector was not chosen",
      .exit_status =
          "Exit status: 0 every address is routed or internal, the session is accepted; 1 at "
          "least one is not (unreachable, NDR, refused by every client, loop), the session is "
          "refused or not known; 2 usage, configuration or input error; 3 internal error.",
      .rows = rows,
      .agree = agree,
      .run = run_route}
      .erased();
}

}  // namespace connlint
