/* SPDX-License-Identifier: MIT */
/*
 * The format of the generated tables: raised when those of one generator no
 * longer fit the sources of another's library. The generator writes the number
 * that it was built with into index.h.
 */
#ifndef WSCLOSE_TABLES_H
#define WSCLOSE_TABLES_H

#define WSCLOSE_TABLES_FORMAT 2

#endif
