#include "linter/inputs/inputs.h"
