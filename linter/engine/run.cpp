#include "linter/engine/run.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "linter/engine/needs.h"
#include "linter/engine/shared_facts.h"
#include "linter/routing/routing_model.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

bool contains(const std::vector<const RuleEntry*>& entries, const RuleEntry* entry) {
  return std::ranges::find(entries, entry) != entries.end();
}

/// Why the rule does not run, or empty.
std::string why_disabled(const RuleEntry& entry, const Selection& selection) {
  if (contains(selection.ignore, &entry)) return "ignored by --ignore";
  if (!selection.select.empty()) {
    return contains(selection.select, &entry) ? std::string() : "not among the selected rules";
  }
  const auto setting = selection.settings.find(entry.rule.code);
  if (setting != selection.settings.end()) {
    if (setting->second.off) return "turned off by the configuration";
    if (setting->second.severity) return {};
  }
  if (selection.profile == "all") return {};
  const std::vector<std::string_view> profiles = words_of(entry.rule.profiles);
  const bool in_profile = std::ranges::find(profiles, selection.profile) != profiles.end();
  return in_profile ? std::string() : fmt::format("not in the profile '{}'", selection.profile);
}

/// Kind and name of the objects of which there are two or more.
using SharedNames = std::set<std::pair<std::string, std::string>>;

template <class T>
void add_shared_names(const std::vector<T>& objects, SharedNames& shared) {
  std::unordered_set<std::string> seen;
  seen.reserve(objects.size());
  for (const Object& object : objects) {
    const auto [name, added] = seen.insert(lower(object.name()));
    if (!added) shared.emplace(name_of(object.object_kind()), *name);
  }
}

SharedNames shared_names(const Organization& organization) {
  SharedNames shared;
  add_shared_names(organization.connectors, shared);
  add_shared_names(organization.routing_groups, shared);
  add_shared_names(organization.servers, shared);
  add_shared_names(organization.recipients, shared);
  return shared;
}

/// Runs rules on one organisation.
class Run {
 public:
  Run(const Organization& organization, const Selection& selection, const RuleRegistry& registry)
      : organization_(organization),
        selection_(selection),
        routing_(organization),
        facts_(organization),
        shared_names_(shared_names(organization)),
        lacks_(lacks_of(registry)) {}

  /// What becomes of the rule; its findings go into `findings`.
  RuleOutcome apply(const RuleEntry& entry, std::vector<Finding>& findings) const {
    RuleOutcome outcome{.rule = &entry, .outcome = Evaluation::disabled, .reason = {}};
    outcome.reason = why_disabled(entry, selection_);
    if (!outcome.reason.empty()) return outcome;
    outcome.outcome = Evaluation::not_applicable;
    outcome.reason = out_of_range(entry.rule, organization_);
    if (!outcome.reason.empty()) return outcome;
    outcome.outcome = Evaluation::not_evaluated;
    outcome.reason = missing_needs(entry.rule, organization_.coverage);
    outcome.lacks_input = !outcome.reason.empty();
    if (outcome.lacks_input) return outcome;
    check(entry, outcome, findings);
    return outcome;
  }

  [[nodiscard]] const std::vector<Lack>& lacks() const { return lacks_; }

 private:
  /// What the inputs lack for the rules that run.
  [[nodiscard]] std::vector<Lack> lacks_of(const RuleRegistry& registry) const {
    std::vector<Lack> lacks;
    for (const RuleEntry* entry : registry.all()) {
      if (!why_disabled(*entry, selection_).empty()) continue;
      if (!out_of_range(entry->rule, organization_).empty()) continue;
      add_lacks(lacks, entry->rule, organization_.coverage);
    }
    return lacks;
  }

  void check(const RuleEntry& entry, RuleOutcome& outcome, std::vector<Finding>& findings) const {
    const auto setting = selection_.settings.find(entry.rule.code);
    const bool set = setting != selection_.settings.end();
    const Options options(
        entry.rule.options,
        set ? setting->second.options : std::map<std::string, std::vector<std::string>>());
    Sink sink(entry, organization_);
    entry.rule.check({.organization = organization_,
                      .routing = routing_,
                      .facts = facts_,
                      .options = options,
                      .lacks = lacks_},
                     sink);
    outcome.outcome = Evaluation::evaluated;
    outcome.reason = unjudged(sink);
    if (sink.findings().empty() && !sink.unjudged().empty()) {
      outcome.outcome = Evaluation::not_evaluated;
    } else if (sink.findings().empty() && !sink.inapplicable().empty()) {
      outcome.outcome = Evaluation::not_applicable;
      outcome.reason = sink.inapplicable();
    }
    for (Finding& finding : sink.findings()) {
      if (set && setting->second.severity) finding.severity = *setting->second.severity;
      keep_home_where_needed(finding.subject);
      findings.push_back(std::move(finding));
    }
  }

  /// The reasons why something could not be judged, each once.
  static std::string unjudged(const Sink& sink) {
    std::vector<std::string> reasons;
    std::set<std::string_view> seen;
    for (const std::string& reason : sink.unjudged()) {
      if (seen.insert(reason).second) reasons.push_back(reason);
    }
    return join(reasons, "; ");
  }

  /// The home is part of a subject's identity only where the name alone is ambiguous, so that the
  /// same connector has one identity in inputs that know homes and in those that do not.
  void keep_home_where_needed(Subject& subject) const {
    if (!shared_names_.contains({subject.kind, lower(subject.name)})) subject.home.clear();
  }

  const Organization& organization_;
  const Selection& selection_;
  RoutingModel routing_;
  SharedFacts facts_;
  SharedNames shared_names_;
  std::vector<Lack> lacks_;
};

/// Order of spans as people read: by the names of the files, then by place.
class PlaceOrder {
 public:
  explicit PlaceOrder(const SourceStore& sources) {
    for (const SourceFile& file : sources.files()) names_.emplace_back(file.name);
  }
  /// Comparable with each other; valid as long as this object.
  [[nodiscard]] std::pair<std::string_view, std::uint32_t> key(Span span) const {
    return {names_.at(static_cast<std::size_t>(span.file)), span.begin};
  }

 private:
  std::vector<std::string> names_;
};

bool equal(const Related& a, const Related& b) {
  return a.message == b.message && a.where == b.where;
}

bool equal(const Finding& a, const Finding& b) {
  const auto fields = [](const Finding& finding) {
    return std::tie(finding.code, finding.severity, finding.subject.kind, finding.subject.name,
                    finding.subject.home, finding.message, finding.where, finding.detail);
  };
  return fields(a) == fields(b) &&
         std::ranges::equal(a.related, b.related,
                            [](const Related& x, const Related& y) { return equal(x, y); });
}

void sort_findings(std::vector<Finding>& findings, const PlaceOrder& order) {
  const auto key = [&](const Finding& finding) {
    return std::tuple(
        order.key(finding.where), finding.code, std::string_view(finding.subject.kind),
        std::string_view(finding.subject.name), std::string_view(finding.subject.home),
        std::string_view(finding.detail), std::string_view(finding.message));
  };
  std::ranges::stable_sort(findings,
                           [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
  findings.erase(std::unique(findings.begin(), findings.end(),
                             [](const Finding& a, const Finding& b) { return equal(a, b); }),
                 findings.end());
}

void sort_notes(std::vector<Note>& notes, const PlaceOrder& order) {
  const auto key = [&](const Note& note) {
    return std::tuple(order.key(note.where), note.located, note.kind,
                      std::string_view(note.message));
  };
  std::ranges::stable_sort(notes, [&](const Note& a, const Note& b) { return key(a) < key(b); });
  notes.erase(std::unique(notes.begin(), notes.end(),
                          [&](const Note& a, const Note& b) { return key(a) == key(b); }),
              notes.end());
}

}  // namespace

OrganizationReport run(RunInput input, const RuleRegistry& registry, const Selection& selection) {
  OrganizationReport report;
  report.name = *input.organization.name;
  report.sources = std::move(input.sources);
  report.notes = std::move(input.notes);
  report.counts = input.counts;
  for (const Secret& secret : input.organization.secrets) report.secrets.push_back(secret.where);
  const Run rules(input.organization, selection, registry);
  for (const RuleEntry* entry : registry.all()) {
    report.rules.push_back(rules.apply(*entry, report.findings));
  }
  report.lacks = rules.lacks();
  const PlaceOrder order(*report.sources);
  sort_findings(report.findings, order);
  sort_notes(report.notes, order);
  std::ranges::sort(report.secrets);
  return report;
}

}  // namespace connlint
