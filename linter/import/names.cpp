#include "linter/import/names.h"

#include <algorithm>

#include "linter/support/hexadecimal.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::string_view kDeletedMark = " (deleted)";
constexpr std::size_t kMaxSteps = 64;  // real names stay below 20

/// Takes the value of a step off `text` from `at` on, escapes undone; stops at the comma or the
/// end.
std::string take_value(std::string_view text, std::size_t& at) {
  const std::size_t plain = std::min(text.find_first_of(",\"\\", at), text.size());
  std::string value(text.substr(at, plain - at));
  bool quoted = false;
  for (at = plain; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') {
      quoted = !quoted;
    } else if (c == '\\' && at + 1 < text.size()) {
      if (const std::optional<char> byte = hex_byte(text, at + 1)) {
        value += *byte;
        at += 2;
      } else {
        value += text[++at];
      }
    } else if (c == ',' && !quoted) {
      break;
    } else {
      value += c;
    }
  }
  while (!value.empty() && value.back() == ' ') value.pop_back();
  return value;
}

/// `NAME<line feed>DEL:<guid>` is how the directory names a deleted object (event 2937).
std::string mark_deleted(std::string value) {
  const std::size_t mark = value.find("DEL:");
  if (mark == std::string::npos || mark == 0) return value;
  const std::string_view name = trim(std::string_view(value).substr(0, mark));
  return std::string(name) + std::string(kDeletedMark);
}

bool is_step(const NameStep& step, std::string_view value) {
  return step.type == "CN" && equals_ignoring_case(step.value, value);
}

/// The parts of `Group\Name`, of a canonical path or of a legacyExchangeDN between separators.
std::string_view last_part(std::string_view text, char separator) {
  const std::size_t at = text.rfind(separator);
  return at == std::string_view::npos ? text : text.substr(at + 1);
}

/// Whether `text` is a canonical name: a DNS name, then a path (`contoso.com/Configuration/...`).
bool is_canonical_path(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || slash == 0) return false;
  const std::string_view domain = text.substr(0, slash);
  return domain.find('.') != std::string_view::npos && domain.find(' ') == std::string_view::npos &&
         domain.find('\\') == std::string_view::npos;
}

/// The steps of a distinguished name of several steps, else none.
std::vector<NameStep> steps_of(std::string_view text) {
  if (text.find('=') == std::string_view::npos || text.find(',') == std::string_view::npos)
    return {};
  return parse_dn(text);
}

/// The name that a text which is no distinguished name ends with.
std::string undistinguished_name(std::string_view text) {
  if (starts_with_ignoring_case(text, "/o=")) {
    const std::string_view part = last_part(text, '/');
    return std::string(part.substr(part.find('=') + 1));
  }
  if (is_canonical_path(text)) return mark_deleted(std::string(last_part(text, '/')));
  return mark_deleted(std::string(text));
}

}  // namespace

std::vector<NameStep> parse_dn(std::string_view text) {
  std::vector<NameStep> steps;
  steps.reserve(12);
  std::size_t at = 0;
  while (at < text.size() && steps.size() < kMaxSteps) {
    while (at < text.size() && is_space(text[at])) ++at;
    const std::size_t type_begin = at;
    while (at < text.size() && (is_letter(text[at]) || is_digit(text[at]) || text[at] == '.')) ++at;
    const std::string_view type = text.substr(type_begin, at - type_begin);
    while (at < text.size() && text[at] == ' ') ++at;
    if (type.empty() || at >= text.size() || text[at] != '=') return {};
    ++at;
    while (at < text.size() && text[at] == ' ') ++at;
    const std::size_t offset = at;
    steps.push_back({upper(type), mark_deleted(take_value(text, at)), offset});
    ++at;
  }
  return steps;
}

bool is_dn(std::string_view text) { return !steps_of(text).empty(); }

std::string dn_key(std::string_view text) {
  std::string key;
  for (const NameStep& step : parse_dn(text)) {
    key += lower(step.type) + "=" + lower(step.value);
    key += '\x1F';
  }
  return key;
}

std::string short_name(std::string_view reference) {
  const std::string_view text = trim(reference);
  const std::vector<NameStep> steps = steps_of(text);
  return steps.empty() ? undistinguished_name(text) : steps.front().value;
}

std::string server_name(std::string_view reference) {
  const std::vector<NameStep> steps = steps_of(trim(reference));
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    if (is_step(steps[i + 1], "Servers")) return steps[i].value;
  }
  if (!steps.empty()) return steps.front().value;
  // A canonical path to something below a server names the server after `/Servers/`.
  constexpr std::string_view kServers = "/Servers/";
  const std::size_t at = find_ignoring_case(reference, kServers);
  if (at != std::string_view::npos && is_canonical_path(reference)) {
    const std::string_view rest = reference.substr(at + kServers.size());
    return std::string(rest.substr(0, rest.find('/')));
  }
  return undistinguished_name(trim(reference));
}

bool is_deleted_name(std::string_view name) { return name.ends_with(kDeletedMark); }

std::string_view without_deleted_mark(std::string_view name) {
  return is_deleted_name(name) ? name.substr(0, name.size() - kDeletedMark.size()) : name;
}

std::string routing_group_of_dn(std::string_view dn) {
  const std::vector<NameStep> steps = parse_dn(dn);
  std::string group;
  std::string administrative_group;
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    if (is_step(steps[i + 1], "Routing Groups")) group = steps[i].value;
    if (is_step(steps[i + 1], "Administrative Groups")) administrative_group = steps[i].value;
  }
  if (group.empty()) return {};
  return administrative_group.empty() ? group : administrative_group + "\\" + group;
}

std::string routing_group_name(std::string_view reference) {
  const std::string_view text = trim(reference);
  if (is_dn(text)) {
    std::string group = routing_group_of_dn(text);
    return group.empty() ? short_name(text) : group;
  }
  if (is_canonical_path(text)) {
    const std::vector<std::string_view> parts = split(text, '/');
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      if (!equals_ignoring_case(parts[i], "Routing Groups")) continue;
      const std::string group(parts[i + 1]);
      return i > 0 ? std::string(parts[i - 1]) + "\\" + group : group;
    }
    return std::string(parts.back());
  }
  const std::vector<std::string_view> parts = split(text, '\\');
  if (parts.size() < 2) return std::string(text);
  return std::string(trim(parts[parts.size() - 2])) + "\\" + std::string(trim(parts.back()));
}

GroupName split_group_name(std::string_view text) {
  const std::size_t at = text.find('\\');
  if (at == std::string_view::npos) return {{}, text};
  return {text.substr(0, at), text.substr(at + 1)};
}

}  // namespace connlint
