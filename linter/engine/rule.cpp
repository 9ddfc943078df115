#include "linter/engine/rule.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "linter/facts/only_code.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// `text` without the quotes around it.
std::string_view unquoted(std::string_view text) {
  const bool quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
                      text.back() == text.front();
  return quoted ? text.substr(1, text.size() - 2) : text;
}

/// The values that a default means as the configuration file would write it: `[a, b]`, `a`, `3`.
std::vector<std::string> default_values(const OptionInfo& info) {
  std::string_view text = trim(info.default_value);
  if (info.type != OptionInfo::Type::texts) return {std::string(unquoted(text))};
  if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
  std::vector<std::string> values;
  for (std::string_view piece : split(text, ',')) {
    if (!trim(piece).empty()) values.emplace_back(unquoted(trim(piece)));
  }
  return values;
}

/// The name of an object, else what else identifies it.
std::string display_name(const Object& object) {
  for (Property property : {Property::name, Property::dn, Property::guid}) {
    if (!object.text(property).empty()) return std::string(object.text(property));
  }
  return {};
}

}  // namespace

Options::Options(std::span<const OptionInfo> infos,
                 std::map<std::string, std::vector<std::string>> values) {
  for (const OptionInfo& info : infos) {
    const auto given = values.find(std::string(info.name));
    values_.emplace(info.name,
                    given == values.end() ? default_values(info) : std::move(given->second));
  }
}

std::vector<std::string> Options::texts(std::string_view name) const {
  const auto found = values_.find(name);
  assert(found != values_.end());
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

bool Options::lists(std::string_view name, std::string_view word) const {
  const auto found = values_.find(name);
  assert(found != values_.end());
  return found != values_.end() && std::ranges::any_of(found->second, [&](std::string_view text) {
           return equals_ignoring_case(text, word);
         });
}

std::string Options::text(std::string_view name) const {
  const std::vector<std::string> values = texts(name);
  return values.empty() ? std::string() : values.front();
}

std::int64_t Options::number(std::string_view name) const {
  return parse_integer(text(name)).value_or(0);
}

bool Options::flag(std::string_view name) const { return equals_ignoring_case(text(name), "true"); }

std::vector<std::string_view> words_of(Profile profiles) {
  constexpr std::array kWords = {
      std::pair(Profile::recommended, std::string_view("recommended")),
      std::pair(Profile::coexistence, std::string_view("coexistence")),
      std::pair(Profile::decommission_2003, std::string_view("decommission-2003")),
      std::pair(Profile::security, std::string_view("security"))};
  std::vector<std::string_view> words;
  for (const auto& [profile, word] : kWords) {
    if ((profiles | profile) == profiles) words.push_back(word);
  }
  return words;
}

std::vector<std::string_view> sources_of(const Rule& rule) {
  std::vector<std::string_view> sources;
  for (std::string_view source : split(rule.sources, ';')) sources.push_back(trim(source));
  return sources;
}

Sink::Sink(const RuleEntry& rule, const Organization& organization)
    : rule_(rule), organization_(organization), severity_(rule.rule.severity) {
  if (is_code_only(organization)) severity_ = rule.rule.severity_in_code.value_or(severity_);
}

Finding& Sink::add(Span where, Subject subject, std::string message) {
  Finding& finding = findings_.emplace_back();
  finding.code = rule_.rule.code;
  finding.rule = rule_.name;
  finding.severity = severity_;
  finding.subject = std::move(subject);
  finding.message = std::move(message);
  finding.where = where;
  return finding;
}

void Sink::not_judged(const Unjudged& unknown, std::string_view reason) {
  if (!unknown.empty()) unjudged_.push_back(unknown.text(reason));
}

Subject subject_of(const Organization& organization, const Connector& connector) {
  Subject subject = subject_of(connector);
  if (connector.home) {
    subject.home = display_name(organization, *connector.home);
  } else if (connector.kind == ConnectorKind::receive) {
    // Names of Receive connectors are unique only on their server (New-ReceiveConnector).
    subject.home = connector.text(Property::server);
  }
  return subject;
}

Subject subject_of(const Object& object) {
  return {
      .kind = std::string(name_of(object.object_kind())), .name = display_name(object), .home = {}};
}

Subject subject_named(ObjectKind kind, std::string_view name) {
  return {.kind = std::string(name_of(kind)), .name = std::string(name), .home = {}};
}

}  // namespace connlint
