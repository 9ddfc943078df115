#pragma once

#include "linter/source/span.h"
