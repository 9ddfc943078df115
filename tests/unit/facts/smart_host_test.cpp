#include "linter/facts/smart_host.h"

#include <string>

#include <gtest/gtest.h>

namespace connlint {
namespace {

using Form = SmartHostForm;

TEST(SmartHostOf, tells_names_from_addresses) {
  EXPECT_EQ(smart_host_of("relay.contoso.com").form, Form::name);
  EXPECT_EQ(smart_host_of("relay").form, Form::name);
  EXPECT_EQ(smart_host_of("relay.contoso.com.").form, Form::name);
  EXPECT_EQ(smart_host_of("192.0.2.20").form, Form::address);
  EXPECT_EQ(smart_host_of("2001:db8::25").form, Form::address);
  EXPECT_EQ(smart_host_of("[192.0.2.20]").form, Form::bracketed_address);
  EXPECT_EQ(smart_host_of("[IPv6:2001:db8::25]").form, Form::bracketed_address);
  EXPECT_EQ(smart_host_of("--").form, Form::own_servers);
}

TEST(SmartHostOf, finds_a_port_behind_the_host) {
  EXPECT_EQ(smart_host_of("relay.contoso.com:587").form, Form::with_port);
  EXPECT_EQ(smart_host_of("relay.contoso.com:587").host, "relay.contoso.com");
  EXPECT_EQ(smart_host_of("192.0.2.20:25").form, Form::with_port);
  EXPECT_EQ(smart_host_of("[2001:db8::25]:25").form, Form::with_port);
  EXPECT_EQ(smart_host_of("[2001:db8::25]:25").host, "2001:db8::25");
}

TEST(SmartHostOf, takes_nothing_else) {
  const std::string long_label(64, 'a');
  for (const std::string& text :
       {std::string(), std::string("smtp://relay.contoso.com"), std::string("relay contoso"),
        std::string("a@contoso.com"), std::string("192.0.2.300"), std::string("192.0.2"),
        std::string("[relay.contoso.com]"), std::string("relay..contoso.com"),
        std::string("-relay.contoso.com"), std::string("relay.contoso.com:smtp"),
        std::string("relay:25:25"), long_label}) {
    EXPECT_EQ(smart_host_of(text).form, Form::invalid) << text;
  }
}

TEST(SmartHostOf, keeps_the_host_without_brackets) {
  EXPECT_EQ(smart_host_of(" [192.0.2.20] ").host, "192.0.2.20");
  EXPECT_TRUE(smart_host_of("[192.0.2.20]").is_address());
  EXPECT_TRUE(smart_host_of("192.0.2.20").is_address());
  EXPECT_FALSE(smart_host_of("192.0.2.20:25").is_address());
}

}  // namespace
}  // namespace connlint
