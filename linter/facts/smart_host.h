// The forms in which a smart host is written. Knows nothing of connectors.
#pragma once

#include <string_view>

namespace connlint {

/// What a text is that stands in a list of smart hosts.
enum class SmartHostForm {
  name,               ///< A host name: `relay.contoso.com`.
  address,            ///< An IP address without brackets: `192.0.2.20`.
  bracketed_address,  ///< An IP address in brackets, as SMTP writes it: `[192.0.2.20]`.
  with_port,          ///< A host name or address with a port behind it: `relay.contoso.com:587`.
  own_servers,        ///< `--`, the transport servers inside, which only Edge Transport knows.
  invalid,            ///< None of these.
};

/// A smart host.
struct SmartHost {
  SmartHostForm form = SmartHostForm::invalid;
  /// The host alone: without brackets and port. A view into the text.
  std::string_view host;

  [[nodiscard]] bool is_address() const {
    return form == SmartHostForm::address || form == SmartHostForm::bracketed_address;
  }
};

/// Reads a smart host (New-SendConnector: an FQDN or an IP address). Names are judged by RFC 1123;
/// single labels, underscores and characters outside ASCII are let through.
SmartHost smart_host_of(std::string_view text);

}  // namespace connlint
