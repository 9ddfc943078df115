// What stands before the first element of an XML text: enough to claim it, or to refuse it.
#pragma once

#include <string>
#include <string_view>

namespace connlint {

/// What a text shows before its first element.
struct XmlProlog {
  /// The name of the first element; empty where there is none.
  std::string_view root;
  /// The document type declaration from `<!DOCTYPE` to the name in it; empty where there is none.
  std::string_view doctype;
  /// The name that the declaration gives to the first element.
  std::string_view doctype_name;
};

/// Reads the declaration, comments and the document type declaration at the begin of `text`.
/// Everything is empty where the text is no XML.
XmlProlog read_prolog(std::string_view text);

/// Whether a name may begin with `c`.
bool is_xml_name_begin(char c);
/// The name that begins at `begin`: up to a blank or a sign that XML gives a meaning to.
std::string_view xml_name_at(std::string_view text, std::size_t begin);
/// `text` for a message: its beginning, no character cut.
std::string shortened_for_message(std::string_view text);
/// What stands at `at`, in quotes, for a message; `the end of the file` behind the last character.
std::string xml_found_at(std::string_view text, std::size_t at);

}  // namespace connlint
