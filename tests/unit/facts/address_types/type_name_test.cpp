#include "linter/facts/address_types/type_name.h"

#include <gtest/gtest.h>

namespace connlint {
namespace {

TEST(IsMatchableType, takes_letters_and_digits_only) {
  for (const char* type : {"FAX", "fax", "X400", "3COM"}) EXPECT_TRUE(is_matchable_type(type));
  for (const char* type : {"", "X.400", "FAX-EU", "FAX EU", "FÄX"}) {
    EXPECT_FALSE(is_matchable_type(type)) << type;
  }
}

TEST(IsInternalType, knows_the_types_of_the_directory) {
  for (const char* type : {"EX", "x500", "MAPIPDL", "EUM"}) EXPECT_TRUE(is_internal_type(type));
  for (const char* type : {"SMTP", "X400", "FAX"}) EXPECT_FALSE(is_internal_type(type));
}

TEST(TypeMeantBy, is_nothing_for_well_known_types_and_strange_ones) {
  for (const char* type : {"FAX", "fax", "COMPUSERVE", "MMS", "PAGER", "WHATEVER", ""}) {
    EXPECT_EQ(type_meant_by(type), std::nullopt) << type;
  }
}

TEST(TypeMeantBy, sees_through_signs_other_names_and_misspellings) {
  EXPECT_EQ(type_meant_by("X.400"), "X400");
  EXPECT_EQ(type_meant_by("F.A.X"), "FAX");
  EXPECT_EQ(type_meant_by("Telefax"), "FAX");
  EXPECT_EQ(type_meant_by("FAXX"), "FAX");
  EXPECT_EQ(type_meant_by("SMPT"), "SMTP");
  EXPECT_EQ(type_meant_by("NOTE"), "NOTES");
}

TEST(TypeMeantBy, takes_numbered_and_short_types_as_meant) {
  EXPECT_EQ(type_meant_by("FAX2"), std::nullopt);
  EXPECT_EQ(type_meant_by("PAX"), std::nullopt);
}

}  // namespace
}  // namespace connlint
