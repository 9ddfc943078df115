// Lines and columns for people, at a terminal and in logs. Internal to report.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/report/columns.h"
#include "linter/report/escape.h"

namespace connlint {

/// Lines of text. What comes from inputs is made harmless here: each line is escaped and guarded.
class TextLines {
 public:
  void add(std::string_view text) { out_ += message_line(text); }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

/// Rows with their columns below each other.
class TextTable {
 public:
  /// The last cell is not padded.
  void add(std::vector<std::string> cells) {
    for (std::string& cell : cells) cell = escaped(cell);
    widths_.resize(std::max(widths_.size(), cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i) {
      widths_[i] = std::max(widths_[i], columns_of(cells[i]));
    }
    rows_.push_back(std::move(cells));
  }

  void write(std::string_view indentation, TextLines& out) const {
    for (const std::vector<std::string>& cells : rows_) {
      std::string line(indentation);
      for (std::size_t i = 0; i < cells.size(); ++i) {
        line += cells[i];
        if (i + 1 < cells.size()) line.append(widths_[i] - columns_of(cells[i]) + 2, ' ');
      }
      while (line.ends_with(' ')) line.pop_back();
      out.add(line);
    }
  }

 private:
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::size_t> widths_;
};

}  // namespace connlint
