#include "linter/facts/server_kind.h"
