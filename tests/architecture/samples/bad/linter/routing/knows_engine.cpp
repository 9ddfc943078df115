#include "linter/engine/finding.h"
