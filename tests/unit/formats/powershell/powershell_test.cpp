// What the reader of scripts takes for certain, leaves unresolved, and refuses. The expectations
// follow the language specification and the help topics about_Quoting_Rules, about_Splatting,
// about_Parsing, about_Assignment_Operators.
#include <string>

#include <gtest/gtest.h>

#include "linter/formats/format.h"
#include "linter/formats/powershell/numbers.h"
#include "tests/support/record_text.h"

namespace connlint {
namespace {

std::string read(std::string script, Places places = Places::hidden) {
  return read_as_text(read_powershell, std::move(script), places);
}

/// What the argument of `-A` becomes in `New-X -A <argument>`.
std::string argument(const std::string& text) {
  const std::string got = read("New-X -A " + text + "\n");
  constexpr std::string_view kBefore = "record <New-X>\n  A: ";
  return got.starts_with(kBefore) ? got.substr(kBefore.size(), got.size() - kBefore.size() - 1)
                                  : got;
}

/// What `$v` is after the script.
std::string value(const std::string& script) {
  const std::string got = read(script + "\nNew-X -A $v\n");
  const std::size_t at = got.rfind("\n  A: ");
  return at == std::string::npos ? got : got.substr(at + 6, got.size() - at - 7);
}

bool refuses(const std::string& script) {
  return read(script).find("unreadable: ") != std::string::npos;
}

std::string fixture(const std::string& name) {
  return read(bytes_of("fixtures/formats/quirks/" + name));
}

TEST(PowerShellTest, ACommandIsARecordWithItsArgumentsInOrder) {
  EXPECT_EQ(
      read("New-SendConnector Fax -AddressSpaces 'FAX:*;1',\"SMS:*;1\" -Enabled:$true -Force"),
      "record <New-SendConnector>\n"
      "  : \"Fax\" quoted\n"
      "  AddressSpaces: list \"'FAX:*;1',\\\"SMS:*;1\\\"\" [\"FAX:*;1\" quoted, \"SMS:*;1\" "
      "quoted]\n"
      "  Enabled: \"True\"\n"
      "  Force: \"True\"\n");
}

TEST(PowerShellTest, PlacesAreThoseOfTheText) {
  EXPECT_EQ(read("New-X -A 'b' `\n  -C d", Places::shown),
            "record <New-X> @1:1-2:7\n"
            "  A @1:8-1:9=: \"b\" quoted @1:11-1:12=\n"
            "  C @2:4-2:5=: \"d\" quoted @2:6-2:7=\n");
}

TEST(PowerShellTest, QuotesAndEscapes) {
  EXPECT_EQ(argument("'don''t'"), R"("don't" quoted)");
  EXPECT_EQ(argument(R"("a ""b"" c")"), R"("a \"b\" c" quoted)");
  EXPECT_EQ(argument("\"`$5`r`n`t`\"``\""), R"("$5\r\n\t\"`" quoted)");
  EXPECT_EQ(argument("'`n$x'"), R"("`n$x" quoted)");
  EXPECT_EQ(argument("SMS:*`;1"), R"("SMS:*;1" quoted)");
  EXPECT_EQ(argument("a\"b c\"d'e f'"), R"("ab cde f" quoted)");
  EXPECT_EQ(argument("''"), R"("" quoted)");
  EXPECT_EQ(argument("[192.0.2.20]"), R"("[192.0.2.20]" quoted)");
  EXPECT_EQ(argument("a#b # c"), R"("a#b" quoted)");
}

TEST(PowerShellTest, TypographicQuotesAndDashes) {
  EXPECT_EQ(fixture("powershell/typographic.ps1"),
            "record <New-SendConnector>\n"
            "  Name: \"Fax\" quoted\n"
            "  AddressSpaces: \"FAX:*;1\" quoted\n"
            "  SmartHosts: \"[192.0.2.20]\" quoted\n");
  // Any double quote ends a text that any other began.
  EXPECT_EQ(argument("\"a\xE2\x80\x9D"), R"("a" quoted)");
  EXPECT_EQ(argument("\xE2\x80\x98"
                     "a\xE2\x80\x99\xE2\x80\x99"
                     "b'"),
            "\"a\xE2\x80\x99"
            "b\" quoted");
}

TEST(PowerShellTest, HereStringsKeepLinesAndQuotes) {
  EXPECT_EQ(argument("@'\nit's $x\n'@"), R"("it's $x" quoted)");
  EXPECT_EQ(argument("@\"\na \"b\"`tc\n\nd\n\"@"), R"("a \"b\"\tc\n\nd" quoted)");
  EXPECT_EQ(argument("@'\n'@"), R"("" quoted)");
  EXPECT_NE(fixture("powershell/here-string-crlf.ps1")
                .find(R"(Comment: "first 'line'\r\n\"second\" $x" quoted)"),
            std::string::npos);
  EXPECT_TRUE(refuses("New-X -A @'\na\n '@\n"));
  EXPECT_TRUE(refuses("New-X -A @' a\n'@\n"));
}

TEST(PowerShellTest, LineEndsOfEveryKindEndACommand) {
  const std::string two = "record <New-X>\n  : \"a\" quoted\nrecord <New-Y>\n  : \"b\" quoted\n";
  for (const char* line_end : {"\n", "\r\n", "\r", ";", " ; "}) {
    EXPECT_EQ(read("New-X a" + std::string(line_end) + "New-Y b"), two) << line_end;
  }
  EXPECT_EQ(read("New-X `\ra"), "record <New-X>\n  : \"a\" quoted\n");
  EXPECT_EQ(read("New-X `\r\n a"), "record <New-X>\n  : \"a\" quoted\n");
}

TEST(PowerShellTest, CommentsAreNoPartOfACommand) {
  EXPECT_EQ(read("# New-Y\nNew-X <# New-Z\n; #> a <##>b # c\n"),
            "record <New-X>\n  : \"a\" quoted\n  : \"b\" quoted\n");
  EXPECT_TRUE(refuses("New-X <# a"));
}

TEST(PowerShellTest, NumbersStandAsWrittenWhereTheyAreTheArgument) {
  EXPECT_EQ(argument("35MB"), "\"35MB\"");
  EXPECT_EQ(argument("0x19"), "\"0x19\"");
  EXPECT_EQ(argument("(35MB)"), "\"36700160\"");
  EXPECT_EQ(argument("1,0x10"), R"(list "1,0x10" ["1", "16"])");
  EXPECT_EQ(argument("00:15:00"), R"("00:15:00" quoted)");
  EXPECT_EQ(argument("192.0.2.1"), R"("192.0.2.1" quoted)");
  EXPECT_EQ(argument("7bit"), R"("7bit" quoted)");
}

TEST(PowerShellTest, NumberLiterals) {
  EXPECT_EQ(script_number("1.5MB"), "1572864");
  EXPECT_EQ(script_number("0x19"), "25");
  EXPECT_EQ(script_number("1e2"), "100");
  EXPECT_EQ(script_number("-5"), "-5");
  EXPECT_EQ(script_number("1.5"), "1.5");
  EXPECT_EQ(script_number("2gb"), "2147483648");
  for (std::string_view text : {"", "a", "0x", "1.2.3", "1 ", "MB", "0xFFFFFFFFFF", "1MBx", "."}) {
    EXPECT_FALSE(script_number(text)) << text;
  }
}

TEST(PowerShellTest, VariablesAreKnownWhereTheirValueIsLiteral) {
  EXPECT_EQ(value("$v = 'a'"), R"("a" quoted)");
  EXPECT_EQ(value("$v = 'a','b'\n$v += 'c'"),
            R"(list "'a','b'" ["a" quoted, "b" quoted, "c" quoted])");
  EXPECT_EQ(value("$a = 'x'; $V = \"$a-y\""), R"("x-y" quoted)");
  EXPECT_EQ(value("$v = 'a'; $v += ';1'"), R"("a;1" quoted)");
  EXPECT_EQ(value("$v = 2; $v += 3"), "\"5\"");
  EXPECT_EQ(value("$v = @('a'; 'b', 'c')"),
            R"~(list "@('a'; 'b', 'c')" ["a" quoted, "b" quoted, "c" quoted])~");
  EXPECT_EQ(value("[string[]]$v = 'a'\n$v += 'b'"), R"(list "a" ["a" quoted, "b" quoted])");
  EXPECT_EQ(value("$a = @{K = 'x'}; $v = $a.K"), R"("x" quoted)");
  EXPECT_EQ(value("$a, $b = 1, 2; $v = $true"), "\"True\"");
  EXPECT_EQ(value("$a = $v = 'x'"), R"("x" quoted)");
}

TEST(PowerShellTest, WhatARunDecidesIsUnresolved) {
  const std::string unknown = "\"$v\" lost=unresolved";
  for (const char* script : {
           "",
           "$v = Get-Content x",
           "$v = $env:SITE",
           "$v = 'a'; if ($x) { $v = 'b' }",
           "$v = 'a'; foreach ($i in 1..3) { $v = 'b' }",
           "$v = 'a'; $x | ForEach-Object { $v = 'b' }",
           "$v = 'a'; . .\\settings.ps1",
           "$v = 'a'; Set-Variable -Name v -Value b",
           "$v = 'a'; Invoke-Expression $code",
           "$v = 'a'; try { $v = 'b' } catch { }",
           "$v = 'a', 'b'; $v[0] = 'c'",
           "param($v = 'a')",
           "$v = 'a' * 2",
           "$v = 'a{0}' -f 1",
           "$v = 'a'; $v++",
           "$v = 'a'; $a, $v = 'b', 'c'",
           "$v = @{a = 1}; $w = $v; $w.a = 2",
           "$v = @{a = 1}; $v.Add('b', 2)",
           "$v = 'a'; Get-X -OutVariable v",
           "function f { $script:v = 'b' }; $v = 'a'; f",
       }) {
    EXPECT_EQ(value(script), unknown) << script;
  }
  EXPECT_EQ(argument("\"a$x\""), R"("\"a$x\"" lost=unresolved)");
  EXPECT_EQ(argument("a$x"), R"("a$x" lost=unresolved)");
  EXPECT_EQ(argument("(Get-Y)"),
            "record <Get-Y>\nrecord <New-X>\n  A: \"Get-Y\" lost=unresolved\n");
}

TEST(PowerShellTest, AValueInABranchIsKnownWithinIt) {
  EXPECT_EQ(read("if ($x) { $v = 'b'; New-X $v } else { New-X $v }"),
            "record in if <New-X>\n  : \"b\" quoted\n"
            "record in if <New-X>\n  : \"$v\" lost=unresolved\n");
}

TEST(PowerShellTest, ALoopDoesNotKnowWhatALaterTurnChanges) {
  EXPECT_EQ(read("$v = 'a'\nforeach ($i in $x) { New-X $v; $v = 'b' }"),
            "record in foreach <New-X>\n  : \"$v\" lost=unresolved\n");
}

TEST(PowerShellTest, TheContainerSaysWhatDecidesWhetherACommandRuns) {
  EXPECT_EQ(read("function f { New-A }\nwhile ($x) { New-B }\n1 | % { New-C }\nNew-D | New-E\n"
                 "switch ($x) { 1 { New-F } }\ntry { New-G } catch { New-H } finally { New-I }"),
            "record in function <New-A>\n"
            "record in while <New-B>\n"
            "record in { <New-C>\n"
            "record in | <%>\n  : \"{ New-C }\" lost=unresolved\n"
            "record <New-D>\n"
            "record in | <New-E>\n"
            "record in switch <New-F>\n"
            "record <New-G>\n"
            "record in catch <New-H>\n"
            "record <New-I>\n");
}

TEST(PowerShellTest, ConditionsOfLiteralsAreDecided) {
  EXPECT_EQ(read("if (-not $false) { New-X a } else { New-X b }\nif ($false) { New-X c }\n"),
            "record <New-X>\n  : \"a\" quoted\n");
}

TEST(PowerShellTest, NothingRunsBehindTheEndOfAScript) {
  EXPECT_EQ(read("New-X a\nexit\nNew-X b\nNew-X c"),
            "record <New-X>\n  : \"a\" quoted\n"
            "ignored: nothing from here on runs, since the script ends before; left out\n");
}

TEST(PowerShellTest, OwnFunctionsAreNoCmdlets) {
  EXPECT_EQ(read("function New-X { }\nNew-X a"), "");
}

TEST(PowerShellTest, SplattedHashtablesStandUnderTheirName) {
  EXPECT_EQ(fixture("powershell/splat-built-up.ps1"),
            "record <New-SendConnector>\n"
            "  @connector: {Name: \"Fax\" quoted, AddressSpaces: \"FAX:*;1\" quoted, SmartHosts: "
            "list \"@('[192.0.2.20]')\" [\"[192.0.2.20]\" quoted, \"[192.0.2.21]\" quoted], "
            "DNSRoutingEnabled: \"False\", Enabled: \"False\"}\n"
            "  Enabled: \"True\"\n");
  EXPECT_EQ(read("$a = 'x', 'y'; New-X @a"),
            "record <New-X>\n  @a: list \"'x', 'y'\" [\"x\" quoted, \"y\" quoted]\n");
  EXPECT_EQ(read("New-X @a"), "record <New-X>\n  @a: \"@a\" lost=unresolved\n");
}

TEST(PowerShellTest, AppendingToATextInAHashtableJoinsTexts) {
  EXPECT_EQ(read("$h = @{A = 'FAX:*;1'}; $h.A += 'SMS:*;1'; $h.B += 'x'; New-X @h"),
            "record <New-X>\n  @h: {A: \"FAX:*;1SMS:*;1\" quoted, B: \"x\" quoted}\n");
}

TEST(PowerShellTest, ResourcesOfDsc) {
  EXPECT_EQ(
      read("Configuration C {\n Import-DscResource -ModuleName ExchangeDsc\n Node $AllNodes.X\n "
           "{\n  ExchSendConnector \"Fax\"\n  {\n   Name = 'Fax'\n   AddressSpaces = 'FAX:*;1', "
           "'SMS:*;1'; Enabled = $true\n   Credential = $cred\n  }\n }\n}"),
      "record <Import-DscResource>\n"
      "  ModuleName: \"ExchangeDsc\" quoted\n"
      "record <ExchSendConnector, DSC resource> \"Fax\"\n"
      "  Name: \"Fax\" quoted\n"
      "  AddressSpaces: list \"'FAX:*;1', 'SMS:*;1'\" [\"FAX:*;1\" quoted, \"SMS:*;1\" "
      "quoted]\n"
      "  Enabled: \"True\"\n"
      "  Credential: \"$cred\" lost=unresolved\n");
}

TEST(PowerShellTest, NestedResourcesAreValues) {
  EXPECT_EQ(read("configuration C { R A { Rights = @(Pair { Key = 'k'; Value = 'v' }) } }"),
            "record <R, DSC resource> \"A\"\n"
            "  Rights: list \"@(Pair { Key = 'k'; Value = 'v' })\" [{Key: \"k\" quoted, Value: "
            "\"v\" quoted}]\n");
}

TEST(PowerShellTest, ResourcesInALoopAreDecidedByIt) {
  EXPECT_EQ(read("configuration C { foreach ($n in $x) { R $n { Name = $n; A = 'b' } } }"),
            "record in foreach <R, DSC resource> \"$n\"\n"
            "  Name: \"$n\" lost=unresolved\n  A: \"b\" quoted\n");
}

TEST(PowerShellTest, NestingIsBounded) {
  for (const char* open :
       {"(", "{", "@(", "@{a=", "$(", "[", "-not ", "if(1){", "\"$(", "New-X ("}) {
    std::string script;
    for (int i = 0; i < 100'000; ++i) script += open;
    EXPECT_TRUE(refuses("$x = " + script)) << open;
  }
}

TEST(PowerShellTest, LongChainsAreNoNesting) {
  std::string sum = "$v = 'a'";
  std::string list = "$v = 'a'";
  std::string members = "$v = $x";
  for (int i = 0; i < 5'000; ++i) {
    sum += "+'b'";
    list += ",'b'";
    members += ".m";
  }
  EXPECT_FALSE(refuses(sum));
  EXPECT_FALSE(refuses(list));
  EXPECT_FALSE(refuses(members));
}

TEST(PowerShellTest, DoublingValuesDoesNotRunAway) {
  std::string script = "$v = 'a', 'b'\n$s = 'ab'\n";
  for (int i = 0; i < 200; ++i) script += "$v = $v + $v\n$s = \"$s$s\"\n";
  EXPECT_EQ(value(script), "\"$v\" lost=unresolved");
}

TEST(PowerShellTest, ClaimsScripts) {
  for (const char* head :
       {"# Fax\nNew-SendConnector -Name Fax", "<#\n.SYNOPSIS\n x\n#>\nparam()", "$x = 1",
        "[string[]]$a = 'b'", "'a', 'b' | ForEach-Object { New-X }", "Configuration C {",
        "function F {", "param(\n", "#Requires -Version 5.1\n", "\r\n  set-adsite Seattle",
        "if ($x) {", "Import-Module ExchangeDsc"}) {
    EXPECT_TRUE(claims_powershell(head)) << head;
  }
  for (const char* head :
       {"", "Name : Fax\nAddressSpaces : {FAX:*;1}", "connlint: 1\n", "- hosts: all\n",
        "\"Name\",\"AddressSpaces\"\n", "#TYPE System.String\n\"Name\"", "{\"Name\": \"Fax\"}",
        "[PS] C:\\>Get-SendConnector | fl", "PS C:\\> Get-SendConnector | fl",
        "$schema: http://json.example/x", "dn: CN=Fax,DC=contoso,DC=com", "#< CLIXML\n<Objs>",
        "instance of X {", "if you read this", "# only a comment\n"}) {
    EXPECT_FALSE(claims_powershell(head)) << head;
  }
}

}  // namespace
}  // namespace connlint
