/* SPDX-License-Identifier: MIT */
/* Memory behind which nothing may be read. */
#ifndef TESTS_PAGE_H
#define TESTS_PAGE_H

/* The end of at least 4096 bytes; the next one may not be read. NULL: the
   system gives none. Kept to the end of the program. */
char *page_end(void);

#endif
