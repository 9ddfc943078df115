// What the documents of rules must say, worked out from the rules themselves.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "linter/engine/rule.h"
#include "tests/support/markdown_cases.h"
#include "tests/support/text_file.h"

namespace connlint::test {

/// The path of a rule's document in the source folder.
std::filesystem::path document_path(const RuleEntry& entry);
/// The document as it stands in the source folder.
RuleDocument read_document(const RuleEntry& entry);

/// `# CL214 tls-domain-missing`.
std::string title_of(const RuleEntry& entry);
/// The table of facts, line by line.
std::string facts_of(const Rule& rule);
/// The index of all rules and what they cover of other checkers: rules/README.md.
std::string index_of(std::span<const RuleEntry> rules);

/// What the rules of the default profile (CL907 only in its own document, which `code` tells) find
/// in the files of an example, as `--format text` shows it but for the lines of the files; then
/// what could not be read.
std::string findings_of(const Example& example, std::string_view code);

/// Rewrites title, facts and findings of a document.
void update_document(const RuleEntry& entry);

}  // namespace connlint::test
