// All that the file of a rule needs but for what its subject asks for: what a rule is, what it
// looks at, where it reports, and the words of messages.
// A rule is a short description and a free function over an immutable organisation.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "linter/engine/finding.h"
#include "linter/engine/shared_facts.h"
#include "linter/facts/enabled_connectors.h"
#include "linter/model/organization.h"
#include "linter/model/wording.h"
#include "linter/routing/routing_model.h"
#include "linter/support/text.h"

namespace connlint {

/// What a rule must know before it can say anything; where it is missing the rule is not-evaluated.
struct Need {
  ObjectKind kind{};
  /// The property that at least one object of the kind must state, where the kind alone is not
  /// enough.
  std::optional<Property> property = std::nullopt;
};

/// A threshold or list that is a matter of the site.
struct OptionInfo {
  std::string_view name;
  enum class Type : std::uint8_t { number, text, texts, boolean } type = Type::number;
  /// As the configuration file would write it.
  std::string_view default_value;
  std::string_view summary;
};

/// The profiles of a rule, as bits; the profile `all` holds every rule.
enum class Profile : std::uint8_t {
  recommended = 1,
  coexistence = 2,
  decommission_2003 = 4,
  security = 8,
};
constexpr Profile operator|(Profile a, Profile b) {
  return static_cast<Profile>(static_cast<std::uint8_t>(a) | static_cast<std::uint8_t>(b));
}
/// The words of the profiles: `recommended`, `coexistence`, `decommission-2003`, `security`.
std::vector<std::string_view> words_of(Profile profiles);

struct Context;
class Sink;
/// The check of a rule. It cannot fail: given an organisation it returns.
using Check = void (*)(const Context& in, Sink& out);

/// What the code of a rule says of it. Name, subject and summary come from its document
/// (`RuleEntry`).
struct Rule {
  std::string_view code;
  Severity severity = Severity::warning;
  Confidence confidence = Confidence::documented;
  Profile profiles{};
  std::vector<Need> needs = {};
  /// Articles, events or cmdlets, each after the first behind `; `: `KB 959956; New-SendConnector`.
  std::string_view sources;
  std::vector<OptionInfo> options = {};
  /// Instead of `severity` where all inputs are code (`is_code_only`): what a cmdlet refuses fails
  /// when the code runs.
  std::optional<Severity> severity_in_code = std::nullopt;
  /// The product generations it speaks of: the rule is not-applicable where the inputs hold servers
  /// of known versions and none of them is in the range.
  Generation from = Generation::exchange_55;
  Generation to = Generation::exchange_2019;
  Check check = nullptr;
};
/// The sources of a rule one by one.
std::vector<std::string_view> sources_of(const Rule& rule);

/// A rule as the program knows it: with its document and what comes from that.
struct RuleEntry {
  Rule rule;
  /// Of the file: `tls-domain-missing`.
  std::string_view name;
  /// Of the folder: the kind of object that its findings point at.
  std::string_view subject;
  /// The first sentence of the document, without final stop.
  std::string_view summary;
  /// Markdown.
  std::string_view document;
  /// `rules/connector/tls-domain-missing.md`.
  std::string_view path;
};

/// The options of a rule: what the configuration sets, else the defaults.
class Options {
 public:
  Options(std::span<const OptionInfo> infos,
          std::map<std::string, std::vector<std::string>> values);
  /// The value of an option that the rule declares.
  [[nodiscard]] std::int64_t number(std::string_view name) const;
  [[nodiscard]] bool flag(std::string_view name) const;
  [[nodiscard]] std::string text(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> texts(std::string_view name) const;
  /// Whether the list holds the word, without regard to case.
  [[nodiscard]] bool lists(std::string_view name, std::string_view word) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

/// What the inputs lack of one kind of object, and the rules that therefore cannot be evaluated.
struct Lack {
  ObjectKind kind{};
  /// Whether an export can show it; else it can only be declared in an organisation file.
  bool exported = true;
  /// By name; empty where there is no object of the kind at all.
  std::vector<std::string_view> properties;
  /// By code.
  std::vector<std::string_view> codes;
};
/// `site links (Get-AdSiteLink | Export-Clixml), needed by CL406, CL414 and CL415`. Of the
/// properties that many are named, the others counted.
std::string text_of(const Lack& lack, std::size_t named = std::string_view::npos);

/// What a rule looks at. References into the run; a rule keeps none of them.
struct Context {
  const Organization& organization;
  const RoutingModel& routing;
  const SharedFacts& facts;
  const Options& options;
  /// What the inputs lack for the rules of this run.
  std::span<const Lack> lacks = {};
};

/// `connector 'Fax'` as a subject.
Subject subject_of(const Organization& organization, const Connector& connector);
/// The object of that kind and name as a subject.
Subject subject_named(ObjectKind kind, std::string_view name);
/// Any other object as a subject.
Subject subject_of(const Object& object);

/// Where a rule puts what it has to say. Messages are format strings, checked when they are
/// compiled.
class Sink {
 public:
  Sink(const RuleEntry& rule, const Organization& organization);

  /// Reports a finding about a property of an object: at the place of its value, with its name as
  /// the detail. The caller may change the returned finding.
  template <class Thing, class... Values>
  Finding& report(const Thing& object, Property property, fmt::format_string<Values...> message,
                  Values&&... values) {
    Finding& finding =
        report(object.place_of(property), object, message, std::forward<Values>(values)...);
    finding.detail = name_of(property);
    return finding;
  }
  /// About an address space of a connector: at the place of the space, with what identifies it as
  /// the detail.
  template <class... Values>
  Finding& report(const Connector& connector, const AddressSpace& space,
                  fmt::format_string<Values...> message, Values&&... values) {
    Finding& finding = report(space.where, connector, message, std::forward<Values>(values)...);
    finding.detail = identity_of(space);
    return finding;
  }
  /// About an object as a whole.
  template <class Thing, class... Values>
  Finding& report(const Thing& object, fmt::format_string<Values...> message, Values&&... values) {
    return report(object.where, object, message, std::forward<Values>(values)...);
  }
  /// About an object, the organisation or a `Subject`, at another place.
  template <class Thing, class... Values>
  Finding& report(Span where, const Thing& object, fmt::format_string<Values...> message,
                  Values&&... values) {
    return add(where, subject(object), fmt::format(message, std::forward<Values>(values)...));
  }

  /// Says that something could not be judged since the inputs do not tell: the reason names the
  /// object and what is not known. Makes the rule not-evaluated where it found nothing.
  template <class... Values>
  void not_judged(fmt::format_string<Values...> reason, Values&&... values) {
    unjudged_.push_back(fmt::format(reason, std::forward<Values>(values)...));
  }
  /// The same of all that was collected for the reason; nothing where nothing was.
  void not_judged(const Unjudged& unknown, std::string_view reason);
  /// Says that the organisation holds nothing that the rule speaks of.
  void not_applicable(std::string reason) { inapplicable_ = std::move(reason); }

  [[nodiscard]] std::vector<Finding>& findings() { return findings_; }
  [[nodiscard]] const std::vector<std::string>& unjudged() const { return unjudged_; }
  [[nodiscard]] const std::string& inapplicable() const { return inapplicable_; }

 private:
  Finding& add(Span where, Subject subject, std::string message);
  [[nodiscard]] Subject subject(const Connector& connector) const {
    return subject_of(organization_, connector);
  }
  static Subject subject(const Object& object) { return subject_of(object); }
  static Subject subject(const Organization& organization) {
    return subject_named(ObjectKind::organization, *organization.name);
  }
  static Subject subject(const Subject& subject) { return subject; }

  const RuleEntry& rule_;
  const Organization& organization_;
  Severity severity_;
  std::vector<Finding> findings_;
  std::vector<std::string> unjudged_;
  std::string inapplicable_;
};

/// All rules, in the order of the list in `rules/CMakeLists.txt`. Generated there.
std::span<const RuleEntry> rule_table();

/// A document that is no rule's: `connlint explain export`.
struct Topic {
  std::string_view name;
  std::string_view document;
};
/// All topics. Generated beside the rules.
std::span<const Topic> topic_table();

}  // namespace connlint
