// What both vocabularies of exports, cmdlet objects and directory entries, do alike with the
// objects that they make.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/formats/record.h"
#include "linter/import/imported_objects.h"
#include "linter/model/object.h"
#include "linter/source/source_store.h"

namespace connlint {

/// Sets the GUID in lower case, without braces. An empty one and one of zeros alone, which objects
/// have that no directory holds, set nothing: they do not tell objects apart.
void set_guid(Object& object, std::string_view guid, Span where);

/// Whether a routing group's name is that of Exchange 2007 and later, in any language.
bool is_modern_group(std::string_view group);

/// The name of the organisation that a distinguished name lies in: the step below
/// `CN=Microsoft Exchange`; empty where there is none.
std::string organization_of_dn(std::string_view dn);
/// Takes the organisation's name from a distinguished name, unless it is known already.
void learn_organization(ImportedObjects& out, const Text& dn);

/// Keeps that a field named `name` of the object holds a secret. The value is not asked for.
void keep_secret(ImportedObjects& out, ObjectKind kind, std::string_view object, const Text& name);

/// The parts of `text` between any of the separators, without blanks around and without empty ones,
/// each with its own place.
std::vector<Text> parts_of(const Text& text, std::string_view separators);

/// The place that stands for a whole object in a report: the first line of `where` that holds text,
/// without blanks around, at most 200 bytes of it.
Span heading_of(const SourceFile& file, Span where);

/// Says which kinds of object and property the objects of `out` hold.
void cover_objects(ImportedObjects& out);

}  // namespace connlint
