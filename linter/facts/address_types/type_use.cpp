#include "linter/facts/address_types/type_use.h"

#include "linter/support/text.h"

namespace connlint {
namespace {

/// Adds the type of `TYPE:address`; an address without one is of SMTP.
void add_type(std::string_view address, std::set<std::string>& types) {
  const std::size_t colon = address.find(':');
  if (colon != std::string_view::npos) types.insert(upper(trim(address.substr(0, colon))));
}

}  // namespace

std::set<std::string> used_types(const Organization& organization) {
  std::set<std::string> types;
  for (const RequiredType& required : organization.required_types) types.insert(required.type);
  for (const Recipient& recipient : organization.recipients) {
    add_type(recipient.text(Property::target_address), types);
    for (const auto& address : recipient.names(Property::email_addresses)) {
      add_type(*address, types);
    }
  }
  for (const Object& object : organization.others) {
    for (const auto& address : object.names(Property::enabled_email_address_templates)) {
      add_type(*address, types);
    }
  }
  return types;
}

std::set<std::string> template_types(const Organization& organization) {
  std::set<std::string> types;
  for (const Object& object : organization.others) {
    if (object.object_kind() == ObjectKind::address_template) types.insert(upper(object.name()));
  }
  return types;
}

}  // namespace connlint
