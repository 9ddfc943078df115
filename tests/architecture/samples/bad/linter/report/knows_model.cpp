#include "linter/model/organization.h"
