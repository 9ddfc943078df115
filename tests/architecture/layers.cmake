# Which layer may include which, and which libraries each may use: the same order as the links in
# linter/CMakeLists.txt. A path ending in / stands for every header below it.

set(headers_support linter/support/)
set(headers_source linter/source/ ${headers_support})
set(headers_formats linter/formats/ ${headers_source})
set(headers_model linter/model/ ${headers_source})
set(headers_import linter/import/ linter/formats/ ${headers_model})
set(headers_inputs linter/inputs/ ${headers_import})
set(headers_facts linter/facts/ ${headers_model})
set(headers_routing linter/routing/ ${headers_facts})
set(headers_outlook linter/outlook/ ${headers_routing})
set(headers_engine linter/engine/ ${headers_outlook})
set(headers_report linter/report/ ${headers_engine})
set(headers_cli linter/)
set(headers_rules linter/engine/rule.h ${headers_outlook})

# The doors of a stage: what is behind one does not know it. FOLDER=HEADER; the .cpp of the header
# and the stages that come later may include it.
set(doors linter/import/=linter/import/import.h)

# The engine reads its own configuration, which is YAML, and nothing else.
set(configuration_sources "^linter/engine/config[a-z_]*\\.cpp$")
set(configuration_headers linter/formats/)

# Libraries, by the beginning of the path between < and >. Headers of layers that are not named here
# use the standard library alone; every .cpp may use fmt.
# <emmintrin.h> is the compiler's own: SSE2.
set(libraries_formats pugixml.hpp yaml-cpp/ fmt/ emmintrin.h)
# Rules report with format strings.
set(libraries_engine fmt/)
set(libraries_import nlohmann/ fmt/)
set(libraries_report nlohmann/ fmt/)
set(libraries_inputs zip.h fmt/)
set(libraries_cli CLI/ nlohmann/ yaml-cpp/ fmt/)
set(source_libraries fmt/)
# The operating system, where the standard library has no word for it; only in a .cpp.
set(system_source fcntl.h sys/ unistd.h)
set(system_cli sys/ unistd.h)
set(system_inputs fcntl.h sys/ unistd.h)
