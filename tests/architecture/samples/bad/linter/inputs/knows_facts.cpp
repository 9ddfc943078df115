#include "linter/facts/source_server.h"
