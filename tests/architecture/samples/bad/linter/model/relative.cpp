#include "../source/span.h"
