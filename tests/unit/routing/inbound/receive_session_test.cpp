// Sessions: twenty questions over four organisations, worked by hand from "Receive connectors"
// (2016 and 2019, with its table of default connectors), "Understanding Receive Connectors" (2007),
// "Allow anonymous relay on Exchange servers" and New-ReceiveConnector.
#include "linter/routing/inbound/receive_session.h"

#include "tests/unit/routing/routing_fixture.h"

namespace connlint::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// An organisation and sessions to its servers.
class Sessions {
 public:
  explicit Sessions(const std::string& text) : organization_(organization_from(text)) {}

  [[nodiscard]] SessionAnswer ask(std::string_view to, std::string_view sender) const {
    const Result<SessionQuery> query = session_query(organization_, to, sender);
    EXPECT_TRUE(query.ok()) << to << ' ' << sender;
    return query.ok() ? receive_session(organization_, query.value()) : SessionAnswer{};
  }
  /// `accepted by Relay, relay yes`, `refused`.
  [[nodiscard]] std::string outcome(std::string_view to, std::string_view sender) const {
    const SessionAnswer answer = ask(to, sender);
    std::string text(word_of(answer.verdict));
    if (!answer.connector) return text;
    text += " by " + std::string(organization_.connector(*answer.connector).name());
    switch (answer.relay) {
      case Relay::no: return text + ", relay no";
      case Relay::unknown: return text + ", relay unknown";
      case Relay::external:
      case Relay::anonymous: break;
    }
    return text + ", relay yes";
  }
  /// What decided about a connector.
  [[nodiscard]] std::string why(std::string_view to, std::string_view sender,
                                std::string_view connector) const {
    for (const SessionCandidate& candidate : ask(to, sender).candidates) {
      if (organization_.connector(candidate.connector).name() != connector) continue;
      return std::string(word_of(candidate.outcome)) + ": " + candidate.detail;
    }
    return "no such connector";
  }
  [[nodiscard]] const Organization& organization() const { return organization_; }

 private:
  Organization organization_;
};

std::string everywhere() {
  return "['::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '0.0.0.0-255.255.255.255']";
}

std::string receive(const std::string& name, const std::string& bindings, const std::string& ranges,
                    const std::string& auth, const std::string& groups,
                    const std::string& more = "") {
  return "  - {name: '" + name +
         "', kind: receive, server: EX01, enabled: true, bindings: " + bindings +
         ", remote_ip_ranges: " + ranges + ", auth_mechanism: '" + auth +
         "', permission_groups: '" + groups + "'" + more + "}\n";
}

constexpr const char* kAllAuth = "Tls, Integrated, BasicAuth, BasicAuthRequireTLS, ExchangeServer";

/// The five connectors that setup of Exchange 2016/2019 makes.
std::string fresh_2019() {
  const auto both = [](const std::string& port) {
    return "['[::]:" + port + "', '0.0.0.0:" + port + "']";
  };
  return "connlint: 1\n"
         "servers: [{name: EX01, version: '15.2 (Build 1544.4)', roles: [mailbox], site: HQ}]\n"
         "connectors:\n" +
         receive("Default Frontend EX01", both("25"), everywhere(), kAllAuth,
                 "AnonymousUsers, ExchangeServers, ExchangeLegacyServers",
                 ", transport_role: FrontendTransport, max_message_size: 36MB") +
         receive("Client Frontend EX01", both("587"), everywhere(),
                 "Tls, Integrated, BasicAuth, BasicAuthRequireTLS", "ExchangeUsers",
                 ", transport_role: FrontendTransport, max_message_size: 36MB") +
         receive("Outbound Proxy Frontend EX01", both("717"), everywhere(), kAllAuth,
                 "ExchangeServers", ", transport_role: FrontendTransport, max_message_size: 36MB") +
         receive("Default EX01", both("2525"), everywhere(), kAllAuth,
                 "ExchangeUsers, ExchangeServers, ExchangeLegacyServers",
                 ", transport_role: HubTransport, max_message_size: 36MB") +
         receive("Client Proxy EX01", both("465"), everywhere(), kAllAuth,
                 "ExchangeUsers, ExchangeServers",
                 ", transport_role: HubTransport, max_message_size: 36MB");
}

TEST(FreshServer2019, takes_each_port_by_its_default_connector) {
  const Sessions in(fresh_2019());
  EXPECT_EQ(in.outcome("EX01", "198.51.100.7"), "accepted by Default Frontend EX01, relay no");
  EXPECT_EQ(in.outcome("EX01:587", "10.1.1.5"), "accepted by Client Frontend EX01, relay no");
  EXPECT_EQ(in.outcome("EX01:2525", "10.1.1.5"), "accepted by Default EX01, relay no");
  EXPECT_EQ(in.outcome("ex01.contoso.com:25", "2001:db8::25"),
            "accepted by Default Frontend EX01, relay no");
  EXPECT_EQ(in.outcome("EX01:26", "10.1.1.5"), "refused");
}

TEST(FreshServer2019, tells_what_a_sender_may_do) {
  const Sessions in(fresh_2019());
  const SessionAnswer internet = in.ask("EX01", "198.51.100.7");
  EXPECT_THAT(internet.authentication, ElementsAre("Tls", "Integrated", "BasicAuth",
                                                   "BasicAuthRequireTLS", "ExchangeServer"));
  EXPECT_THAT(internet.permission_groups,
              ElementsAre("AnonymousUsers", "ExchangeServers", "ExchangeLegacyServers"));
  ASSERT_NE(internet.max_message_size, nullptr);
  EXPECT_EQ(to_text(*internet.max_message_size), "36MB");
  EXPECT_THAT(in.ask("EX01:587", "10.1.1.5").reason, HasSubstr("530 5.7.1"));
  EXPECT_EQ(in.why("EX01", "198.51.100.7", "Default EX01"),
            "other-port: bound to [::]:2525, 0.0.0.0:2525");
}

/// Relays with ranges within each other, beside the connector for everybody.
std::string relays() {
  return fresh_2019() +
         receive("Relay Network", "['0.0.0.0:25']", "['10.1.0.0/16']", "Tls", "AnonymousUsers",
                 ", transport_role: FrontendTransport") +
         receive("Relay Printer", "['0.0.0.0:25']", "['10.1.1.0-10.1.1.15', 10.9.9.9]", "Tls",
                 "AnonymousUsers, Custom",
                 ", transport_role: FrontendTransport, extended_right_allow_entries: ['NT "
                 "AUTHORITY\\ANONYMOUS LOGON=ms-Exch-SMTP-Accept-Any-Recipient']") +
         receive("Relay Scanner", "['0.0.0.0:25']", "[10.1.1.5]", "Tls, ExternalAuthoritative",
                 "ExchangeServers",
                 ", transport_role: FrontendTransport, max_message_size: 100MB") +
         "  - {name: Relay Old, kind: receive, server: EX01, enabled: false, bindings: "
         "['0.0.0.0:25'], "
         "remote_ip_ranges: [10.1.1.6], auth_mechanism: Tls, permission_groups: AnonymousUsers}\n";
}

TEST(NestedRelays, the_most_specific_range_takes_the_session) {
  const Sessions in(relays());
  EXPECT_EQ(in.outcome("EX01", "10.1.1.5"), "accepted by Relay Scanner, relay yes");
  EXPECT_EQ(in.outcome("EX01", "10.1.1.6"), "accepted by Relay Printer, relay yes");
  EXPECT_EQ(in.outcome("EX01", "10.1.1.16"), "accepted by Relay Network, relay no");
  EXPECT_EQ(in.outcome("EX01", "10.9.9.9"), "accepted by Relay Printer, relay yes");
  EXPECT_EQ(in.outcome("EX01", "10.2.0.1"), "accepted by Default Frontend EX01, relay no");
  EXPECT_EQ(in.outcome("EX01:587", "10.1.1.5"), "accepted by Client Frontend EX01, relay no");
}

TEST(NestedRelays, why_the_others_do_not) {
  const Sessions in(relays());
  EXPECT_THAT(in.why("EX01", "10.1.1.5", "Relay Network"),
              HasSubstr("less-specific: range '10.1.0.0/16'"));
  EXPECT_THAT(in.why("EX01", "10.1.1.6", "Relay Scanner"),
              HasSubstr("no-range: none of its 1 range"));
  EXPECT_EQ(in.why("EX01", "10.1.1.6", "Relay Old"), "disabled: disabled");
}

/// An Edge Transport server with two network cards.
std::string edge() {
  return "connlint: 1\n"
         "servers: [{name: EX01, version: '15.2 (Build 1544.4)', roles: [edge-transport]}]\n"
         "connectors:\n" +
         receive("Internal", "['10.0.0.5:25']", "['10.0.0.0/8']", "Tls, ExchangeServer",
                 "ExchangeServers") +
         receive("External", "['192.0.2.5:25']", everywhere(), "Tls", "AnonymousUsers, Partners") +
         receive("Local", "['127.0.0.1:25']", everywhere(), "Tls", "AnonymousUsers");
}

TEST(EdgeServer, the_local_address_decides_before_the_range) {
  const Sessions in(edge());
  // Only the card to the outside has a range for it; loopback is not reached from elsewhere.
  EXPECT_EQ(in.outcome("EX01", "198.51.100.7"), "accepted by External, relay no");
  // Both cards take it: which, the question does not say.
  EXPECT_EQ(in.outcome("EX01", "10.0.0.77").substr(0, 15), "model-dependent");
  EXPECT_THAT(
      in.why("EX01", "198.51.100.7", "Local"),
      HasSubstr(
          "other-port: bound to 127.0.0.1:25, where a session from 198.51.100.7 does not arrive"));
  EXPECT_EQ(in.outcome("EX01", "2001:db8::25"), "refused");
}

/// Exchange 2007: two connectors, no transport roles.
std::string exchange_2007() {
  return "connlint: 1\n"
         "servers:\n"
         "  - {name: EX01, version: '8.3 (Build 83.6)', roles: [hub-transport, mailbox], site: "
         "HQ}\n"
         "  - {name: EX02, version: '8.3 (Build 83.6)', roles: [hub-transport], site: HQ}\n"
         "connectors:\n" +
         receive("Default EX01", "['[::]:25', '0.0.0.0:25']", everywhere(), kAllAuth,
                 "ExchangeUsers, ExchangeServers, ExchangeLegacyServers",
                 ", max_message_size: 10MB") +
         receive("Client EX01", "['[::]:587', '0.0.0.0:587']", everywhere(),
                 "Tls, Integrated, BasicAuth, BasicAuthRequireTLS", "ExchangeUsers") +
         receive("Fax", "['0.0.0.0:25']", "[192.0.2.33]", "Tls", "AnonymousUsers, Custom");
}

TEST(Exchange2007, takes_sessions_by_its_two_connectors) {
  const Sessions in(exchange_2007());
  EXPECT_EQ(in.outcome("EX01", "198.51.100.7"), "accepted by Default EX01, relay no");
  EXPECT_THAT(in.ask("EX01", "198.51.100.7").reason, HasSubstr("530 5.7.1"));
  EXPECT_EQ(in.outcome("EX01:587", "10.1.1.5"), "accepted by Client EX01, relay no");
  // Rights were added that the export does not show.
  EXPECT_EQ(in.outcome("EX01", "192.0.2.33"), "accepted by Fax, relay unknown");
  EXPECT_EQ(in.outcome("EX02", "192.0.2.33"), "unknown");
}

TEST(SessionQuestion, says_what_was_expected) {
  const Sessions in(fresh_2019());
  const auto error = [&](std::string_view to, std::string_view sender) {
    const Result<SessionQuery> query = session_query(in.organization(), to, sender);
    return query.ok() ? std::string("no error") : query.error().message;
  };
  EXPECT_EQ(error("EX10", "10.1.1.5"), "--to: no server is named 'EX10'");
  EXPECT_THAT(error("EX01:99999", "10.1.1.5"), HasSubstr("a port from 1 to 65535"));
  EXPECT_THAT(error("EX01", "10.1.1"), HasSubstr("expected an IP address"));
}

TEST(SessionSearch, is_unknown_where_a_connector_may_be_closer) {
  const Sessions in(fresh_2019() +
                    "  - {name: Half, kind: receive, server: EX01, bindings: ['0.0.0.0:25'], "
                    "enabled: true}\n");
  EXPECT_EQ(in.outcome("EX01", "10.1.1.5").substr(0, 7), "unknown");
  EXPECT_EQ(in.why("EX01", "10.1.1.5", "Half"),
            "not-evaluated: no input tells its remote addresses");
}

TEST(SessionSearch, leaves_equal_ranges_open) {
  const Sessions in(fresh_2019() + receive("Twin", "['0.0.0.0:25']", "['0.0.0.0-255.255.255.255']",
                                           "Tls", "AnonymousUsers"));
  EXPECT_EQ(in.ask("EX01", "10.1.1.5").verdict, SessionVerdict::model_dependent);
}

}  // namespace
}  // namespace connlint::test
