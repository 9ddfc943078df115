#include "linter/engine/configuration.h"

#include <string>

#include <fmt/format.h>

#include "linter/formats/reader.h"
#include "linter/support/text.h"
