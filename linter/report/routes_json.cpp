// `connlint/route/1` and `connlint/types/1`.
#include <nlohmann/json.hpp>

#include "linter/report/json_text.h"
#include "linter/report/route_text.h"
#include "linter/report/routes.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

using Json = nlohmann::ordered_json;

Json place_of(const PlaceName& place) {
  return {{"kind", word_of(place.kind)}, {"name", place.name}};
}

Json names_of(const Organization& organization, const std::vector<ConnectorId>& ids) {
  Json names = Json::array();
  for (ConnectorId id : ids) names.push_back(organization.connector(id).name());
  return names;
}

Json path_of(const std::vector<PlaceName>& path) {
  Json places = Json::array();
  for (const PlaceName& place : path) places.push_back(place_of(place));
  return places;
}

Json cost_of(const std::optional<Costs>& cost) {
  if (!cost) return nullptr;
  Json value = {
      {"total", cost->total}, {"address_space", cost->address_space}, {"path", cost->path}};
  if (cost->legacy) value["legacy"] = *cost->legacy;
  if (cost->site) value["site"] = *cost->site;
  return value;
}

Json query_of(const AnsweredQuery& answered) {
  const Query& query = answered.query;
  Json value = {{"address", query.address.written},
                {"type", query.address.type},
                {"value", query.address.value},
                {"from", place_of(answered.route.from)},
                {"size", nullptr},
                {"client", nullptr}};
  if (query.size) value["size"] = *query.size;
  if (answered.client != Client::none) {
    value["client"] = answered.client == Client::cached ? "cached" : "online";
  }
  return value;
}

Json candidates_of(const std::vector<Candidate>& candidates) {
  Json list = Json::array();
  for (const Candidate& candidate : candidates) {
    Json value = {{"connector", candidate.name},
                  {"space", nullptr},
                  {"outcome", word_of(candidate.outcome)},
                  {"detail", candidate.detail}};
    if (!candidate.space.empty()) value["space"] = candidate.space;
    list.push_back(std::move(value));
  }
  return list;
}

Json route_of(const Organization& organization, const AnsweredQuery& answered) {
  const Route& route = answered.route;
  Json value = {
      {"query", query_of(answered)},
      {"gate", {{"verdict", word_of(answered.gate.verdict)}, {"reason", answered.gate.reason}}},
      {"verdict", word_of(route.verdict)},
      {"connectors", names_of(organization, route.answer.connectors)},
      {"path", path_of(route.answer.path)},
      {"stops", route.answer.stops},
      {"cost", cost_of(route.answer.cost)},
      {"reason", route.answer.reason}};
  if (route.not_found) {
    value["not_found"] = {{"verdict", word_of(route.not_found->verdict)},
                          {"connectors", names_of(organization, route.not_found->connectors)},
                          {"reason", route.not_found->reason}};
  }
  if (!route.alternatives.empty()) {
    Json alternatives = Json::array();
    for (const Answer& other : route.alternatives) {
      alternatives.push_back({{"connectors", names_of(organization, other.connectors)},
                              {"path", path_of(other.path)},
                              {"cost", cost_of(other.cost)},
                              {"reason", other.reason}});
    }
    value["alternatives"] = std::move(alternatives);
  }
  value["candidates"] = candidates_of(route.candidates);
  return value;
}

Json client_list_of(const ClientListState& client) {
  Json restart = Json::array();
  if (!client.lacking.empty()) {
    if (client.store_restart) restart.push_back("Information Store");
    restart.push_back("Outlook");
  }
  return {
      {"types", client.types}, {"stale", !client.lacking.empty()}, {"restart", std::move(restart)}};
}

Json types_of(const Organization& organization, const AnsweredTypes& answered) {
  const Server& server = organization.server(answered.types.server);
  Json types = Json::array();
  for (const GivenType& given : answered.types.types) {
    if (given.after_restart) continue;
    types.push_back(
        {{"type", given.type}, {"connectors", names_of(organization, given.connectors)}});
  }
  Json missing = Json::array();
  for (const MissingType& type : answered.types.missing) missing.push_back(type.type);
  Json value = {{"server", server.name()}, {"site", nullptr}, {"known", answered.types.known}};
  if (server.site) value["site"] = organization.site(*server.site).name();
  value["types"] = std::move(types);
  value["missing"] = std::move(missing);
  if (answered.client) value["client_list"] = client_list_of(*answered.client);
  return value;
}

}  // namespace

std::string route_json(const Organization& organization, const AnsweredQuery& answered) {
  std::string text;
  const std::string value = json_text(route_of(organization, answered));
  for (std::string_view line : split(trim(value), '\n')) {
    text += text.empty() ? "    " : "\n    ";
    text += line;
  }
  return text;
}

std::string types_json(const Organization& organization, std::span<const AnsweredTypes> servers) {
  Json list = Json::array();
  for (const AnsweredTypes& answered : servers) list.push_back(types_of(organization, answered));
  return json_text({{"schema", "connlint/types/1"}, {"servers", std::move(list)}});
}

}  // namespace connlint
