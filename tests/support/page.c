/* SPDX-License-Identifier: MIT */
#include <stddef.h>

#ifdef _WIN32
#include <windows.h>
#else
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

#include "support/page.h"

#ifdef _WIN32
char *page_end(void) {
    const size_t size = 65536;
    DWORD old;
    char *pages =
        VirtualAlloc(NULL, 2 * size, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
    if (!pages || !VirtualProtect(pages + size, size, PAGE_NOACCESS, &old))
        return NULL;
    return pages + size;
}
#else
char *page_end(void) {
    const size_t size = (size_t)sysconf(_SC_PAGESIZE);
    FILE *file = tmpfile();
    if (!file || ftruncate(fileno(file), (off_t)(2 * size)) != 0)
        return NULL;
    char *pages = mmap(NULL, 2 * size, PROT_READ | PROT_WRITE, MAP_PRIVATE,
                       fileno(file), 0);
    fclose(file);
    if (pages == MAP_FAILED || mprotect(pages + size, size, PROT_NONE) != 0)
        return NULL;
    return pages + size;
}
#endif
