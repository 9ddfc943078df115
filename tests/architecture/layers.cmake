# Which layer may include which, and which libraries each may use: the same order as the links in
# linter/CMakeLists.txt. A path ending in / stands for every header below it.

set(headers_support linter/support/)
set(headers_source linter/source/ linter/support/)
set(headers_formats linter/formats/ linter/source/ linter/support/)
set(headers_model linter/model/ linter/source/ linter/support/)
set(headers_import linter/import/ linter/formats/ linter/model/ linter/source/ linter/support/)
set(headers_routing linter/routing/ linter/model/ linter/source/ linter/support/)
set(headers_engine linter/engine/ linter/routing/ linter/model/ linter/source/ linter/support/)
set(headers_report linter/report/ linter/engine/ linter/routing/ linter/model/ linter/source/
                   linter/support/)
set(headers_cli linter/)
set(headers_rules linter/model/ linter/routing/ linter/engine/rule.h linter/source/
                  linter/support/)

# The engine reads its own configuration, which is YAML, and nothing else.
set(configuration_sources "^linter/engine/config[a-z_]*\\.cpp$")
set(configuration_headers linter/formats/)

# Libraries, by the beginning of the path between < and >. Headers of layers that are not named here
# use the standard library alone; every .cpp may use fmt.
# <emmintrin.h> is the compiler's own: SSE2.
set(libraries_formats yaml-cpp/ fmt/ emmintrin.h)
set(libraries_import nlohmann/ fmt/)
set(libraries_report nlohmann/ fmt/)
set(libraries_cli CLI/ nlohmann/ yaml-cpp/ zip.h fmt/)
set(source_libraries fmt/)
# The operating system, where the standard library has no word for it; only in a .cpp.
set(system_source fcntl.h sys/ unistd.h)
set(system_cli sys/ unistd.h)
