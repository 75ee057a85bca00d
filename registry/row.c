/* SPDX-License-Identifier: MIT */
#include "row.h"

WSCLOSE_HIDDEN const wsclose_page_index
    wsclose_page_of[WSCLOSE_PAGE_OF_COUNT] = {WSCLOSE_PAGE_OF};
WSCLOSE_HIDDEN const wsclose_page wsclose_pages[WSCLOSE_PAGE_COUNT] = {
    WSCLOSE_PAGES};

_Static_assert(sizeof((wsclose_page_index[]){WSCLOSE_PAGE_OF}) /
                       sizeof(wsclose_page_index) ==
                   WSCLOSE_PAGE_OF_COUNT,
               "every code below the limit has a page");
_Static_assert(WSCLOSE_PAGE_COUNT - 1 <= (wsclose_page_index)-1,
               "an index entry holds every page");
_Static_assert(WSCLOSE_ROW_COUNT - 1 <= (wsclose_row_index)-1,
               "an index entry holds every row");
