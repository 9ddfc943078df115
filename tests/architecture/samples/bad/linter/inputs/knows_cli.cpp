#include "linter/cli/command_line.h"
