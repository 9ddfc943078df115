#include "linter/engine/rule.h"
