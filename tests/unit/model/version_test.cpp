#include "linter/model/version.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

struct Case {
  std::string_view text;
  std::string_view canonical;
  Generation generation;
};

// The forms of serialNumber, AdminDisplayVersion and hand-written files.
TEST(VersionTest, ReadsEveryForm) {
  const Case cases[] = {
      {"Version 8.1 (Build 30240.6)", "8.1 (Build 240.6)", Generation::exchange_2007},
      {"Version 8.1 (Build 240.6)", "8.1 (Build 240.6)", Generation::exchange_2007},
      {"8.1 (Build 240.6)", "8.1 (Build 240.6)", Generation::exchange_2007},
      {"8.1.240.6", "8.1 (Build 240.6)", Generation::exchange_2007},
      {"Version 8.0 (Build 0685)", "8.0 (Build 685.0)", Generation::exchange_2007},
      {"Version 6.5 (Build 7638.2: Service Pack 2)", "6.5 (Build 7638.2)",
       Generation::exchange_2003},
      {"Version 6.0 (Build 6249.4: Service Pack 3)", "6.0 (Build 6249.4)",
       Generation::exchange_2000},
      {"Version 5.5 (Build 2653.23)", "5.5 (Build 2653.23)", Generation::exchange_55},
      {"Version 14.3 (Build 30123.4)", "14.3 (Build 123.4)", Generation::exchange_2010},
      {"Version 15.0 (Build 1497.2)", "15.0 (Build 1497.2)", Generation::exchange_2013},
      {"Version 15.1 (Build 2507.6)", "15.1 (Build 2507.6)", Generation::exchange_2016},
      {"Version 15.2 (Build 1544.4)", "15.2 (Build 1544.4)", Generation::exchange_2019},
      {"8.1", "8.1 (Build 0.0)", Generation::exchange_2007},
  };
  for (const Case& expected : cases) {
    const std::optional<Version> version = parse_version(expected.text);
    ASSERT_TRUE(version) << expected.text;
    EXPECT_EQ(to_text(*version), expected.canonical);
    EXPECT_EQ(generation_of(*version), expected.generation) << expected.text;
  }
}

TEST(VersionTest, OtherTextsAreNoVersion) {
  for (std::string_view text :
       {"", "Version", "2003", "Exchange 2007", "8", "8.x", "99999999999999.1"}) {
    EXPECT_FALSE(parse_version(text)) << text;
  }
}

TEST(VersionTest, LegacyBuildsKeepTheirNumber) {
  EXPECT_EQ(parse_version("6.5 (Build 30001.0)")->build, 30001);
}

}  // namespace
}  // namespace connlint
