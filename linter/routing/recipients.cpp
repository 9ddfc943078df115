#include "linter/routing/recipients.h"

#include <algorithm>

#include <fmt/format.h>

#include "linter/facts/address_types/type_name.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// `type:address` in lower case; an address without a type is one of SMTP.
std::string directory_key(std::string_view written) {
  const std::string text = lower(trim(written));
  return text.find(':') == std::string::npos ? "smtp:" + text : text;
}

std::string directory_key(const Address& address) {
  return lower(address.type) + ":" + lower(address.value);
}

/// The domain of `SMTP:user@domain`, or empty.
std::string_view smtp_domain_of(std::string_view key) {
  if (!key.starts_with("smtp:")) return {};
  const std::size_t at = key.rfind('@');
  return at == std::string_view::npos ? std::string_view() : key.substr(at + 1);
}

/// `'contoso.com' is an authoritative accepted domain`, `'a.contoso.com' lies in the authoritative
/// accepted domain 'contoso.com'`.
std::string domain_text(const Address& address, const AcceptedMatch& match) {
  const std::string_view role = name_of(match.role());
  const std::string_view article = match.role() == DomainRole::external_relay ||
                                           match.role() == DomainRole::internal_relay ||
                                           match.role() == DomainRole::authoritative
                                       ? "an"
                                       : "a";
  if (match.exact)
    return fmt::format("{} is {} {} accepted domain", quoted(address.domain), article, role);
  return fmt::format("{} lies in the {} accepted domain {}{}", quoted(address.domain), role,
                     quoted(match.domain->name()),
                     match.domain->flag(Property::match_sub_domains).value_or(false)
                         ? " with its subdomains"
                         : "");
}

}  // namespace

Recipients::Recipients(const Organization& organization) : accepted_(organization) {
  for (const Recipient& recipient : organization.recipients) {
    const bool mailbox = recipient.text(Property::target_address).empty();
    for (const Located<std::string>& address : recipient.names(Property::email_addresses)) {
      const std::string key = directory_key(*address);
      by_address_.emplace(key, &recipient);
      if (!mailbox) continue;
      const AcceptedMatch match = accepted_.of(smtp_domain_of(key));
      if (match.exact) populated_.insert(match.domain);
    }
  }
}

Resolution Recipients::resolve(const Address& address) const {
  if (is_internal_type(address.type)) {
    return {.kind = Resolution::Kind::inside,
            .reason = fmt::format(
                "addresses of type {} are looked up in the directory and never routed: a recipient "
                "that is found there is delivered inside the organisation",
                address.type),
            .target = {}};
  }
  const auto found = by_address_.find(directory_key(address));
  if (found != by_address_.end()) return resolve_found(*found->second, address);
  if (address.type == "SMTP") return resolve_smtp(address);
  return {};
}

Resolution Recipients::resolve_found(const Recipient& recipient, const Address& address) const {
  const std::string_view target = recipient.text(Property::target_address);
  Resolution inside = address.type == "SMTP" ? resolve_smtp(address) : Resolution{};
  if (target.empty()) {
    inside.kind = inside.kind == Resolution::Kind::relayed ? Resolution::Kind::relayed
                                                           : Resolution::Kind::inside;
    inside.reason = fmt::format(
        "recipient {} of the directory has this address, so that the mail "
        "is delivered inside the organisation",
        quoted(recipient.name()));
    return inside;
  }
  Result<Address> parsed = parse_address(target, {});
  if (!parsed.ok() || directory_key(parsed.value()) == directory_key(address)) return inside;
  return {.kind = Resolution::Kind::forwarded,
          .reason = fmt::format("recipient {} of the directory has this address, and its mail goes "
                                "to its target address {}",
                                quoted(recipient.name()), quoted(target)),
          .target = std::move(parsed).value()};
}

Resolution Recipients::resolve_smtp(const Address& address) const {
  using Kind = Resolution::Kind;
  if (!accepted_.known()) {
    return {.kind = Kind::routed,
            .reason = fmt::format("no input tells the accepted domains: were {} one of them, the "
                                  "directory would be asked first",
                                  quoted(address.domain)),
            .target = {}};
  }
  const AcceptedMatch match = accepted_.of(address.domain);
  switch (match.role()) {
    case DomainRole::foreign: return {};
    case DomainRole::external_relay:
      return {.kind = Kind::routed,
              .reason = domain_text(address, match) + ", whose mail goes on by a connector",
              .target = {}};
    case DomainRole::internal_relay:
      return {.kind = Kind::relayed,
              .reason = domain_text(address, match) +
                        ": the directory is asked first, and recipients that are found there are "
                        "delivered inside the organisation",
              .target = {}};
    case DomainRole::unknown:
      return {.kind = Kind::open,
              .reason = fmt::format("no input tells the type of accepted domain {}",
                                    quoted(match.domain->name())),
              .target = {}};
    case DomainRole::authoritative: break;
  }
  if (populated_.contains(match.domain)) {
    return {.kind = Kind::returned,
            .reason = domain_text(address, match) +
                      ", and none of the recipients that the inputs hold has this address: the "
                      "message is returned with an NDR (5.1.1)",
            .target = {}};
  }
  return {.kind = Kind::inside,
          .reason = domain_text(address, match) +
                    ": the directory is asked before any connector, and recipients that are found "
                    "there are delivered inside the organisation",
          .target = {}};
}

}  // namespace connlint
