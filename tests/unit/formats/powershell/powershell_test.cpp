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
  for (std::string_view text :
       {"", "a", "0x", "1.2.3", "1 ", "MB", "0xFFFFFFFFFFFFFFFFF", "1MBx", "."}) {
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
           "$v = Read-Host x",
           "$v = $env:SITE",
           "$v = 'a'; if ($x) { $v = 'b' }",
           "$v = 'a'; foreach ($i in $x) { $v = 'b' }",
           "$v = 'a'; if ($x) { $v = 'b' } elseif ($y) { $v = 'a' } else { $v = 'a' }",
           "if ($x) { $v = 'a' }",
           "$v = 'a'; $x | ForEach-Object { $v = 'b' }",
           "$v = 'a'; . .\\settings.ps1",
           "$v = 'a'; Set-Variable -Name v -Value b",
           "$v = 'a'; Invoke-Expression $code",
           "$v = 'a'; try { $v = 'b' } catch { }",
           "$v = 'a', 'b'; $v[0] = 'c'",
           "param($v = 'a')",
           "$v = 'a' * 2",
           "$v = 'a{0}' -f $x",
           "$v = 'a{0:N2}' -f 1",
           "$v = 'a', $x -join ','",
           "$v = 'a.b' -split '.'",
           "$v = 'a'.Substring(1)",
           "$v = @('a'); $v.Add('b')",
           "$v = @{a = 1}; $v.Merge($x)",
           "$v = 1..100000",
           "$v = New-Object Net.WebClient",
           "$v = 'a'; $v++",
           "$v = 'a'; $a, $v = 'b', 'c'",
           "$v = @{a = 1}; $w = $v; $w.a = 2",
           "$v = @{a = 1}; $v.Add($x, 2)",
           "$v = @{a = 1}; $w = $v; $w.Add('b', 2)",
           "$v = 'a'; Get-X -OutVariable v",
           "function f { $script:v = 'b' }; $v = 'a'; f",
       }) {
    EXPECT_EQ(value(script), unknown) << script;
  }
  EXPECT_EQ(argument("\"$x\""), R"("\"$x\"" lost=unresolved)");
  EXPECT_EQ(argument("a$x"), R"("a$x" quoted lost=unresolved)");
  EXPECT_EQ(argument("(Read-Y)"),
            "record <Read-Y>\nrecord <New-X>\n  A: \"Read-Y\" lost=unresolved\n");
}

TEST(PowerShellTest, NumberLiteralsOfEveryForm) {
  // about_Numeric_Literals: the highest bit of 32 or 64 bits in base 16 is the sign.
  EXPECT_EQ(script_number("0xFFFFFFFF"), "-1");
  EXPECT_EQ(script_number("0x80072030"), "-2147016656");
  EXPECT_EQ(script_number("0x1FFFFFFFF"), "8589934591");
  EXPECT_EQ(script_number("0xFFFFFFFFu"), "4294967295");
  EXPECT_EQ(script_number("0xFFFFFFFFFFFFFFFF"), "-1");
  EXPECT_EQ(script_number("0b1010"), "10");
  EXPECT_EQ(script_number("1e-2"), "0.01");
  EXPECT_EQ(script_number("1."), "1");
  EXPECT_EQ(script_number(".5kb"), "512");
  EXPECT_EQ(script_number("10LMB"), "10485760");
  EXPECT_EQ(script_number("7uy"), "7");
  EXPECT_EQ(script_number_length("1..5"), 1U);
  EXPECT_EQ(script_number_length("1.5)"), 3U);
  EXPECT_EQ(script_number_length("x"), 0U);
}

TEST(PowerShellTest, TextsOfKnownPartsAreKnown) {
  EXPECT_EQ(value("$a = 'x'; $v = '{0}-{1}{{}}' -f $a, 2"), R"("x-2{}" quoted)");
  EXPECT_EQ(value("$v = 'a', 'b' -join ';'"), R"("a;b" quoted)");
  EXPECT_EQ(value("$v = -join ('a', 'b')"), R"("ab" quoted)");
  EXPECT_EQ(value("$v = 'a,b' -split ','"),
            R"~(list "'a,b' -split ','" ["a" quoted, "b" quoted])~");
  EXPECT_EQ(value("$v = 'a,b'.Split(',')"),
            R"~(list "'a,b'.Split(',')" ["a" quoted, "b" quoted])~");
  EXPECT_EQ(value("$v = [string]::Format('{0}.com', 'x')"), R"("x.com" quoted)");
  EXPECT_EQ(value("$v = [string]::Join('+', @('a', 'b'))"), R"("a+b" quoted)");
  EXPECT_EQ(value("$v = ' Ab '.Trim().ToLower()"), R"("ab" quoted)");
  EXPECT_EQ(value("$v = 'a-b-c'.Replace('-', '.')"), R"("a.b.c" quoted)");
  EXPECT_EQ(value("$n = @{ a = @('x', 'y') }; $v = \"$($n.a[1]).com\""), R"("y.com" quoted)");
  EXPECT_EQ(value("$v = \"a`u{20AC}\""), "\"a\xE2\x82\xAC\" quoted");
  EXPECT_EQ(value("$v = 2..4"), R"(list "2..4" ["2", "3", "4"])");
  EXPECT_EQ(value("$l = 'a', 'b'; $v = $l[-1] + $l.Count"), R"("b2" quoted)");
}

TEST(PowerShellTest, TextsKnownInPartAreSaidToBe) {
  EXPECT_EQ(argument("\"Branch $n\""), R"("\"Branch $n\"" quoted lost=unresolved)");
  EXPECT_EQ(argument("\"$n\""), R"("\"$n\"" lost=unresolved)");
  EXPECT_EQ(argument("('a' + $n)"), R"("'a' + $n" quoted lost=unresolved)");
}

TEST(PowerShellTest, TablesAndListsMayBeBuiltUp) {
  const std::string table = "{A: \"x\" quoted, B: \"y\" quoted}";
  for (const char* script : {
           "$v = @{}; $v.Add('A', 'x'); $v.Add('B', 'y')",
           "$v = @{ A = 'x' }; $v['B'] = 'y'",
           "$k = 'B'; $v = @{ A = 'x' }; $v[$k] = 'y'",
           "$v = New-Object System.Collections.Hashtable; $v.A = 'x'; $v.B = 'y'",
           "$v = New-Object -TypeName Hashtable; $v.A = 'x'; $v.B = 'y'",
           "$v = [hashtable]::new(); $v.A = 'x'; [void]$v.Add('B', 'y')",
           "$v = [ordered]@{ A = 'x'; B = 'y' }",
           "$v = @{ A = 'x' } + @{ B = 'y' }",
           "$v = @{ A = 'x' }; $v += @{ B = 'y' }",
           "$v = @{ A = 'x'; B = 'y'; C = 'z' }; $v.Remove('C')",
       }) {
    EXPECT_EQ(value(script), table) << script;
  }
  const std::string list = "[\"a\" quoted, \"b\" quoted]";
  for (const char* script : {
           "$v = New-Object System.Collections.ArrayList; $null = $v.Add('a'); [void]$v.Add('b')",
           "$v = [System.Collections.Generic.List[string]]::new(); $v.Add('a'); $v.Add('b')",
           "$v = [System.Collections.ArrayList]@('a'); $v.AddRange(@('b'))",
       }) {
    EXPECT_TRUE(value(script).ends_with(list)) << script << "\n" << value(script);
  }
}

TEST(PowerShellTest, BranchesKeepWhatTheyAgreeOn) {
  EXPECT_EQ(value("if ($x) { $v = 'a' } else { $v = 'a' }"), R"("a" quoted)");
  EXPECT_EQ(value("$v = 'a'; if ($x) { $v = 'a' }"), R"("a" quoted)");
  EXPECT_EQ(value("switch ($x) { 1 { $v = 'a' } 2 { $v = 'a'; break } default { $v = 'a' } }"),
            R"("a" quoted)");
  EXPECT_EQ(value("if ($x) { $v = 'a' } else { throw 'no' }"), R"("a" quoted)");
  EXPECT_EQ(value("try { $v = 'a' } catch { exit 1 }"), R"("a" quoted)");
  // A key that only a run decides is unknown, not the table.
  EXPECT_EQ(value("$v = @{ A = 'x' }; if ($x) { $v.Add('B', 'y') }"),
            R"({A: "x" quoted, B: "y" lost=unresolved})");
  EXPECT_EQ(value("$v = @{ A = 'x' }; if ($x) { $v.A = 'y' } else { $v.B = 'z' }"),
            R"({A: "y" lost=unresolved, B: "z" lost=unresolved})");
}

TEST(PowerShellTest, LoopsOverKnownItemsAreUnrolled) {
  EXPECT_EQ(read("foreach ($n in 'a', 'b') { New-X $n }"),
            "record <New-X>\n  : \"a\" quoted\nrecord <New-X>\n  : \"b\" quoted\n");
  EXPECT_EQ(read("foreach ($n in 1..3) { if ($n -eq 9) { } New-X \"c$n\" }"),
            "record <New-X>\n  : \"c1\" quoted\nrecord <New-X>\n  : \"c2\" quoted\n"
            "record <New-X>\n  : \"c3\" quoted\n");
  EXPECT_EQ(read("'a', 'b' | ForEach-Object { New-X $_ }"),
            "record <New-X>\n  : \"a\" quoted\nrecord <New-X>\n  : \"b\" quoted\n");
  EXPECT_EQ(read("foreach ($h in @(@{A = 'x'}, @{A = 'y'})) { New-X @h }"),
            "record <New-X>\n  @h: {A: \"x\" quoted}\nrecord <New-X>\n  @h: {A: \"y\" quoted}\n");
  EXPECT_EQ(read("foreach ($n in 'a', 'b', 'c') { if ($n -eq 'b') { continue } New-X $n }"),
            "record <New-X>\n  : \"a\" quoted\nrecord <New-X>\n  : \"c\" quoted\n");
  EXPECT_EQ(read("foreach ($n in 'a', 'b') { New-X $n; break }"),
            "record <New-X>\n  : \"a\" quoted\n");
  EXPECT_EQ(read("foreach ($n in @()) { New-X $n }"), "");
}

TEST(PowerShellTest, UnrollingIsBounded) {
  std::string script;
  for (int i = 0; i < 12; ++i) script += "foreach ($a" + std::to_string(i) + " in 1..900) { ";
  script += "New-X $a1 }";
  for (int i = 1; i < 12; ++i) script += " }";
  const std::string got = read(script);
  EXPECT_LT(got.size(), 200'000'000U);
  EXPECT_NE(got.find("New-X"), std::string::npos);
}

TEST(PowerShellTest, OutputsOfGetAreHandedOn) {
  EXPECT_EQ(read("Get-X a | Set-X -B c"),
            "record <Get-X>\n  : \"a\" quoted\n"
            "record <Set-X>\n  B: \"c\" quoted\n  |: <Get-X> \"Get-X a\" {: \"a\" quoted} "
            "lost=unresolved\n");
  EXPECT_EQ(read("$c = Get-X | Where-Object { $_.Name -eq 'a' }\nSet-X $c.Identity"),
            "record <Get-X>\nrecord <Where-Object>\n  : \"{ $_.Name -eq 'a' }\" lost=unresolved\n"
            "  |: <Get-X> \"Get-X\" {} lost=unresolved\n"
            "record <Set-X>\n  : <Get-X> \"$c.Identity\" {Identity: \"a\" quoted} "
            "lost=unresolved\n");
}

TEST(PowerShellTest, AStatementThatCannotBeReadCostsItselfAlone) {
  const std::string got = read("New-A\n$a = [x y z\nNew-B\nif ($b) {\n  1 2\n  New-C\n}\nNew-D");
  EXPECT_NE(got.find("record <New-A>"), std::string::npos) << got;
  EXPECT_NE(got.find("record <New-B>"), std::string::npos) << got;
  EXPECT_NE(got.find("record in if <New-C>"), std::string::npos) << got;
  EXPECT_NE(got.find("record <New-D>"), std::string::npos) << got;
  EXPECT_NE(got.find("connlint cannot read this statement"), std::string::npos) << got;
}

TEST(PowerShellTest, WhatALostStatementMayChangeIsUnknown) {
  EXPECT_EQ(value("$v = 'a'\n$v = 1 2"), "\"$v\" lost=unresolved");
  EXPECT_EQ(value("$v = 'a'\n$w = 1 2"), R"("a" quoted)");
}

TEST(PowerShellTest, OnlyWhatPowerShellRefusesIsSaidToBeRefused) {
  EXPECT_NE(read("if ($x) {\nNew-X").find("PowerShell refuses"), std::string::npos);
  EXPECT_NE(read("New-X a,").find("PowerShell refuses"), std::string::npos);
  EXPECT_EQ(read("1 2").find("PowerShell refuses"), std::string::npos);
}

TEST(PowerShellTest, DamageEverywhereIsBounded) {
  for (const char* line : {"@'\n", "<#\n", "'\n", "{\n", "(\n", "1 2\n", ")\n", "if (\n"}) {
    std::string script;
    for (int i = 0; i < 20'000; ++i) script += line;
    const std::string got = read(script);
    EXPECT_LT(got.size(), 100'000U) << line;
  }
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
            "record <New-C>\n"
            "record <New-D>\n"
            "record in | <New-E>\n  |: \"New-D\" lost=unresolved\n"
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

TEST(PowerShellTest, NothingIsReadTwiceAtEveryLevel) {
  // Twice at each of 60 levels would take longer than anybody waits.
  const std::vector<std::pair<std::string, std::string>> nested = {
      {"$h.Add($h.Add(1), ", "1)"},
      {"$h.Add(", ", 1)"},
      {"$x[$x.f(", ")]"},
      {"[a(\"$(", ")\")]$x"},
      {"trap [a(\"$(", ")\")] { }"},
      {"data (", ") { }"},
      {"configuration (", ") { }"},
      {"configuration C { a (", ") }"},
      {"if ($(", ")) { 1 }"},
      {"foreach ($x in $(", ")) { }"},
      {"1 | ForEach-Object { ", " }"},
      {"& { ", " }"},
      {"switch ($x) { 1 { ", " } }"},
      {"try { ", " } catch { }"},
      {"Get-X -A (", ")"},
      {"$a = $(", ")"},
      {"\"$(", ")\""},
      {"{ 1 2\n ", " }"},
      {"if ($x) {\n[ ", "\n}"},
  };
  for (const auto& [open, close] : nested) {
    std::string script = "$h = @{}\n";
    for (int i = 0; i < 60; ++i) script += open;
    script += "1";
    for (int i = 0; i < 60; ++i) script += close;
    EXPECT_LT(read(script).size(), 1'000'000U) << open;
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
