/* SPDX-License-Identifier: MIT */
/* Bytes as hexadecimal digits, two a byte. */
#ifndef INTEROP_HEX_H
#define INTEROP_HEX_H

#include <stddef.h>

/* Writes the bytes of digits, at most room; returns their number, or -1 if
   there are too many or it is no hexadecimal. */
int hex_read(unsigned char *bytes, size_t room, const char *digits);

/* Writes 2 * len digits and a NUL. */
void hex_write(char *digits, const unsigned char *bytes, size_t len);

#endif
