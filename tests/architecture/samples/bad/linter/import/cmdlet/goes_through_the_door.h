#pragma once
#include "linter/import/import.h"
