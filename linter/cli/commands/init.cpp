// `connlint init`.
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <system_error>

#include <fmt/format.h>

#include "linter/cli/command.h"
#include "linter/engine/config.h"

namespace connlint {
namespace {

/// Everything that the file can hold, as comments, so that a fresh one changes nothing.
constexpr std::string_view kText =
    R"(# Configuration of connlint. All keys are optional; a line without # counts.

# Files and folders that are read where the command line names none, relative to this file.
# inputs: [export]

# Address types that users must be able to send to: no export tells them.
# required_address_types: [FAX, SMS]

# The least severity that makes the exit status 1: error, warning, info or never.
# fail_on: warning

# The rules that run: recommended, coexistence, decommission-2003, security or all.
# profile: recommended

# Single rules, by code or name: severity error, warning, info or off, and the rule's own options.
# `connlint rules` lists the rules, `connlint explain RULE` tells the options of one.
# rules:
#   CL102:
#     severity: warning
)";

struct InitOptions {};

std::vector<Option> rows(InitOptions& /*options*/) { return {}; }

ExitStatus run_init(const InitOptions& /*options*/, const Environment& environment) {
  const std::string name(kConfigFileName);
  std::error_code error;
  const auto kind = std::filesystem::symlink_status(name, error).type();
  if (kind != std::filesystem::file_type::not_found) {
    print_message(environment,
                  name + ": error: exists already and is left as it is; remove it first");
    return ExitStatus::unusable;
  }
  errno = 0;
  std::ofstream out(name, std::ios::binary);
  out << kText;
  out.close();
  if (!out) {
    print_message(environment, fmt::format("{}: error: cannot be written: {}", name,
                                           std::generic_category().message(errno)));
    return ExitStatus::unusable;
  }
  environment.out << "Wrote " << name << "\n";
  return ExitStatus::ok;
}

}  // namespace

Command init_command() {
  return CommandOf<InitOptions>{
      .name = "init",
      .usages = {{"init", "write a commented .connlint.yaml"}},
      .description = "Writes a commented .connlint.yaml into the current folder",
      .rows = rows,
      .run = run_init}
      .erased();
}

}  // namespace connlint
