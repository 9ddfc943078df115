#include "connector.h"
