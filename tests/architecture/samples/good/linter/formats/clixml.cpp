#include "linter/formats/clixml.h"

#include <vector>

#include <pugixml.hpp>

#include "linter/source/span.h"
