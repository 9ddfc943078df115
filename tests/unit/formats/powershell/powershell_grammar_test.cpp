// What PowerShell refuses to parse is an error; what it takes is none, whatever of it is read.
#include <string>

#include <gtest/gtest.h>

#include "linter/formats/format.h"
#include "tests/support/record_text.h"

namespace connlint {
namespace {

std::string read(std::string script) { return read_as_text(read_powershell, std::move(script)); }

bool refuses(const std::string& script) {
  return read(script).find("unreadable: ") != std::string::npos;
}

TEST(PowerShellGrammarTest, RefusesWhatPowerShellRefuses) {
  for (const char* script : {
           "New-X -A FAX:*;1 -B c",
           "New-X 'a",
           "New-X \"a",
           "New-X -A: ; New-Y",
           "New-X a,",
           "if ($x) { New-X",
           "if ($x) New-X",
           "}",
           "New-X (",
           "New-X )",
           "$h = @{a = 1; A = 2}",
           "$h = @{a = }",
           "$h = @{a 1}",
           "$x = ",
           "1 2",
           "'a' 'b'",
           "try { New-X }",
           "foreach ($a of $b) { }",
           "New-X < a",
           "New-X | ",
           "'a' | 'b'",
           "New-X @",
           "New-X \"$a: b\"",
           "New-X `\n -A \"x\" ` \n -B c",
           "else { }",
           "function { }",
           "$a -SmartHosts b",
           "$a = 1 +",
           "[string $a",
       }) {
    EXPECT_TRUE(refuses(script)) << script;
  }
}

TEST(PowerShellGrammarTest, TakesWhatPowerShellTakes) {
  for (const char* script : {
           "",
           "[CmdletBinding(SupportsShouldProcess=$true)]\nparam(\n [Parameter(Mandatory)]\n "
           "[ValidateSet('a','b')]\n [string]$A = 'x',\n [switch]$B\n)\n",
           "#Requires -Version 3\nusing module X\nImport-Module A, B",
           "$x = if ($a) { 1 } else { 2 }",
           "$x = foreach ($a in $b) { $a.C }",
           "for ($i = 0; $i -lt 3; $i++) { \"$i\" }",
           "do { $i-- } until ($i -le 0 -or $j -gt 5)",
           "switch -Regex ($a) { '^x' { 1 } default { 2 } }",
           "try { a } catch [System.Exception], [IO.IOException] { b } finally { c }",
           "class A { [string]$B; A([int]$c) { $this.B = \"}\" } }\nenum E { a; b }",
           "Get-X | Where-Object { $_.Name -like '*a*' } |\n  Sort-Object Name -Descending",
           "Get-X 2>&1 > log.txt; Get-Y *> $null; Get-Z >> a",
           "$x = [int]'5' + 3 -band 0xF; $y = -not ($x -eq 5); $z = ,1 + 2..5",
           "& 'C:\\a b\\c.exe' /x:y -z; . $profile; & $block 1",
           "$a[0].B[1]::C('x', $y).D({ $_ })",
           "$x.Where({ $_ -gt 1 }).ForEach('Name')",
           "[void]$list.Add('x'); [Net.Dns]::GetHostName() | Out-Null",
           "$h = @{ 'a b' = 1; c = @{ d = 2 }; $e = 3; 5 = 6 }",
           "$o = [pscustomobject]@{ A = 1 }",
           ":outer foreach ($a in $b) { continue outer }",
           "function Get-A { param($x) begin { 1 } process { $_ } end { 2 } }",
           "filter F { $_ }\ntrap { continue }\ndata D { 'x' }",
           "cmd /c dir && echo ok || echo no",
           "$x = $a ?? 'b'; $y = $c ? 1 : 2",
           "Write-Host \"$($a.B) $(if ($c) { 'd' }) ${env:X} $a[0] $\"",
           "Write-Host a--b -c:$d --% x > y | z",
           "if ($a) { 1 } Get-X",
           "if ($a) { 1 }\n\n# comment\nelseif ($b) { 2 }\nelse { 3 }",
           "$x = 'a' `\n + 'b'",
           "$x |\n\n  Get-A",
           "icacls.exe C:\\Drop /grant 'x:(OI)(CI)F'",
           "$x = @\"\n$(Get-A \"b\")\n\"@",
           "return",
           "$i = 1kb*3; 5.ToString; $a.5",
           "$a = 1, 2,\n  3",
           "workflow W { parallel { a }\n sequence { b } }",
           "New-X -A $a.B -C $d[0],$e -F $g\\h.txt -I:(J)",
       }) {
    EXPECT_FALSE(refuses(script)) << script << "\n" << read(script);
  }
}

TEST(PowerShellGrammarTest, ABlankBehindABacktickEndsTheCommand) {
  const std::string got =
      read(bytes_of("fixtures/formats/quirks/powershell/blank-after-backtick.ps1"));
  EXPECT_NE(got.find("unreadable: expected a command, found '-SmartHosts'"), std::string::npos)
      << got;
}

}  // namespace
}  // namespace connlint
