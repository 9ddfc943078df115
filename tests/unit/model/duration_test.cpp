#include "linter/model/duration.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

TEST(ParseDuration, reads_what_cmdlets_print) {
  EXPECT_EQ(parse_duration("00:10:00"), 600);
  EXPECT_EQ(parse_duration("1.00:00:00"), 86400);
  EXPECT_EQ(parse_duration("14.01:02:03"), 1213323);
  EXPECT_EQ(parse_duration(" 00:00:01.5000000 "), 1);
  EXPECT_EQ(parse_duration("-00:00:05"), -5);
}

TEST(ParseDuration, refuses_what_is_none) {
  for (const char* text : {"", "10", "10:00", "24:00:00", "00:60:00", "00:00:60", "a:b:c",
                           "1.:00:00", ".00:00:00", "00:00:00:00", "99999999999.00:00:00"}) {
    EXPECT_FALSE(parse_duration(text)) << text;
  }
}

}  // namespace
}  // namespace connlint
