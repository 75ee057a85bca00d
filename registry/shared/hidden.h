/* SPDX-License-Identifier: MIT */
/*
 * What the units of the library share and nobody else sees: WSCLOSE_HIDDEN
 * declares a function and defines a table, WSCLOSE_HIDDEN_TABLE declares one.
 * The amalgamation is a single unit.
 */
#ifndef WSCLOSE_HIDDEN_H
#define WSCLOSE_HIDDEN_H

#if defined WSCLOSE_AMALGAMATION
#define WSCLOSE_HIDDEN static
#define WSCLOSE_HIDDEN_TABLE static
#elif defined __GNUC__ && !defined _WIN32
#define WSCLOSE_HIDDEN __attribute__((visibility("hidden")))
#define WSCLOSE_HIDDEN_TABLE WSCLOSE_HIDDEN extern
#else
#define WSCLOSE_HIDDEN
#define WSCLOSE_HIDDEN_TABLE extern
#endif

#endif
