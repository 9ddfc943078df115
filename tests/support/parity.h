// Which rules cover what other checkers look for: rules/parity.csv.
#pragma once

#include <string>
#include <vector>

namespace connlint::test {

/// An article or check of another tool.
struct ParityRow {
  std::string tool;
  std::string id;
  /// What it looks for.
  std::string subject;
  /// The codes of the rules that cover it, or empty.
  std::vector<std::string> codes;
  /// Why a configuration cannot show it; empty where rules cover it.
  std::string reason;
};

/// The rows of the file, in its order. A line that has not four columns makes a row of empty texts.
std::vector<ParityRow> read_parity();

/// The tables of the index.
std::string parity_tables(const std::vector<ParityRow>& rows);

}  // namespace connlint::test
