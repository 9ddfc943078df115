#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "linter/cli/command_line.h"
#include "linter/cli/commands/check.h"
#include "linter/cli/commands/explain.h"
#include "linter/cli/commands/route.h"
#include "linter/cli/commands/rules.h"
#include "linter/cli/commands/show.h"
#include "linter/cli/commands/types.h"
#include "linter/engine/report.h"

namespace connlint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using Arguments = std::vector<std::string>;

/// The options of a command, of its own type.
template <class T>
T options_of(const Arguments& arguments) {
  const Result<CommandLine> line = parse_command_line(arguments);
  EXPECT_TRUE(line.ok()) << line.error().message;
  return std::any_cast<T>(line.value().options);
}

CheckOptions check_options(const Arguments& arguments) {
  return options_of<CheckOptions>(arguments);
}

std::string error_of(const Arguments& arguments) {
  const Result<CommandLine> line = parse_command_line(arguments);
  return line.ok() ? "no error" : line.error().message;
}

TEST(CommandLineTest, CheckIsTheDefaultCommand) {
  EXPECT_THAT(check_options({"a", "b"}).inputs.paths, ElementsAre("a", "b"));
  EXPECT_THAT(check_options({"check", "a"}).inputs.paths, ElementsAre("a"));
  EXPECT_THAT(check_options({}).inputs.paths, IsEmpty());
  EXPECT_THAT(check_options({"-"}).inputs.paths, ElementsAre("-"));
  EXPECT_THAT(check_options({"--", "--odd"}).inputs.paths, ElementsAre("--odd"));
}

TEST(CommandLineTest, TextOnStandardOutputIsTheDefaultFormat) {
  const CheckOptions options = check_options({"a"});

  ASSERT_EQ(options.formats.size(), 1U);
  EXPECT_EQ(options.formats[0].reporter->name, "text");
  EXPECT_EQ(options.formats[0].file, "");
}

TEST(CommandLineTest, FormatsMayGoToFiles) {
  const CheckOptions options =
      check_options({"--format", "json", "--format=sarif=out/a=b.sarif", "path"});

  ASSERT_EQ(options.formats.size(), 2U);
  EXPECT_EQ(options.formats[0].reporter->name, "json");
  EXPECT_EQ(options.formats[1].reporter->name, "sarif");
  EXPECT_EQ(options.formats[1].file, "out/a=b.sarif");
  EXPECT_THAT(options.inputs.paths, ElementsAre("path"));
}

TEST(CommandLineTest, ReadsTheOptionsOfCheck) {
  const CheckOptions options = check_options({"--fail-on",
                                              "never",
                                              "--select",
                                              "CL101,CL102",
                                              "--select",
                                              "CL103",
                                              "--ignore",
                                              "x",
                                              "--required-type",
                                              "FAX",
                                              "--required-type",
                                              "SMS",
                                              "--profile",
                                              "security",
                                              "--each",
                                              "--jobs",
                                              "3",
                                              "--allow-empty",
                                              "--exit-zero",
                                              "--color",
                                              "always",
                                              "--quiet",
                                              "--input-format",
                                              "ldif",
                                              "--encoding",
                                              "windows-1252",
                                              "--config",
                                              "c.yaml",
                                              "a"});

  ASSERT_TRUE(options.fail_on.has_value());
  EXPECT_FALSE(options.fail_on->least.has_value());
  EXPECT_THAT(options.select, ElementsAre("CL101", "CL102", "CL103"));
  EXPECT_THAT(options.ignore, ElementsAre("x"));
  EXPECT_THAT(options.inputs.required_types, ElementsAre("FAX", "SMS"));
  EXPECT_EQ(options.profile, "security");
  EXPECT_TRUE(options.each);
  EXPECT_EQ(options.jobs, 3U);
  EXPECT_TRUE(options.inputs.allow_empty);
  EXPECT_TRUE(options.exit_zero);
  EXPECT_EQ(options.color, ColorMode::always);
  EXPECT_TRUE(options.quiet);
  ASSERT_NE(options.inputs.input_format, nullptr);
  EXPECT_EQ(options.inputs.input_format->name, "ldif");
  EXPECT_EQ(options.inputs.encoding, Encoding::windows1252);
  EXPECT_EQ(options.inputs.config, "c.yaml");
  EXPECT_THAT(options.inputs.paths, ElementsAre("a"));
}

TEST(CommandLineTest, UnknownOptionsAreRefusedWithTheNearest) {
  EXPECT_EQ(error_of({"--frmat", "json"}), "unknown option '--frmat': did you mean '--format'?");
  EXPECT_EQ(error_of({"check", "--baseline", "b.json"}),
            "unknown option '--baseline': `connlint check --help` lists the options");
  EXPECT_EQ(error_of({"rules", "x"}), "unexpected argument 'x'");
}

TEST(CommandLineTest, UnknownWordsAreRefusedWithTheKnownOnes) {
  EXPECT_EQ(error_of({"--format", "xml"}),
            "unknown format 'xml': expected one of text, json, sarif");
  EXPECT_EQ(error_of({"--format", "jsn"}), "unknown format 'jsn': did you mean 'json'?");
  EXPECT_EQ(error_of({"--fail-on", "eror"}),
            "unknown value of --fail-on 'eror': did you mean 'error'?");
  EXPECT_EQ(error_of({"--color", "x"}),
            "unknown value of --color 'x': expected one of auto, always, never");
  EXPECT_EQ(error_of({"--encoding", "utf8"}), "unknown encoding 'utf8': did you mean 'utf-8'?");
  EXPECT_THAT(error_of({"--input-format", "word"}), HasSubstr("expected one of clixml, "));
  EXPECT_THAT(error_of({"--profile", "securty"}), HasSubstr("did you mean 'security'?"));
  EXPECT_EQ(error_of({"rules", "--format", "markdwn"}),
            "unknown format 'markdwn': did you mean 'markdown'?");
  EXPECT_EQ(error_of({"show", "--format", "text"}),
            "unknown format 'text': expected one of yaml, json");
}

TEST(CommandLineTest, ContradictionsAreRefused) {
  EXPECT_EQ(error_of({"--config", "a", "--no-config"}),
            "--config and --no-config exclude each other");
  EXPECT_THAT(error_of({"--format", "json", "--format", "sarif"}),
              HasSubstr("only one --format may go to standard output"));
  EXPECT_EQ(error_of({"--format", "json=a", "--format", "sarif=a"}),
            "two formats go to the same file 'a'");
  EXPECT_EQ(error_of({"-", "-"}), "standard input (-) is given twice");
  EXPECT_EQ(error_of({"--jobs", "0"}), "--jobs 0: expected a number from 1 to 1024");
  EXPECT_EQ(error_of({"--format", "json="}), "--format json=: expected a file after '='");
}

TEST(CommandLineTest, AnOptionWithoutItsValueIsRefused) {
  EXPECT_THAT(error_of({"a", "--config"}), HasSubstr("--config"));
  EXPECT_THAT(error_of({"explain"}), HasSubstr("RULE"));
}

RouteOptions route_options(Arguments arguments) {
  arguments.insert(arguments.begin(), "route");
  return options_of<RouteOptions>(arguments);
}

TEST(CommandLineTest, RouteTakesAddressesAndInputsApart) {
  const RouteOptions options =
      route_options({"user@contoso.com", "[FAX:1,2]", "--in", "a", "--in", "b", "--from", "A",
                     "--down", "C", "--size", "10MB", "--client", "cached", "--format", "json"});

  // Brackets are no list.
  EXPECT_THAT(options.addresses, ElementsAre("user@contoso.com", "[FAX:1,2]"));
  EXPECT_THAT(options.inputs.paths, ElementsAre("a", "b"));
  EXPECT_THAT(options.from, ElementsAre("A"));
  EXPECT_THAT(options.down, ElementsAre("C"));
  EXPECT_EQ(options.size, 10U * 1024 * 1024);
  EXPECT_EQ(options.client, Client::cached);
  EXPECT_TRUE(options.json);
}

TEST(CommandLineTest, RouteAsksForNoClientUnlessTold) {
  EXPECT_EQ(route_options({"FAX:1"}).client, Client::none);
  EXPECT_EQ(route_options({"--batch", "-"}).batch, "-");
  // The list of a client says something of cached mode only.
  EXPECT_EQ(route_options({"FAX:1", "--client-registry", "a.reg"}).client, Client::cached);
  EXPECT_THAT(error_of({"route", "FAX:1", "--client-registry", "a.reg", "--client", "online"}),
              HasSubstr("exclude each other"));
  EXPECT_THAT(error_of({"route", "--in", "-", "--batch", "-"}), HasSubstr("given twice"));
  EXPECT_THAT(error_of({"route", "FAX:1", "--size", "unlimited"}), HasSubstr("--size unlimited"));
}

TEST(CommandLineTest, TypesTakesPaths) {
  const auto types = options_of<TypesOptions>({"types", "--client-registry", "a.reg", "b"});
  EXPECT_EQ(types.client_registry, "a.reg");
  EXPECT_THAT(types.inputs.paths, ElementsAre("b"));
  EXPECT_FALSE(types.json);
}

TEST(CommandLineTest, HelpAndVersionAreTexts) {
  const auto printed = [](const Arguments& arguments) {
    return parse_command_line(arguments).value().text;
  };

  EXPECT_EQ(printed({"--version"}), "connlint " + std::string(tool_version()) + "\n");
  EXPECT_THAT(printed({"--help"}), HasSubstr("connlint explain RULE"));
  EXPECT_THAT(printed({"--help"}), HasSubstr("Exit status: 0"));
  EXPECT_THAT(printed({"show", "--help"}), HasSubstr("--input-format"));
  EXPECT_THAT(printed({"route", "--help"}), HasSubstr("0 every address is routed"));
}

TEST(CommandLineTest, APathMayStandInBrackets) {
  EXPECT_THAT(check_options({"[export,1]"}).inputs.paths, ElementsAre("[export,1]"));
}

TEST(CommandLineTest, EveryCommandSaysWhatItTakes) {
  for (const Command& command : commands()) {
    EXPECT_FALSE(command.usages.empty()) << command.name;
    EXPECT_FALSE(command.description.empty()) << command.name;
    std::any options = command.defaults();
    for (const Option& row : command.rows(options)) {
      EXPECT_FALSE(row.help.empty()) << command.name << " " << row.name;
      const bool takes_value =
          row.name.starts_with("--") && !std::holds_alternative<bool*>(row.store);
      EXPECT_EQ(row.value.empty(), !takes_value) << command.name << " " << row.name;
    }
  }
}

TEST(CommandLineTest, OtherCommandsReadTheirOptions) {
  const auto show = options_of<ShowOptions>({"show", "--format", "json", "a"});
  EXPECT_EQ(show.format, ShowOptions::Format::json);
  EXPECT_THAT(show.inputs.paths, ElementsAre("a"));

  const auto explain = options_of<ExplainOptions>({"explain", "CL102"});
  EXPECT_EQ(explain.word, "CL102");

  const auto rules = options_of<RulesOptions>({"rules", "--format", "json"});
  EXPECT_EQ(rules.format, RulesOptions::Format::json);
}

}  // namespace
}  // namespace connlint
