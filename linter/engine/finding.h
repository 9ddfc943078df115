// A finding: what a rule reports. Owns everything it needs to be printed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "linter/source/span.h"

namespace connlint {

/// info: worth knowing. warning: mail will be lost under a foreseeable condition, or a documented
/// recommendation is broken. error: mail is lost, bounced or looped, or a secret leaks.
enum class Severity : std::uint8_t { info, warning, error };
/// `info`, `warning`, `error`.
std::string_view word_of(Severity severity);
/// The severity that a word means, without regard to case, or nothing.
std::optional<Severity> severity_named(std::string_view word);

/// How sure a rule is: stated by the product's documentation; a documented recommendation; inferred
/// from documented behaviour (never above warning).
enum class Confidence : std::uint8_t { documented, recommended, inferred };
std::string_view word_of(Confidence confidence);

/// The object that a finding is about.
struct Subject {
  /// `connector`, `server`, ..., `address-type`, `organization`, `file`.
  std::string kind;
  std::string name;
  /// What tells it from others of the same kind and name (the home of a connector), or empty.
  std::string home = {};
};

/// Another place that the reader of a finding should look at.
struct Related {
  std::string message;
  Span where{};
};

/// What a rule found. It always has a real place.
struct Finding {
  /// Of the rule; static storage.
  std::string_view code, rule;
  Severity severity = Severity::warning;
  Subject subject;
  /// A sentence without final stop that names objects and values, never files or lines.
  std::string message;
  Span where{};
  std::vector<Related> related;
  /// The address space or property that it is about; part of its fingerprint.
  std::string detail;
  /// 16 hexadecimal digits, see `fingerprint.h`.
  std::string fingerprint;

  /// Adds another place to look at; the message is a format string. Returns the finding.
  template <class... Values>
  Finding& also(Span place, fmt::format_string<Values...> text, Values&&... values) {
    related.push_back({fmt::format(text, std::forward<Values>(values)...), place});
    return *this;
  }
};

}  // namespace connlint
