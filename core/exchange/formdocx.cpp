#include "exchange/formgrid.h"
