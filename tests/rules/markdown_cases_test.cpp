#include "tests/support/markdown_cases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace connlint::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view kDocument = R"(# CL999 a-rule
<!-- facts -->
old
<!-- /facts -->

## What it finds
A thing that is
wrong. More text.

## How to fix
```powershell
# No heading
```

## Examples
### Bad: two files
`a.ldf`:
```ldif
dn: CN=A
```
```yaml
connlint: 1
```
```findings
stale
```

### Good: nothing
```yaml
connlint: 1
```
```findings
```
)";

TEST(rule_markdown, takes_a_document_apart) {
  const RuleDocument document = parse_rule_document(kDocument);

  EXPECT_THAT(document.problems, IsEmpty());
  EXPECT_THAT(document.headings,
              ElementsAre("# CL999 a-rule", "## What it finds", "## How to fix", "## Examples"));
  ASSERT_EQ(document.examples.size(), 2U);
  ASSERT_EQ(document.examples[0].files.size(), 2U);
  EXPECT_EQ(document.examples[0].files[0].name, "a.ldf");
  EXPECT_EQ(document.examples[0].files[0].text, "dn: CN=A\n");
  EXPECT_EQ(document.examples[0].files[1].name, "input.yaml");
  EXPECT_EQ(document.examples[0].findings, "stale\n");
  EXPECT_EQ(document.examples[0].line, 16U);
  EXPECT_EQ(document.examples[1].findings, "");
}

TEST(rule_markdown, rewrites_title_facts_and_findings_and_nothing_else) {
  const std::string text = rewritten(parse_rule_document(kDocument), "# CL998 the-rule",
                                     "new facts\n", {"first\n", "second\n"});

  EXPECT_TRUE(text.starts_with("# CL998 the-rule\n<!-- facts -->\n"));
  EXPECT_THAT(text, HasSubstr("<!-- facts -->\nnew facts\n<!-- /facts -->\n"));
  EXPECT_THAT(text, HasSubstr("```findings\nfirst\n```\n"));
  EXPECT_THAT(text, HasSubstr("```findings\nsecond\n```\n"));
  EXPECT_EQ(rewritten(parse_rule_document(text), "# CL999 a-rule", "old\n", {"stale\n", ""}),
            kDocument);
}

TEST(rule_markdown, reports_what_is_wrong_with_an_example) {
  EXPECT_THAT(parse_rule_document("## Examples\n### Bad: x\n```yaml\na: 1\n```\n").problems,
              ElementsAre(HasSubstr("no ```findings block")));
  EXPECT_THAT(parse_rule_document("## Examples\n### Bad: x\n```findings\n```\n").problems,
              ElementsAre(HasSubstr("no input file")));
  EXPECT_THAT(
      parse_rule_document("## Examples\n### Bad: x\n```yaml\n```\n```yaml\n```\n```findings\n```\n")
          .problems,
      ElementsAre(HasSubstr("two files of the name input.yaml")));
  EXPECT_THAT(parse_rule_document("## Examples\n### Bad: x\n```yaml\n").problems,
              ElementsAre(HasSubstr("has no end"), HasSubstr("no ```findings block")));
}

}  // namespace
}  // namespace connlint::test
