/* SPDX-License-Identifier: MIT */
#include "predicates.h"

/* With || and && as it has them: each is a jump, or not, as the compiler
   likes. */
bool receives_ws(unsigned code) {
    return (code >= 1000 && code <= 1014 && code != 1004 && code != 1005 &&
            code != 1006) ||
           (code >= 3000 && code <= 4999);
}
