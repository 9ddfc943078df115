// The resources of DSC that configure connectors and accepted domains.
#pragma once

#include <string_view>
#include <vector>

#include "linter/formats/record.h"
#include "linter/import/code/parameters.h"

namespace connlint {

/// A type of resource.
struct CodeResource {
  /// Its name without the prefixes of older modules: `ExchSendConnector`.
  std::string_view name;
  /// The noun of the cmdlets that it calls.
  std::string_view noun;
  /// The property that names the object.
  std::string_view key;
  /// All its properties, separated by blanks, without those that every resource has.
  std::string_view properties;
};

/// The first field of that name, without regard to case, or null.
const Field* field_named(const Record& record, std::string_view name);

/// The resource that a name means: `ExchSendConnector`, `xExchSendConnector`, the classes
/// `MSFT_ExchSendConnector` and `DSC_ExchSendConnector` of compiled configurations, and
/// `cEXOInboundConnector` of Datum; null where it is none of ours.
const CodeResource* code_resource_named(std::string_view name);

/// The resource that properties of these names belong to, told by those that only it has; null
/// where they tell none.
const CodeResource* code_resource_with(const std::vector<std::string_view>& properties);

/// The names of all properties that the resource may state.
std::vector<std::string_view> code_resource_properties(const CodeResource& resource);

}  // namespace connlint
