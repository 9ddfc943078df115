// Files of the project that tests compare with, and rewrite where they are asked to.
#pragma once

#include <filesystem>
#include <string>

namespace connlint::test {

/// The whole text of a file; empty where it cannot be read.
std::string read_text(const std::filesystem::path& path);
/// Replaces a file at once, so that tests that run side by side never see half of it. Makes its
/// folder where there is none.
void write_text(const std::filesystem::path& path, const std::string& text);
/// Whether the run rewrites expected texts instead of comparing with them (CONNLINT_UPDATE_GOLDEN).
bool updates_golden();

}  // namespace connlint::test
