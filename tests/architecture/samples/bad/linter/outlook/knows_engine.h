#pragma once
#include "linter/engine/rule.h"
