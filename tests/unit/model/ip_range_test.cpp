#include "linter/model/ip_range.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

IpRange range(std::string_view text) { return parse_ip_range(text).value(); }

TEST(ParseIpAddress, reads_both_families) {
  EXPECT_EQ(parse_ip_address("192.0.2.1")->low, 0xC0000201U);
  EXPECT_EQ(parse_ip_address("2001:db8::1")->high, 0x20010DB800000000U);
  EXPECT_EQ(parse_ip_address("2001:db8::1")->low, 1U);
  EXPECT_EQ(parse_ip_address("1:2:3:4:5:6:7:8")->low, 0x0005000600070008U);
  EXPECT_EQ(parse_ip_address("::ffff:192.0.2.1")->low, 0xFFFFC0000201U);
  EXPECT_EQ(parse_ip_address("fe80::1%11"), parse_ip_address("fe80::1"));
  EXPECT_TRUE(parse_ip_address("::")->v6);
}

TEST(ParseIpAddress, refuses_what_is_none) {
  for (const char* text : {"", "1.2.3", "1.2.3.256", "1.2.3.-4", "1.2.3.4.5", "a.b.c.d", "1:2:3",
                           "1::2::3", "1:2:3:4:5:6:7:8:9", "12345::", "::g", ":", ":::"}) {
    EXPECT_FALSE(parse_ip_address(text)) << text;
  }
}

TEST(ParseIpRange, reads_every_documented_form) {
  EXPECT_EQ(range("192.0.2.7").first, range("192.0.2.7").last);
  EXPECT_EQ(range("192.0.2.1 - 192.0.2.9").last, parse_ip_address("192.0.2.9"));
  EXPECT_EQ(range("192.0.2.77/24"), range("192.0.2.0-192.0.2.255"));
  EXPECT_EQ(range("192.0.2.77(255.255.255.0)"), range("192.0.2.0-192.0.2.255"));
  EXPECT_EQ(range("2001:db8::cd3/60"), range("2001:db8::-2001:db8:0:f:ffff:ffff:ffff:ffff"));
  EXPECT_EQ(range("2001:db8::1/96"), range("2001:db8::-2001:db8::ffff:ffff"));
}

TEST(ParseIpRange, refuses_what_is_none) {
  for (const char* text :
       {"192.0.2.9-192.0.2.1", "192.0.2.1-2001:db8::1", "192.0.2.0/33", "192.0.2.0/-1",
        "192.0.2.0(255.0.255.0)", "192.0.2.0(255.255.255.0", "all", "2001:db8::/129"}) {
    EXPECT_FALSE(parse_ip_range(text)) << text;
  }
}

TEST(IsEverything, of_one_family) {
  EXPECT_TRUE(is_everything(range("0.0.0.0-255.255.255.255")));
  EXPECT_TRUE(is_everything(range("0.0.0.0/0")));
  EXPECT_TRUE(is_everything(range("::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")));
  EXPECT_TRUE(is_everything(range("::/0")));
  EXPECT_FALSE(is_everything(range("0.0.0.0-255.255.255.254")));
  EXPECT_FALSE(is_everything(range("::/1")));
}

TEST(ParseBinding, reads_what_versions_print) {
  EXPECT_EQ(parse_binding("0.0.0.0:25")->port, 25);
  EXPECT_EQ(parse_binding("[::]:587"), parse_binding(":::587"));
  EXPECT_TRUE(is_any_address(parse_binding("[::]:25")->address));
  EXPECT_FALSE(is_any_address(parse_binding("192.0.2.1:25")->address));
  for (const char* text : {"25", "192.0.2.1", "192.0.2.1:65536", "192.0.2.1:", "host:25"}) {
    EXPECT_FALSE(parse_binding(text)) << text;
  }
}

}  // namespace
}  // namespace connlint
