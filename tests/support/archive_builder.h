// Makes .zip archives in memory.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace connlint::test {

/// An archive of these files: names, which are taken as they are, and contents.
std::string archive_of(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace connlint::test
