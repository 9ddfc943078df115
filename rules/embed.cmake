# Writes the tables of linter/engine/rule.h, rules and topics with their documents, as C++ sources.

# Sets ${result} to C++ string literals that hold the text of a file byte by byte. Raw literals, so
# that nothing in the text needs escaping; several, cut at line ends, since compilers limit the
# length of one.
function(connlint_text_as_literals path result)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
  file(READ ${path} text)
  string(FIND "${text}" ")connlint\"" delimiter)
  if(NOT delimiter EQUAL -1)
    message(FATAL_ERROR "${path} contains )connlint\", which ends the string literal around it")
  endif()
  set(longest 8000)
  set(literals "")
  string(LENGTH "${text}" length)
  while(length GREATER longest)
    string(SUBSTRING "${text}" 0 ${longest} piece)
    string(FIND "${piece}" "\n" cut REVERSE)
    if(cut EQUAL -1)
      message(FATAL_ERROR "${path} has a line of more than ${longest} bytes")
    endif()
    math(EXPR cut "${cut} + 1")
    string(SUBSTRING "${text}" 0 ${cut} piece)
    string(APPEND literals "\n    R\"connlint(${piece})connlint\"")
    string(SUBSTRING "${text}" ${cut} -1 text)
    string(LENGTH "${text}" length)
  endwhile()
  string(APPEND literals "\n    R\"connlint(${text})connlint\"")
  set(${result} "${literals}" PARENT_SCOPE)
endfunction()

# Writes a file only when its text changes, so that nothing is compiled again without need.
function(connlint_write_source path text)
  file(WRITE ${path}.new "${text}")
  file(COPY_FILE ${path}.new ${path} ONLY_IF_DIFFERENT)
endfunction()

# Sets ${result} to the first sentence below `## What it finds`, in one line and without final stop:
# the summary of the rule.
function(connlint_summary_of path result)
  file(READ ${path} text)
  set(heading "\n## What it finds\n")
  string(FIND "${text}" "${heading}" begin)
  if(NOT begin EQUAL -1)
    string(LENGTH "${heading}" length)
    math(EXPR begin "${begin} + ${length}")
    string(SUBSTRING "${text}" ${begin} -1 text)
    string(FIND "${text}" "\n\n" end)
    string(SUBSTRING "${text}" 0 ${end} text)
    string(REPLACE "\n" " " text "${text} ")
    string(FIND "${text}" ". " stop)
  endif()
  if(begin EQUAL -1 OR stop LESS 1)
    message(FATAL_ERROR "${path} needs the heading `## What it finds` and a sentence below it, "
                        "which is the rule's summary")
  endif()
  string(SUBSTRING "${text}" 0 ${stop} text)
  if(text MATCHES "[\"\\]")
    message(FATAL_ERROR "${path}: the first sentence of a rule holds no quotes and no backslash")
  endif()
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

# connlint_put_rules_together(<result> <rule>...): sources, each with sixteen rules, since most of the
# time of a small source goes into its headers. Each rule stands in a namespace of its own, named
# as it is with underscores, since all call their parts alike; the headers stand before it.
function(connlint_put_rules_together result)
  set(batch 0)
  set(size 16)
  set(together "")
  list(LENGTH ARGN count)
  math(EXPR last "${count} - 1")
  foreach(begin RANGE 0 ${last} ${size})
    list(SUBLIST ARGN ${begin} ${size} some)
    set(headers "")
    set(bodies "")
    foreach(rule IN LISTS some)
      set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
                                             ${CMAKE_CURRENT_SOURCE_DIR}/${rule}.cpp)
      file(STRINGS ${rule}.cpp lines REGEX "^#include ")
      list(APPEND headers ${lines})
      string(MAKE_C_IDENTIFIER ${rule} identifier)
      string(APPEND bodies "namespace ${identifier} {\nusing namespace ::connlint;\n"
                           "#include \"rules/${rule}.cpp\"\n}\n")
    endforeach()
    list(REMOVE_DUPLICATES headers)
    list(JOIN headers "\n" headers)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/together_${batch}.cpp)
    connlint_write_source(${source} "${headers}\n${bodies}")
    list(APPEND together ${source})
    math(EXPR batch "${batch} + 1")
  endforeach()
  set(${result} ${together} PARENT_SCOPE)
endfunction()

# connlint_add_rules(<subject>/<name>...): the library connlint_rules with these rules and
# connlint::rule_table(). With CMAKE_UNITY_BUILD many rules are compiled together.
function(connlint_add_rules)
  set(declarations "")
  set(entries "")
  set(sources "")
  foreach(rule IN LISTS ARGN)
    get_filename_component(name ${rule} NAME)
    get_filename_component(subject ${rule} DIRECTORY)
    string(REPLACE "-" "_" identifier ${name})
    set(path ${CMAKE_CURRENT_SOURCE_DIR}/${rule}.md)
    connlint_text_as_literals(${path} document)
    connlint_summary_of(${path} summary)
    set(space "connlint::rules")
    if(CMAKE_UNITY_BUILD)
      string(MAKE_C_IDENTIFIER ${rule} outer)
      set(space "${outer}::connlint::rules")
    endif()
    string(APPEND declarations "namespace ${space} {\n::connlint::Rule ${identifier}();\n}\n")
    string(APPEND entries "      {::${space}::${identifier}(),\n       \"${name}\", \"${subject}\",\n"
                          "       \"${summary}\",${document},\n       \"rules/${rule}.md\"},\n")
    list(APPEND sources ${rule}.cpp)
  endforeach()

  set(table ${CMAKE_CURRENT_BINARY_DIR}/rule_table.cpp)
  string(CONCAT text
    "#include \"linter/engine/rule.h\"\n\n${declarations}\nnamespace connlint {\n\n"
    "std::span<const RuleEntry> rule_table() {\n"
    "  static const RuleEntry kRules[] = {\n${entries}  };\n  return kRules;\n}\n\n"
    "}  // namespace connlint\n")
  connlint_write_source(${table} "${text}")

  if(CMAKE_UNITY_BUILD)
    connlint_put_rules_together(sources ${ARGN})
  endif()
  add_library(connlint_rules STATIC ${sources} ${table})
  connlint_configure_target(connlint_rules)
  # All rules call their parts alike, so that CMake cannot put them together.
  set_target_properties(connlint_rules PROPERTIES UNITY_BUILD OFF)
  if(CONNLINT_PRECOMPILE)
    target_precompile_headers(connlint_rules PRIVATE <array> <string> <vector> <fmt/format.h>
                              ${PROJECT_SOURCE_DIR}/linter/engine/rule.h)
  endif()
  target_link_libraries(
    connlint_rules
    PUBLIC connlint_engine connlint_routing connlint_model connlint_source connlint_support
    PRIVATE fmt::fmt)
  # The test that every rule file is in the list compares with this.
  string(JOIN "\n" list ${ARGN})
  connlint_write_source(${CMAKE_CURRENT_BINARY_DIR}/rules.txt "${list}\n")
endfunction()

# connlint_add_topics(<name>...): connlint::topic_table() with rules/topics/<name>.md, the
# documents of `connlint explain` that belong to no rule.
function(connlint_add_topics)
  set(entries "")
  set(count 0)
  foreach(topic IN LISTS ARGN)
    connlint_text_as_literals(${CMAKE_CURRENT_SOURCE_DIR}/topics/${topic}.md document)
    string(APPEND entries "    Topic{\"${topic}\",${document}},\n")
    math(EXPR count "${count} + 1")
  endforeach()
  set(table ${CMAKE_CURRENT_BINARY_DIR}/topic_table.cpp)
  string(CONCAT text
    "#include <array>\n#include <span>\n\n#include \"linter/engine/rule.h\"\n\n"
    "namespace connlint {\nnamespace {\n\n"
    "const std::array<Topic, ${count}> kTopics = {\n${entries}};\n\n}  // namespace\n\n"
    "std::span<const Topic> topic_table() { return kTopics; }\n\n"
    "}  // namespace connlint\n")
  connlint_write_source(${table} "${text}")
  target_sources(connlint_rules PRIVATE ${table})
endfunction()
