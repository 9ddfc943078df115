#include "linter/engine/run.h"
