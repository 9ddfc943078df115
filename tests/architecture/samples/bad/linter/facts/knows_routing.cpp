#include "linter/routing/route.h"
