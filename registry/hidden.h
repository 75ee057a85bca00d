/* What the units of the library share and nobody else sees. */
#ifndef WSCLOSE_HIDDEN_H
#define WSCLOSE_HIDDEN_H

#if defined __GNUC__ && !defined _WIN32
#define WSCLOSE_HIDDEN __attribute__((visibility("hidden")))
#else
#define WSCLOSE_HIDDEN
#endif

#endif
