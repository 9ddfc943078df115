// Every construct of the language is read, and the command behind it still is: constructs.txt holds
// them by topic.
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "linter/formats/format.h"
#include "tests/support/record_text.h"

namespace connlint {
namespace {

struct Construct {
  std::string topic;
  std::string script;
};

/// The constructs of the file, without its first paragraph.
std::vector<Construct> constructs() {
  std::vector<Construct> found;
  const std::string text = bytes_of("tests/unit/formats/powershell/constructs.txt");
  std::string topic;
  std::string script;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = text.find('\n', begin);
    const std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line == "%%") {
      if (!topic.empty()) found.push_back({topic, std::exchange(script, {})});
      script.clear();
    } else if (line.starts_with("%% ")) {
      topic = line.substr(3);
    } else {
      script += line + "\n";
    }
  }
  return found;
}

TEST(PowerShellConstructsTest, EachIsReadAndSoIsTheCommandBehindIt) {
  std::map<std::string, int> counts;
  for (const Construct& construct : constructs()) {
    const std::string got =
        read_as_text(read_powershell, construct.script + "New-Z -Name 'last' -A 'b'\n");
    EXPECT_EQ(got.find("unreadable: "), std::string::npos) << construct.script << got;
    EXPECT_TRUE(got.ends_with("record <New-Z>\n  Name: \"last\" quoted\n  A: \"b\" quoted\n"))
        << construct.script << got;
    ++counts[construct.topic];
  }
  EXPECT_GE(counts.size(), 16U);
  for (const auto& [topic, count] : counts) EXPECT_GE(count, 4) << topic;
}

}  // namespace
}  // namespace connlint
