#include "rules/address-space/shared.h"
