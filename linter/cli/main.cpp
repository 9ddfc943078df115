// The program: wires standard streams and the rules to `run_program`.
#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <unistd.h>
#include <vector>

#include "linter/cli/environment.h"

namespace {

std::optional<std::string> variable(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

int internal_error(const char* what) {
  std::cerr << "connlint: internal error: " << what
            << "\nThis is a bug of connlint, not of your inputs. Please report it with the command "
               "line and, if you can, the inputs.\n";
  return static_cast<int>(connlint::ExitStatus::internal_error);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    std::ios::sync_with_stdio(false);
    const std::vector<std::string> arguments(argv + std::min(1, argc), argv + argc);
    const connlint::Environment environment{.rules = connlint::rule_table(),
                                            .topics = connlint::topic_table(),
                                            .in = std::cin,
                                            .out = std::cout,
                                            .err = std::cerr,
                                            .variable = variable,
                                            .out_is_terminal = isatty(STDOUT_FILENO) != 0};
    return static_cast<int>(connlint::run_program(arguments, environment));
  } catch (const std::exception& error) {
    return internal_error(error.what());
  } catch (...) {
    return internal_error("unknown exception");
  }
}
