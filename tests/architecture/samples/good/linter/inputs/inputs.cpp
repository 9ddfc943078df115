#include "linter/import/import.h"
