#include "linter/import/table.h"

#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include "linter/formats/joined_list.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// An attribute with several values, and what these look like.
struct ListAttribute {
  std::string_view name;
  ListItems items{};
  /// Whether a `;` within a value makes it uncertain where the next one begins. The types of proxy
  /// addresses always stand before them.
  bool certain = false;
};

constexpr std::array kLists = {
    ListAttribute{"routingList", ListItems::address_spaces},
    ListAttribute{"gatewayProxy", ListItems::address_spaces, true},
    ListAttribute{"disabledGatewayProxy", ListItems::address_spaces, true},
    ListAttribute{"proxyAddresses", ListItems::address_spaces, true},
    ListAttribute{"msExchSourceBridgeheadServersDN", ListItems::words},
    ListAttribute{"msExchTargetBridgeheadServersDN", ListItems::words},
    ListAttribute{"msExchRoutingGroupMembersBL", ListItems::words},
    ListAttribute{"msExchRoutingGroupMembersDN", ListItems::words},
    ListAttribute{"msExchHomeRoutingGroupDNBL", ListItems::words},
    ListAttribute{"siteList", ListItems::words},
    ListAttribute{"authOrig", ListItems::words},
    ListAttribute{"unauthOrig", ListItems::words},
    ListAttribute{"dLMemSubmitPerms", ListItems::words},
    ListAttribute{"dLMemRejectPerms", ListItems::words},
    ListAttribute{"networkAddress", ListItems::words},
    ListAttribute{"msExchRoutingETRNDomains", ListItems::words},
    ListAttribute{"msExchSmtpAuthorizedTRNAccounts", ListItems::words},
};

const ListAttribute* list_attribute(std::string_view name) {
  for (const ListAttribute& row : kLists) {
    if (equals_ignoring_case(row.name, name)) return &row;
  }
  return nullptr;
}

bool is_of_csvde(const Record& record) {
  return !record.fields.empty() && record.fields.front().name.value == "DN";
}

}  // namespace

/// The value of a cell, as a list where the attribute has several values.
Value TableImporter::cut(const Field& cell) {
  const ListAttribute* attribute = list_attribute(cell.name.value);
  if (attribute == nullptr || cell.value.kind != ValueKind::text || cell.value.loss != Loss::none) {
    return cell.value;
  }
  const JoinedList joined =
      cut_joined_list(cell.value.text, attribute->items, ListJoiner::csvde, arena_);
  std::vector<Value> items = joined.values();
  // An entry keeps single values, so that the first one says it of the list.
  if (!items.empty() && joined.ambiguous && !attribute->certain) {
    items.front().loss = Loss::ambiguous;
  }
  Value list = cell.value;
  list.kind = ValueKind::list;
  list.items = arena_.keep(items);
  return list;
}

void TableImporter::record(const Record& record) {
  if (!is_directory_) is_directory_ = is_of_csvde(record);
  if (!*is_directory_) return cmdlet_.record(record);
  fields_.clear();
  for (const Field& cell : record.fields) fields_.push_back({cell.name, cut(cell)});
  Record entry = record;
  entry.fields = fields_;
  directory_.record(entry);
  arena_.reset();
}

void TableImporter::note(Note note) { notes_.push_back(std::move(note)); }

ImportedObjects TableImporter::finish() {
  ImportedObjects out = is_directory_.value_or(false) ? directory_.finish() : cmdlet_.finish();
  out.notes.insert(out.notes.begin(), std::make_move_iterator(notes_.begin()),
                   std::make_move_iterator(notes_.end()));
  return out;
}

}  // namespace connlint
