#include "linter/import/exported_object.h"

#include <algorithm>

#include "linter/import/names.h"
#include "linter/support/characters.h"
#include "linter/support/text.h"

namespace connlint {

void set_guid(Object& object, std::string_view guid, Span where) {
  std::string_view text = trim(guid);
  if (text.starts_with('{') && text.ends_with('}')) text = text.substr(1, text.size() - 2);
  if (text.find_first_not_of("0-") == std::string_view::npos) return;
  object.set({.property = Property::guid, .where = where, .value = lower(text)});
}

bool is_modern_group(std::string_view group) {
  return find_ignoring_case(group, kModernRoutingGroupMark) != std::string_view::npos;
}

std::string organization_of_dn(std::string_view dn) {
  const std::vector<NameStep> steps = parse_dn(dn);
  for (std::size_t i = 1; i + 1 < steps.size(); ++i) {
    if (equals_ignoring_case(steps[i].value, "Microsoft Exchange") &&
        equals_ignoring_case(steps[i + 1].value, "Services")) {
      return steps[i - 1].value;
    }
  }
  return {};
}

void learn_organization(ImportedObjects& out, const Text& dn) {
  if (!out.organization_name->empty()) return;
  out.organization_name = {organization_of_dn(dn.value), dn.where};
}

void keep_secret(ImportedObjects& out, ObjectKind kind, std::string_view object, const Text& name) {
  out.secrets.push_back({.object_kind = kind,
                         .object = std::string(object),
                         .property = std::string(name.value),
                         .where = name.where});
}

std::vector<Text> parts_of(const Text& text, std::string_view separators) {
  std::vector<Text> parts;
  std::size_t begin = 0;
  while (begin <= text.value.size()) {
    const std::size_t end =
        std::min(text.value.find_first_of(separators, begin), text.value.size());
    const std::string_view part = trim(text.value.substr(begin, end - begin));
    if (!part.empty()) {
      parts.push_back(
          text.part(static_cast<std::size_t>(part.data() - text.value.data()), part.size()));
    }
    begin = end + 1;
  }
  return parts;
}

Span heading_of(const SourceFile& file, Span where) {
  constexpr std::size_t kLongest = 200;
  const std::string_view whole(file.text);
  if (where.begin >= whole.size()) return where;
  std::string_view text = whole.substr(where.begin, where.length);
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  text = trim(cut(text.substr(0, text.find_first_of("\r\n")), kLongest));
  return text.empty() ? where : file.span_of(text);
}

void cover_objects(ImportedObjects& out) {
  for (const Object& object : out.objects) {
    out.coverage.add(object.object_kind());
    for (const PropertyValue& value : object.values()) {
      out.coverage.add(object.object_kind(), value.property);
    }
  }
}

}  // namespace connlint
