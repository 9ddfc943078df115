#include "linter/formats/record.h"
