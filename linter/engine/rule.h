// What a rule is: a constant description and a free function over an immutable organisation.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/engine/finding.h"
#include "linter/engine/shared_facts.h"
#include "linter/model/organization.h"
#include "linter/routing/routing_model.h"

namespace connlint {

/// What a rule must know before it can say anything; where it is missing the rule is not-evaluated.
struct Need {
  ObjectKind kind{};
  /// The property that at least one object of the kind must state, where the kind alone is not
  /// enough.
  std::optional<Property> property;
};

/// A threshold or list that is a matter of the site.
struct OptionInfo {
  std::string_view name;
  enum class Type : std::uint8_t { number, text, texts, boolean } type = Type::number;
  /// As the configuration file would write it.
  std::string_view default_value;
  std::string_view summary;
};

/// The description of a rule. All texts are string literals.
struct RuleInfo {
  std::string_view code;
  std::string_view name;
  Severity severity = Severity::warning;
  Confidence confidence = Confidence::documented;
  /// The folder of the rule: the kind of object that its finding points at.
  std::string_view subject;
  /// The first sentence of its document, without final stop.
  std::string_view summary;
  /// `recommended`, `coexistence`, `decommission-2003`, `security`; `all` holds every rule.
  std::span<const std::string_view> profiles;
  std::span<const Need> needs;
  /// Article, event or cmdlet: `KB 959956`, `event 5025`, `New-SendConnector`.
  std::span<const std::string_view> sources;
  std::span<const OptionInfo> options = {};
  /// The product generations it speaks of: the rule is not-applicable where the inputs hold servers
  /// of known versions and none of them is in the range.
  Generation from = Generation::exchange_55;
  Generation to = Generation::exchange_2019;
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

/// Where a rule puts what it has to say.
class Sink {
 public:
  explicit Sink(const RuleInfo& info) : info_(info) {}

  /// Reports a finding with the rule's own severity; the caller may change the returned finding.
  Finding& report(Span where, Subject subject, std::string message);
  /// Says that something could not be judged since the inputs do not tell: `reason` names the
  /// object and what is not known. Makes the rule not-evaluated where it found nothing.
  void not_judged(std::string reason);
  /// Says that the organisation holds nothing that the rule speaks of.
  void not_applicable(std::string reason);

  [[nodiscard]] std::vector<Finding>& findings() { return findings_; }
  [[nodiscard]] const std::vector<std::string>& unjudged() const { return unjudged_; }
  [[nodiscard]] const std::string& inapplicable() const { return inapplicable_; }

 private:
  const RuleInfo& info_;
  std::vector<Finding> findings_;
  std::vector<std::string> unjudged_;
  std::string inapplicable_;
};

/// The check of a rule. It cannot fail: given an organisation it returns.
using Check = void (*)(const Context& in, Sink& out);

/// A rule.
struct Rule {
  RuleInfo info;
  Check check = nullptr;
};

/// A rule with its document (Markdown) and the path of that document.
struct RuleEntry {
  const Rule* rule;
  std::string_view document;
  std::string_view path;
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

/// `connector 'Fax'` as a subject.
Subject subject_of(const Organization& organization, const Connector& connector);
/// The object of that kind and name as a subject.
Subject subject_named(ObjectKind kind, std::string_view name);
/// Any other object as a subject.
Subject subject_of(const Object& object);

}  // namespace connlint
