/* SPDX-License-Identifier: MIT */
/* Bytes as people write them: hexadecimal, with blanks, colons, commas,
   hyphens, 0x or \x between. */
#ifndef TOOL_HEX_H
#define TOOL_HEX_H

#include <stdbool.h>
#include <stddef.h>

/* The value of a digit of either case; -1 if it is none. */
int hex_digit(char c);

/* Reads text into bytes, which has room for half its length; false if it is not
   whole bytes. */
bool hex_read(const char *text, unsigned char *bytes, size_t *len);

/* Writes bytes as lower-case digits and a NUL; text has room for 2 * len + 1.
 */
void hex_write(const unsigned char *bytes, size_t len, char *text);

#endif
