// Own domains: twenty addresses over six organisations, worked by hand from "Recipient resolution",
// "Accepted domains", "Connector selection" and "Edge Subscriptions" (Exchange Server 2016/2019)
// and New-SendConnector.
#include "tests/unit/routing/routing_fixture.h"

namespace connlint::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// One server in one site, with connectors for everything and for a partner's domain.
std::string with_domains(const std::string& domains) {
  return "connlint: 1\n"
         "servers:\n"
         "  - {name: EX01, version: '15.2 (Build 1544.4)', roles: [mailbox], site: HQ}\n" +
         domains +
         "connectors:\n"
         "  - {name: Internet, kind: send, address_spaces: ['SMTP:*;1'], dns_routing: true, scope: "
         "organization, enabled: true, source_servers: [EX01]}\n"
         "  - {name: Partner, kind: send, address_spaces: ['SMTP:partner.fabrikam.com;1'], "
         "dns_routing: "
         "true, scope: organization, enabled: true, source_servers: [EX01]}\n";
}

/// An Edge Transport server as a subscription leaves it.
std::string edge(const std::string& domains) {
  return "connlint: 1\n"
         "servers:\n"
         "  - {name: EDGE01, version: '15.2 (Build 1544.4)', roles: [edge-transport]}\n" +
         domains +
         "connectors:\n"
         "  - {name: EdgeSync - Inbound to HQ, kind: send, address_spaces: ['SMTP:--;100'], "
         "smart_hosts: "
         "['--'], dns_routing: false, scope: organization, enabled: true, source_servers: "
         "[EDGE01]}\n"
         "  - {name: EdgeSync - HQ to Internet, kind: send, address_spaces: ['SMTP:*;100'], "
         "smart_hosts: "
         "[], dns_routing: true, scope: organization, enabled: true, source_servers: [EDGE01]}\n";
}

/// What becomes of a recipient that is not found: `ndr`, `routed by Internet`, or nothing.
std::string not_found(const Case& in, const Route& route) {
  if (!route.not_found) return {};
  std::string text(word_of(route.not_found->verdict));
  for (const std::string& name : in.names(route.not_found->connectors)) text += " by " + name;
  return text;
}

/// `internal, else ndr`, `routed by Internet`.
std::string outcome(const Case& in, std::string_view address, std::string_view from = "EX01") {
  const Route route = in.route(address, from);
  std::string text(word_of(route.verdict));
  for (const std::string& name : in.chosen(route)) text += " by " + name;
  for (const Answer& other : route.alternatives) {
    text += ", or";
    for (const std::string& name : in.names(other.connectors)) text += " " + name;
  }
  if (route.not_found) text += ", else " + not_found(in, route);
  return text;
}

TEST(OwnDomains, of_each_type_go_where_the_directory_and_connectors_send_them) {
  const Case in(
      organization_from(with_domains("accepted_domains:\n"
                                     "  - {name: contoso.com, type: authoritative, default: true}\n"
                                     "  - {name: shared.contoso.com, type: internal-relay}\n"
                                     "  - {name: partner.fabrikam.com, type: external-relay}\n")));
  EXPECT_EQ(outcome(in, "u@contoso.com"), "internal, else ndr");
  EXPECT_EQ(outcome(in, "u@CONTOSO.com"), "internal, else ndr");
  EXPECT_EQ(outcome(in, "u@shared.contoso.com"), "internal, else routed by Internet");
  EXPECT_EQ(outcome(in, "u@partner.fabrikam.com"), "routed by Partner");
  EXPECT_EQ(outcome(in, "u@other.contoso.com"), "routed by Internet");
  EXPECT_EQ(outcome(in, "u@example.net"), "routed by Internet");
}

TEST(OwnDomains, with_subdomains_take_those_that_no_closer_domain_takes) {
  const Case in(organization_from(with_domains(
      "accepted_domains:\n"
      "  - {name: contoso.com, type: authoritative, default: true, match_sub_domains: true}\n"
      "  - {name: '*.fabrikam.com', type: internal-relay}\n"
      "  - {name: mail.fabrikam.com, type: authoritative}\n")));
  EXPECT_EQ(outcome(in, "u@deep.sub.contoso.com"), "internal, else ndr");
  EXPECT_EQ(outcome(in, "u@xcontoso.com"), "routed by Internet");
  EXPECT_EQ(outcome(in, "u@partner.fabrikam.com"), "internal, else routed by Partner");
  EXPECT_EQ(outcome(in, "u@mail.fabrikam.com"), "internal, else ndr");
}

TEST(OwnDomains, names_of_directory_entries_are_looked_up) {
  const Case in(organization_from(with_domains(
      "accepted_domains: [{name: contoso.com, type: authoritative, default: true}]\n")));
  EXPECT_EQ(outcome(in, "EX:/o=Contoso/ou=Site/cn=Recipients/cn=doe"), "internal, else ndr");
  EXPECT_EQ(outcome(in, "IMCEAEX-_o=Contoso_ou=Site_cn=Recipients_cn=doe@contoso.com"),
            "internal, else ndr");
  EXPECT_EQ(outcome(in, "FAX:0171"), "ndr");
}

TEST(OwnDomains, of_which_mailboxes_are_known_return_what_is_none_of_them) {
  const Case in(organization_from(with_domains(
      "accepted_domains: [{name: contoso.com, type: authoritative, default: true}]\n"
      "recipients:\n"
      "  - {name: Doe, email_addresses: ['SMTP:doe@contoso.com', 'smtp:j.doe@contoso.com']}\n"
      "  - {name: Desk, email_addresses: ['SMTP:desk@contoso.com'], target_address: "
      "'SMTP:desk@partner.fabrikam.com'}\n")));
  EXPECT_EQ(outcome(in, "J.Doe@contoso.com"), "internal, else ndr");
  EXPECT_EQ(outcome(in, "nobody@contoso.com"), "ndr");
  EXPECT_EQ(outcome(in, "desk@contoso.com"), "routed by Partner");
}

TEST(OwnDomains, on_an_edge_server_are_those_of_the_connector_to_the_inside) {
  const Case in(
      organization_from(edge("accepted_domains:\n"
                             "  - {name: contoso.com, type: authoritative, default: true}\n"
                             "  - {name: shared.contoso.com, type: internal-relay}\n"
                             "  - {name: fabrikam.com, type: external-relay}\n"
                             "  - {name: '*.wide.contoso.com', type: authoritative}\n")));
  EXPECT_EQ(outcome(in, "u@contoso.com", "EDGE01"), "routed by EdgeSync - Inbound to HQ");
  EXPECT_EQ(outcome(in, "u@shared.contoso.com", "EDGE01"), "routed by EdgeSync - Inbound to HQ");
  EXPECT_EQ(outcome(in, "u@fabrikam.com", "EDGE01"), "routed by EdgeSync - HQ to Internet");
  EXPECT_EQ(outcome(in, "u@a.wide.contoso.com", "EDGE01"),
            "model-dependent by EdgeSync - HQ to Internet, or EdgeSync - Inbound to HQ");
  EXPECT_EQ(outcome(in, "FAX:1", "EDGE01"), "ndr");
}

TEST(OwnDomains, that_no_input_tells_are_said_to_be_unknown) {
  const Case in(organization_from(with_domains("")));
  const Route route = in.route("u@contoso.com", "EX01");
  EXPECT_EQ(route.verdict, Verdict::routed);
  EXPECT_THAT(in.chosen(route), ElementsAre("Internet"));
  EXPECT_THAT(route.answer.reason, HasSubstr("no input tells the accepted domains"));
  EXPECT_FALSE(route.not_found);
}

TEST(OwnDomains, of_unknown_type_depend_on_it) {
  const Case in(organization_from(with_domains("accepted_domains: [{name: contoso.com}]\n")));
  EXPECT_EQ(outcome(in, "u@contoso.com"), "model-dependent by Internet, or");
}

TEST(OwnDomains, internal_answers_have_neither_way_nor_connector) {
  const Case in(organization_from(with_domains(
      "accepted_domains: [{name: contoso.com, type: authoritative, default: true}]\n")));
  const Route route = in.route("u@contoso.com", "EX01");
  EXPECT_TRUE(route.counts_as_routed());
  EXPECT_THAT(route.answer.connectors, IsEmpty());
  EXPECT_THAT(route.answer.path, IsEmpty());
  EXPECT_FALSE(route.answer.cost);
  EXPECT_THAT(route.answer.reason, HasSubstr("'contoso.com' is an authoritative accepted domain"));
  EXPECT_EQ(outcome_of(route, "Internet"), Outcome::not_evaluated);
}

}  // namespace
}  // namespace connlint::test
