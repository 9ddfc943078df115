#include "linter/cli/options.h"
