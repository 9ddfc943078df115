#include "linter/engine/config.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "linter/formats/format.h"
#include "linter/support/suggestion.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::array<std::string_view, 5> kKeys = {"inputs", "required_address_types", "fail_on",
                                                   "profile", "rules"};
constexpr std::array<std::string_view, 4> kFailOnWords = {"error", "warning", "info", "never"};
constexpr std::array<std::string_view, 4> kSeverityWords = {"error", "warning", "info", "off"};
constexpr std::string_view kSeverityKey = "severity";

/// Whether there is nothing but comments, blank lines and document marks, as in a file in which
/// every setting is commented out.
bool says_nothing(std::string_view text) {
  for (std::string_view line : split(text, '\n')) {
    const std::string_view words = trim(line);
    if (!words.empty() && words.front() != '#' && words != "---" && words != "...") return false;
  }
  return true;
}

/// What an option's value must be, for messages.
std::string_view expectation(OptionInfo::Type type) {
  switch (type) {
    case OptionInfo::Type::number: return "a number";
    case OptionInfo::Type::text: return "a text";
    case OptionInfo::Type::texts: return "a list of texts";
    case OptionInfo::Type::boolean: return "true or false";
  }
  return {};
}

/// Whether a scalar can be the value of an option of that type.
bool fits(const Value& value, OptionInfo::Type type) {
  const std::string_view text = value.text.value;
  switch (type) {
    case OptionInfo::Type::number: return !value.quoted && parse_integer(text).has_value();
    case OptionInfo::Type::boolean: return !value.quoted && (text == "true" || text == "false");
    case OptionInfo::Type::text: return true;
    case OptionInfo::Type::texts: return false;
  }
  return false;
}

/// Takes the records of the file and fills a `Config`.
class ConfigReader : public RecordSink {
 public:
  explicit ConfigReader(const RuleRegistry& registry) : registry_(registry) {}

  void record(const Record& record) override {
    if (record.container.value.empty()) {
      for (const Field& field : record.fields) read_key(field);
      return;
    }
    // A list of objects, which no key takes.
    const Text& key = record.container;
    if (lists_.insert(std::string(key.value)).second) wrong_list(key);
  }

  void note(Note note) override {
    if (note.kind != NoteKind::ignored) reading_.problems.push_back(std::move(note));
  }

  ConfigReading finish() {
    std::ranges::stable_sort(reading_.problems, {},
                             [](const Note& note) { return note.where.begin; });
    return std::move(reading_);
  }

 private:
  void problem(Span where, std::string message) {
    reading_.problems.push_back(
        {.kind = NoteKind::unreadable, .message = std::move(message), .where = where});
  }

  void wrong_list(const Text& key) {
    if (std::ranges::find(kKeys, key.value) == kKeys.end()) {
      problem(key.where, unknown_word("key", key.value, kKeys));
    } else if (key.value == "rules") {
      problem(key.where,
              "'rules' is a list: expected an object such as {CL106: {severity: warning}}");
    } else {
      problem(key.where, fmt::format("'{}' holds objects: expected texts", key.value));
    }
  }

  void read_key(const Field& field) {
    const std::string_view key = field.name.value;
    Config& config = reading_.config;
    if (key == "inputs") {
      read_texts(field, config.inputs);
    } else if (key == "required_address_types") {
      read_texts(field, config.required_address_types);
    } else if (key == "fail_on") {
      read_fail_on(field);
    } else if (key == "profile") {
      read_profile(field);
    } else if (key == "rules") {
      read_rules(field);
    } else {
      problem(field.name.where, unknown_word("key", key, kKeys));
    }
  }

  /// The text of a scalar that is not empty, or null after a problem.
  const Text* read_text(const Field& field) {
    if (field.value.kind == ValueKind::text && !trim(field.value.text.value).empty()) {
      return &field.value.text;
    }
    problem(field.value.text.where, fmt::format("'{}': expected a text", field.name.value));
    return nullptr;
  }

  void read_texts(const Field& field, std::vector<Located<std::string>>& texts) {
    if (field.value.kind != ValueKind::list) {
      problem(field.value.text.where,
              fmt::format("'{}': expected a list such as [a, b]", field.name.value));
      return;
    }
    for (const Value& item : field.value.items) {
      const std::string_view text = trim(item.text.value);
      if (item.kind == ValueKind::text && !text.empty()) {
        texts.push_back({.value = std::string(text), .where = item.text.where});
      } else {
        problem(item.text.where, fmt::format("'{}': expected a text", field.name.value));
      }
    }
  }

  void read_fail_on(const Field& field) {
    const Text* text = read_text(field);
    if (text == nullptr) return;
    reading_.config.fail_on = fail_on_named(text->value);
    if (!reading_.config.fail_on) {
      problem(text->where, unknown_word("value of 'fail_on'", text->value, kFailOnWords));
    }
  }

  void read_profile(const Field& field) {
    const Text* text = read_text(field);
    if (text == nullptr) return;
    if (std::ranges::find(profiles(), text->value) == profiles().end()) {
      problem(text->where, unknown_word("profile", text->value, profiles()));
      return;
    }
    reading_.config.profile = std::string(text->value);
  }

  void read_rules(const Field& field) {
    if (field.value.kind == ValueKind::null) return;
    if (field.value.kind != ValueKind::record || field.value.record == nullptr) {
      problem(field.value.text.where,
              "'rules': expected an object such as {CL106: {severity: warning}}");
      return;
    }
    for (const Field& rule : field.value.record->fields) read_rule(rule);
  }

  void read_rule(const Field& field) {
    const RuleEntry* entry = registry_.find(field.name.value);
    if (entry == nullptr) {
      problem(field.name.where, registry_.unknown(field.name.value));
      return;
    }
    if (field.value.kind != ValueKind::record || field.value.record == nullptr) {
      problem(field.value.text.where,
              fmt::format("'{}': expected an object such as {{severity: off}}", field.name.value));
      return;
    }
    const auto [setting, added] = reading_.config.rules.try_emplace(std::string(entry->rule.code));
    if (!added) {
      problem(field.name.where,
              fmt::format("rule {} ('{}') is set twice", entry->rule.code, entry->name));
    }
    for (const Field& part : field.value.record->fields)
      read_setting(part, *entry, setting->second);
  }

  void read_setting(const Field& field, const RuleEntry& entry, RuleSetting& setting) {
    if (field.name.value == kSeverityKey) {
      read_severity(field, setting);
      return;
    }
    const auto option = std::ranges::find(entry.rule.options, field.name.value, &OptionInfo::name);
    if (option == entry.rule.options.end()) {
      std::vector<std::string_view> known = {kSeverityKey};
      for (const OptionInfo& other : entry.rule.options) known.push_back(other.name);
      problem(field.name.where, unknown_word(fmt::format("option of rule '{}'", entry.name),
                                             field.name.value, known));
      return;
    }
    read_option(field, *option, setting);
  }

  void read_severity(const Field& field, RuleSetting& setting) {
    const Text* text = read_text(field);
    if (text == nullptr) return;
    setting.off = text->value == "off";
    setting.severity = severity_named(text->value);
    if (!setting.off && !setting.severity) {
      problem(text->where, unknown_word("severity", text->value, kSeverityWords));
    }
  }

  void read_option(const Field& field, const OptionInfo& option, RuleSetting& setting) {
    std::vector<std::string> values;
    bool good = false;
    if (option.type == OptionInfo::Type::texts) {
      good = field.value.kind == ValueKind::list;
      for (const Value& item : field.value.items) {
        good = good && item.kind == ValueKind::text;
        values.emplace_back(item.text.value);
      }
    } else {
      good = field.value.kind == ValueKind::text && fits(field.value, option.type);
      values.emplace_back(field.value.text.value);
    }
    if (!good) {
      problem(field.value.text.where,
              fmt::format("'{}': expected {}", option.name, expectation(option.type)));
      return;
    }
    setting.options[std::string(option.name)] = std::move(values);
  }

  const RuleRegistry& registry_;
  ConfigReading reading_;
  /// The keys already complained about that hold lists of objects.
  std::set<std::string, std::less<>> lists_;
};

}  // namespace

std::optional<FailOn> fail_on_named(std::string_view word) {
  if (equals_ignoring_case(word, "never")) return FailOn{.least = std::nullopt};
  const std::optional<Severity> severity = severity_named(word);
  return severity ? std::optional(FailOn{.least = severity}) : std::nullopt;
}

std::span<const std::string_view> fail_on_words() { return kFailOnWords; }

std::span<const std::string_view> config_keys() { return kKeys; }

ConfigReading read_config(const SourceFile& file, const RuleRegistry& registry) {
  if (says_nothing(file.text)) return {};
  ConfigReader reader(registry);
  read_yaml(file, reader);
  return reader.finish();
}

}  // namespace connlint
