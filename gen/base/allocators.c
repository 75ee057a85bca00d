/* SPDX-License-Identifier: MIT */
#include "base/allocators.h"

#include <stdlib.h>

#include <jansson.h>
#include <libxml/xmlmemory.h>

#include "base/memory.h"

void allocators_install(void) {
    (void)xmlMemSetup(free, memory_alloc, memory_resize, memory_text);
    json_set_alloc_funcs(memory_alloc, free);
}
