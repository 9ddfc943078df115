// Reads a command's options with CLI11.
#pragma once

#include <span>
#include <string>

#include "linter/cli/command.h"
#include "linter/support/result.h"

namespace connlint {

/// Reads the words behind the command's name and stores what they mean where its options say. The
/// help of the command where the words ask for it, else an empty text.
Result<std::string> parse_options(const Command& command, std::span<const Option> options,
                                  std::span<const std::string> words);

}  // namespace connlint
