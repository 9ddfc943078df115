#include <unistd.h>

#include <CLI/CLI.hpp>

#include "linter/import/import.h"
#include "linter/report/reporter.h"
