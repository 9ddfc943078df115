#include "linter/model/flags.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

TEST(Flags, are_words_between_commas) {
  EXPECT_TRUE(has_flag("Tls, Integrated", "tls"));
  EXPECT_TRUE(has_flag("Tls,Integrated", "Integrated"));
  EXPECT_FALSE(has_flag("BasicAuthRequireTLS", "BasicAuth"));
  EXPECT_FALSE(has_flag("", "Tls"));
}

TEST(Flags, others_than_one) {
  EXPECT_FALSE(has_other_flag("Default", "default"));
  EXPECT_FALSE(has_other_flag("", "Default"));
  EXPECT_TRUE(has_other_flag("Default, DowngradeDnsFailures", "Default"));
}

}  // namespace
}  // namespace connlint
