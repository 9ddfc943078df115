// The transport settings of the organisation (Get-TransportConfig) and of single servers
// (Get-TransportServer, Get-TransportService).
// Knows model types only.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/model/organization.h"

namespace connlint {

/// The largest message that the organisation accepts from its senders (MaxSendSize), or null where
/// no input tells.
const Size* organization_send_limit(const Organization& organization);

/// Finds the settings of a server. Keeps pointers into the organisation, which must outlive it.
class TransportSettings {
 public:
  explicit TransportSettings(const Organization& organization);
  explicit TransportSettings(const Organization&&) = delete;

  /// The settings of the server of that name or FQDN, or null where no input holds them.
  [[nodiscard]] const Object* of(std::string_view server) const;

 private:
  std::unordered_map<std::string, const Object*> by_host_;
};

/// The source servers of a connector that have a root path for Drop directories, in its order.
std::vector<std::string> sources_with_root_path(const Connector& connector,
                                                const TransportSettings& settings);

}  // namespace connlint
