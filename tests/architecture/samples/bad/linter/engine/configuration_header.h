#pragma once

#include "linter/formats/reader.h"
