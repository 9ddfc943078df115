#include "linter/engine/fingerprint.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

Finding fax_finding() {
  Finding finding;
  finding.code = "CL102";
  finding.subject = {.kind = "connector", .name = "Fax", .home = {}};
  finding.detail = "FAX:*";
  return finding;
}

Report report_of(std::vector<Finding> findings) {
  Report report;
  report.organizations.emplace_back().findings = std::move(findings);
  return report;
}

std::string fingerprint_of(const Finding& finding) {
  Report report = report_of({finding});
  set_fingerprints(report);
  return report.organizations[0].findings[0].fingerprint;
}

// The test vectors of the FNV specification (draft-eastlake-fnv, 64-bit FNV-1a).
TEST(Fnv1aTest, GivesTheValuesOfTheSpecification) {
  EXPECT_EQ(fnv1a(""), "cbf29ce484222325");
  EXPECT_EQ(fnv1a("a"), "af63dc4c8601ec8c");
  EXPECT_EQ(fnv1a("foobar"), "85944171f73967e8");
}

TEST(FingerprintTest, HashesCodeSubjectAndDetailInLowerCase) {
  EXPECT_EQ(fingerprint_of(fax_finding()), fnv1a("cl102\x1f"
                                                 "connector\x1f\x1f"
                                                 "fax\x1f"
                                                 "fax:*"));
}

TEST(FingerprintTest, HomeIsPartOfTheIdentity) {
  Finding finding = fax_finding();
  finding.subject.home = "First Routing Group";

  EXPECT_EQ(fingerprint_of(finding), fnv1a("cl102\x1f"
                                           "connector\x1f"
                                           "first routing group\x1f"
                                           "fax\x1f"
                                           "fax:*"));
}

TEST(FingerprintTest, DoesNotDependOnPlaceSeverityOrMessage) {
  Finding moved = fax_finding();
  moved.where = {.file = FileId{3}, .begin = 700, .length = 5};
  moved.severity = Severity::info;
  moved.message = "other words";

  EXPECT_EQ(fingerprint_of(moved), fingerprint_of(fax_finding()));
}

TEST(FingerprintTest, EqualOnesAreCountedOverTheWholeReport) {
  Report report = report_of({fax_finding(), fax_finding()});
  report.organizations.emplace_back().findings = {fax_finding()};

  set_fingerprints(report);

  const std::string identity =
      "cl102\x1f"
      "connector\x1f\x1f"
      "fax\x1f"
      "fax:*";
  EXPECT_EQ(report.organizations[0].findings[0].fingerprint, fnv1a(identity));
  EXPECT_EQ(report.organizations[0].findings[1].fingerprint, fnv1a(identity + "#2"));
  EXPECT_EQ(report.organizations[1].findings[0].fingerprint, fnv1a(identity + "#3"));
}

}  // namespace
}  // namespace connlint
