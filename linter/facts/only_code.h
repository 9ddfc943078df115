// Whether Exchange still has to accept what the inputs state.
#pragma once

#include "linter/model/organization.h"

namespace connlint {

/// Whether all inputs are code (DSC, scripts, playbooks): what a cmdlet refuses fails when the code
/// runs, while in an export it is a setting that got there in another way.
inline bool is_code_only(const Organization& organization) {
  const Coverage& coverage = organization.coverage;
  return coverage.code && !coverage.cmdlet_objects && !coverage.directory_objects &&
         !coverage.organization_files;
}

}  // namespace connlint
