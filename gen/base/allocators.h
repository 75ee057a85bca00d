/* SPDX-License-Identifier: MIT */
/*
 * The libraries' memory comes from memory.h too: where there is none left, the
 * program ends there, and no library has to say what it could not hold, nor a
 * caller to guess why it did not.
 */
#ifndef GEN_ALLOCATORS_H
#define GEN_ALLOCATORS_H

/* To be called before any of them is used. */
void allocators_install(void);

#endif
