#include "linter/engine/rule.h"

#include <string_view>

#include <fmt/format.h>

#include "linter/model/connector.h"
#include "linter/routing/routing_model.h"
