#include "linter/report/reporter.h"
