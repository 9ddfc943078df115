#include "linter/formats/documents/yaml.h"

#include <vector>

#include <yaml-cpp/parser.h>

#include "linter/source/span.h"
