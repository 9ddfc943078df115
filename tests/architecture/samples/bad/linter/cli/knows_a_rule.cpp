#include "rules/connector/connector_without_source_server.h"
