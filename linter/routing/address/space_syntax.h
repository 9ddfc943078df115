// What a well-formed address space is, apart from its cost.
#pragma once

#include <string>

#include "linter/model/address_space.h"

namespace connlint {

/// The products differ in what they take.
enum class SpaceProduct {
  modern,  ///< Exchange 2007 and later.
  legacy,  ///< Exchange 2000/2003, judged by what setup of Exchange 2007 accepts.
};

/// Whether the space is `--`, all accepted domains, which only an Edge Transport server knows
/// (the `--` of New-SendConnector and of Edge subscriptions).
bool is_accepted_domains_mark(const AddressSpace& space);

/// Whether an SMTP space holds characters outside ASCII, of which RFC 1035 says nothing.
bool has_foreign_letters(const AddressSpace& space);

/// What is wrong with the space, as a clause that says what is accepted (`its wildcard ...`), or
/// empty. Scope word, type name, cost and `--` are not looked at.
/// - SMTP: `*`, or a domain by RFC 1035, with `*.` before it or not (New-SendConnector, ExBPA
///   e106ab09). Underscores are let through, and characters outside ASCII.
/// - X400: attributes in the style of RFC 1685, between `;` or `,`, in any order; country and ADMD
///   (X.402), in 2000/2003 also one of PRMD, organisation and unit; lengths as in X.411. `c=*` is
///   all of X.400.
/// - Other types: anything but nothing; in 2000/2003 nothing means all.
std::string space_fault(const AddressSpace& space, SpaceProduct product);

}  // namespace connlint
