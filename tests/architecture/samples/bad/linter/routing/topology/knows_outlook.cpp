#include "linter/outlook/gate.h"
