#include "linter/formats/reader.h"
