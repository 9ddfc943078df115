// One organisation in every format that can hold it: what each states is the same, what each loses
// is listed in tests/golden/mixed-2003-2007/formats.txt, together with the findings that are lost
// with it and those that only what a format knows more gives. CONNLINT_UPDATE_GOLDEN=1 writes the
// list.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "linter/support/text.h"
#include "tests/support/program_run.h"
#include "tests/support/text_file.h"

namespace connlint::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr const char* kOrganization = "fixtures/organizations/mixed-2003-2007";
constexpr const char* kFormats = "fixtures/formats/mixed-2003-2007";
constexpr const char* kGolden = "tests/golden/mixed-2003-2007/formats.txt";

Json shown(const std::string& path) {
  const ProgramRun outcome = run_connlint({"show", "--no-config", "--format", "json", path});
  EXPECT_EQ(outcome.status, 0) << path << "\n" << outcome.err;
  return Json::parse(outcome.out);
}

/// An object's place in `show`: its list, its kind where it has one, its name.
std::string key_of(const std::string& list, const Json& object) {
  if (object.is_string()) return list + " '" + object.get<std::string>() + "'";
  const std::string kind = object.value("kind", "");
  return list + (kind.empty() ? "" : " of kind " + kind) + " '" + object.value("name", "") + "'";
}

/// The objects of all lists by their key; a text stands for an object that has only a name.
std::map<std::string, Json> objects_of(const Json& organization) {
  std::map<std::string, Json> objects;
  for (const auto& [list, value] : organization.items()) {
    if (!value.is_array()) continue;
    for (const Json& object : value) objects.emplace(key_of(list, object), object);
  }
  return objects;
}

/// The value without what differs between shells: SP1 and later print no `Local:`. Where no list
/// describes the routing groups, their administrative group stands at each reference.
Json comparable(const std::string& property, Json value) {
  if (property == "home" || property == "target" || property == "routing_group") {
    const std::string text = value.get<std::string>();
    return text.substr(text.find('\\') + 1);
  }
  if (!value.is_array()) return value;
  for (Json& item : value) {
    if (!item.is_string()) continue;
    const std::string text = item.get<std::string>();
    if (text.starts_with("Local:")) item = text.substr(6);
  }
  return value;
}

/// The findings but for those that speak of the export itself.
std::set<std::string> findings_of(const std::string& path) {
  const ProgramRun outcome = run_connlint({"check", "--no-config", "--format", "json", path});
  EXPECT_NE(outcome.status, 2) << path << "\n" << outcome.err;
  std::set<std::string> found;
  const Json report = Json::parse(outcome.out);
  for (const Json& finding : report.at("findings")) {
    const std::string code = finding.at("code");
    if (code.starts_with("CL90")) continue;
    const Json& subject = finding.at("subject");
    found.insert(code + " " + subject.at("kind").get<std::string>() + " '" +
                 subject.at("name").get<std::string>() + "' " +
                 finding.at("fingerprint").get<std::string>());
  }
  return found;
}

std::string lines_of(const std::string& heading, const std::set<std::string>& items) {
  std::string text = "  " + heading + ":\n";
  for (const std::string& item : items) text += "    " + item + "\n";
  return items.empty() ? "" : text;
}

/// What is in `a` and not in `b`, without the fingerprints that end each.
std::set<std::string> missing(const std::set<std::string>& a, const std::set<std::string>& b) {
  std::set<std::string> out;
  for (const std::string& item : a) {
    if (!b.contains(item)) out.insert(item.substr(0, item.rfind(' ')));
  }
  return out;
}

/// What the format in `folder` loses. A value that differs is a failure.
std::string losses_of(const std::string& folder) {
  const std::map<std::string, Json> wanted = objects_of(shown(kOrganization));
  const std::map<std::string, Json> found = objects_of(shown(folder));
  std::set<std::string> objects;
  std::set<std::string> properties;
  for (const auto& [key, object] : wanted) {
    const auto same = found.find(key);
    if (same == found.end()) {
      objects.insert(key);
      continue;
    }
    const std::string list = key.substr(0, key.find(' '));
    if (!object.is_object() || !same->second.is_object()) continue;
    for (const auto& [property, value] : object.items()) {
      if (!same->second.contains(property)) {
        properties.insert(list + "." + property);
      } else {
        EXPECT_EQ(comparable(property, same->second.at(property)), comparable(property, value))
            << folder << ": " << key << "." << property;
      }
    }
  }
  for (const auto& [key, object] : found)
    EXPECT_TRUE(wanted.contains(key)) << folder << ": " << key;
  const std::set<std::string> all = findings_of(kOrganization);
  const std::set<std::string> here = findings_of(folder);
  return lines_of("objects lost", objects) + lines_of("properties lost", properties) +
         lines_of("findings lost", missing(all, here)) +
         lines_of("findings of what is known only here", missing(here, all));
}

TEST(Formats, StateTheSameButForWhatEachLoses) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kFormats)) {
    names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  std::string losses;
  for (const std::string& name : names) {
    losses += name + "\n" + losses_of(std::string(kFormats) + "/" + name);
  }

  if (test::updates_golden()) test::write_text(kGolden, losses);
  EXPECT_EQ(names, (std::vector<std::string>{"clixml", "csv", "csvde", "dsc", "json", "ldif",
                                             "list", "powershell", "yaml"}));
  EXPECT_EQ(losses, test::read_text(kGolden));
}

}  // namespace
}  // namespace connlint::test
