#include "tests/support/markdown_cases.h"

#include <map>

#include <fmt/format.h>

#include "linter/support/text.h"

namespace connlint::test {
namespace {

/// Walks over the lines of a document once.
class DocumentReader {
 public:
  explicit DocumentReader(RuleDocument& document) : document_(document) {}

  void run() {
    for (line_ = 0; line_ < document_.lines.size(); ++line_) {
      const std::string& line = document_.lines[line_];
      if (line.starts_with("```")) {
        read_block(std::string(trim(line.substr(3))));
      } else if (line.starts_with("### ")) {
        begin_example(line.substr(4));
      } else if (line.starts_with("# ") || line.starts_with("## ")) {
        document_.headings.push_back(line);
        in_examples_ = line == "## Examples";
      } else {
        read_text(line);
      }
    }
    finish_example();
  }

 private:
  void problem(std::string text) {
    document_.problems.push_back(fmt::format("line {}: {}", line_ + 1, text));
  }

  void read_text(const std::string& line) {
    if (line == "<!-- facts -->") {
      document_.facts.begin = line_ + 1;
    } else if (line == "<!-- /facts -->") {
      document_.facts.end = line_;
      document_.has_facts = document_.facts.begin > 0;
    } else if (line.size() > 3 && line.starts_with('`') && line.ends_with("`:")) {
      file_name_ = line.substr(1, line.size() - 3);
    }
  }

  void begin_example(std::string title) {
    finish_example();
    if (!in_examples_) problem("an example outside of '## Examples'");
    document_.examples.push_back({.title = std::move(title),
                                  .line = line_ + 1,
                                  .files = {},
                                  .findings = {},
                                  .findings_lines = {},
                                  .has_findings = false});
  }

  void finish_example() {
    if (document_.examples.empty()) return;
    const Example& example = document_.examples.back();
    if (!example.has_findings) problem("no ```findings block in '" + example.title + "'");
    if (example.files.empty()) problem("no input file in '" + example.title + "'");
  }

  void read_block(const std::string& language) {
    const std::size_t begin = line_ + 1;
    std::size_t end = begin;
    while (end < document_.lines.size() && document_.lines[end] != "```") ++end;
    if (end == document_.lines.size()) problem("the code block has no end");
    std::string text;
    for (std::size_t i = begin; i < end; ++i) text += document_.lines[i] + "\n";
    line_ = end;
    if (!in_examples_) return;
    if (document_.examples.empty()) return problem("a code block before the first example");
    Example& example = document_.examples.back();
    if (example.has_findings) return problem("a code block after the findings of the example");
    if (language == "findings") {
      example.findings = std::move(text);
      example.findings_lines = {begin, end};
      example.has_findings = true;
      return;
    }
    const std::string name = file_name_.empty() ? "input.yaml" : file_name_;
    for (const ExampleFile& file : example.files) {
      if (file.name == name) problem("two files of the name " + name);
    }
    example.files.push_back({name, std::move(text)});
    file_name_.clear();
  }

  RuleDocument& document_;
  std::size_t line_ = 0;
  bool in_examples_ = false;
  std::string file_name_;
};

}  // namespace

RuleDocument parse_rule_document(std::string_view text) {
  RuleDocument document;
  for (std::string_view line : split(text, '\n')) document.lines.emplace_back(line);
  if (!document.lines.empty() && document.lines.back().empty()) document.lines.pop_back();
  DocumentReader(document).run();
  return document;
}

std::string rewritten(const RuleDocument& document, const std::string& title,
                      const std::string& facts, const std::vector<std::string>& findings) {
  struct Replacement {
    std::size_t end;
    std::string text;
  };
  std::map<std::size_t, Replacement> replacements;
  if (!document.lines.empty() && document.lines.front().starts_with("# ")) {
    replacements.emplace(0, Replacement{1, title + "\n"});
  }
  if (document.has_facts) {
    replacements.emplace(document.facts.begin, Replacement{document.facts.end, facts});
  }
  for (std::size_t i = 0; i < document.examples.size(); ++i) {
    const Example& example = document.examples[i];
    if (!example.has_findings) continue;
    replacements.emplace(example.findings_lines.begin,
                         Replacement{example.findings_lines.end, findings.at(i)});
  }
  std::string out;
  for (std::size_t line = 0; line < document.lines.size();) {
    const auto found = replacements.find(line);
    if (found != replacements.end()) {
      out += found->second.text;
      line = found->second.end;
      replacements.erase(found);
      continue;
    }
    out += document.lines[line++] + "\n";
  }
  return out;
}

}  // namespace connlint::test
