// The documents of rules as tests: their headings, their facts and their examples.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace connlint::test {

/// Lines of a document, from `begin` up to but without `end`; both count from 0.
struct LineRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// An input file of an example.
struct ExampleFile {
  std::string name;
  std::string text;
};

/// An example: its input files and the findings that it states.
struct Example {
  /// `Bad: no connector has the types`.
  std::string title;
  /// Of the heading, from 1.
  std::size_t line = 0;
  std::vector<ExampleFile> files;
  /// What stands between the fences of its findings block.
  std::string findings;
  LineRange findings_lines;
  /// Whether it has such a block, as its last one.
  bool has_findings = false;
};

/// A document of a rule, taken apart.
struct RuleDocument {
  std::vector<std::string> lines;
  /// `# ...` and `## ...`, in order, outside of code blocks.
  std::vector<std::string> headings;
  /// The lines between the marks of the facts; empty range at 0 where there are none.
  LineRange facts;
  bool has_facts = false;
  std::vector<Example> examples;
  /// What is wrong with its form.
  std::vector<std::string> problems;
};

/// Takes a document apart. A fenced block below a `###` heading is an input file (named by the line
/// `` `NAME`: `` before it, else `input.yaml`); a block of the language `findings` ends the
/// example.
RuleDocument parse_rule_document(std::string_view text);

/// The document with another title (`# CL101 name`), other facts and findings; `findings` has one
/// text for each example.
std::string rewritten(const RuleDocument& document, const std::string& title,
                      const std::string& facts, const std::vector<std::string>& findings);

}  // namespace connlint::test
