#include <yaml-cpp/parser.h>
