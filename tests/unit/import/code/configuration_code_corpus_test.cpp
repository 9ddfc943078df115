// The scripts of CONNLINT_CORPUS against what a real PowerShell bound: what is resolved equals
// that, what cannot be known without running is unresolved.
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "linter/formats/format.h"
#include "linter/formats/powershell/numbers.h"
#include "linter/import/code/parameters.h"
#include "linter/import/values.h"
#include "linter/source/source_store.h"
#include "linter/support/text.h"
#include "tests/support/record_text.h"

namespace connlint {
namespace {

const std::filesystem::path kScripts =
    std::filesystem::path(CONNLINT_CORPUS) / "powershell/scripts";

/// A value as one text for comparing: lists in brackets, null as `null`, truth values in lower
/// case. Nothing where it is unresolved.
std::optional<std::string> text_of(const Value& value) {
  if (value.loss != Loss::none) return std::nullopt;
  if (value.kind == ValueKind::null) return "null";
  if (value.kind == ValueKind::list) {
    std::string text = "[";
    for (const Value& item : value.items) {
      const std::optional<std::string> part = text_of(item);
      if (!part) return std::nullopt;
      text += *part + "|";
    }
    return text + "]";
  }
  const std::string text(value.text.value);
  if (value.quoted) return text;
  if (const std::optional<std::string> number = script_number(text)) return *number;
  return text == "True" ? "true" : text == "False" ? "false" : text;
}

std::string text_of(const nlohmann::json& value) {
  if (value.is_null()) return "null";
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return value.dump();
  std::string text = "[";
  for (const nlohmann::json& item : value) text += text_of(item) + "|";
  return text + "]";
}

/// A command of a script with its arguments; those without a value are unresolved.
struct Call {
  std::uint32_t line = 0;
  std::string command;
  std::map<std::string, std::optional<std::string>> parameters;
};

class CallCollector : public RecordSink {
 public:
  CallCollector(const SourceStore& store, const SourceFile& file) : store_(store), file_(file) {}

  void record(const Record& record) override {
    const CodeCmdlet cmdlet = code_cmdlet_named(record.types.front().value);
    if (cmdlet.noun == nullptr) return;
    std::vector<Note> notes;
    const std::optional<BoundCommand> bound = bind_command(cmdlet, record, file_, notes);
    ASSERT_TRUE(bound) << notes.front().message;
    Call call;
    call.line = store_.begin(record.where).line;
    call.command = record.types.front().value;
    for (const BoundArgument& argument : bound->arguments) {
      call.parameters[std::string(argument.parameter)] = text_of(argument.stated.value);
    }
    calls.push_back(std::move(call));
  }
  void note(Note note) override { ADD_FAILURE() << note.message; }

  std::vector<Call> calls;

 private:
  const SourceStore& store_;
  const SourceFile& file_;
};

bool same(const std::string& found, const nlohmann::json& expected) {
  const std::string wanted = text_of(expected);
  // One value is a list of one where the parameter takes a list.
  return found == wanted || "[" + found + "|]" == wanted;
}

void expect_same(const Call& call, const nlohmann::json& expected, const std::string& where) {
  for (const auto& [name, value] : call.parameters) {
    if (!value) continue;
    bool stated = false;
    for (const auto& [wanted, wanted_value] : expected.at("parameters").items()) {
      if (!std::equal(wanted.begin(), wanted.end(), name.begin(), name.end(),
                      [](char a, char b) { return std::tolower(a) == std::tolower(b); })) {
        continue;
      }
      stated = true;
      EXPECT_TRUE(same(*value, wanted_value)) << where << " " << name << ": " << *value;
    }
    EXPECT_TRUE(stated) << where << " " << name;
  }
}

TEST(ScriptCorpus, ResolvedValuesAreThoseThatPowerShellBound) {
  std::map<std::string, int> unresolved;
  const std::string text = bytes_of((kScripts / "expected.json").string());
  for (const nlohmann::json& script : nlohmann::json::parse(text)) {
    const auto name = script.at("file").get<std::string>();
    SourceStore store;
    const SourceFile& file = store.add(name, bytes_of((kScripts / name).string()));
    ASSERT_TRUE(claims_powershell(file.text)) << name;
    CallCollector collector(store, file);
    read_powershell(file, collector);
    for (const nlohmann::json& expected : script.at("calls")) {
      const auto line = expected.at("line").get<std::uint32_t>();
      const std::string where = name + ":" + std::to_string(line);
      // A line may hold several commands; the one that binds the same name, or none, is meant.
      const Call* match = nullptr;
      for (const Call& call : collector.calls) {
        const auto named = call.parameters.find("Name");
        const bool other =
            call.line != line || (named != call.parameters.end() && named->second &&
                                  expected.at("parameters").contains("Name") &&
                                  *named->second != expected.at("parameters").at("Name"));
        if (!other && match == nullptr) match = &call;
      }
      ASSERT_NE(match, nullptr) << where;
      EXPECT_TRUE(equals_ignoring_case(match->command, expected.at("command").get<std::string>()));
      expect_same(*match, expected, where);
      if (match->parameters.empty()) ++unresolved[name];
      for (const auto& [parameter, value] : match->parameters) unresolved[name] += value ? 0 : 1;
    }
    for (const Call& call : collector.calls) {
      bool ran = false;
      for (const nlohmann::json& expected : script.at("calls")) {
        ran = ran || expected.at("line").get<std::uint32_t>() == call.line;
      }
      EXPECT_TRUE(ran) << name << ":" << call.line << " did not run";
    }
  }
  // The parameters of the calls that only a run tells.
  std::erase_if(unresolved, [](const auto& entry) { return entry.second == 0; });
  const std::map<std::string, int> wanted = {{"10-computed.ps1", 1}, {"13-conditions.ps1", 2}};
  EXPECT_EQ(unresolved, wanted);
}

}  // namespace
}  // namespace connlint
