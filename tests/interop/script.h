/* SPDX-License-Identifier: MIT */
/* What the server does to a connection: the steps of its path.

   /do/STEP,STEP,... after the opening handshake:

   close-HEX        sends a Close frame with this payload; HEX may be empty
   code-N           sends a Close frame whose payload wsclose_build() makes
   code-N-HEX       the same with a reason
   raw-HEX          sends bytes
   await            reads until the client's Close frame, or the end
   reply            answers the Close frame as wsclose_parse() says
   note-NAME        keeps the payload of the Close frame for GET /note/NAME,
                    as hexadecimal, or "none" if no Close frame came
   sleep-MS         waits
   fin              closes the connection in order
   rst              resets it
   refuse           instead of the handshake: HTTP 404

   After the last step the connection is closed in order. */
#ifndef INTEROP_SCRIPT_H
#define INTEROP_SCRIPT_H

#include "handshake.h"

/* Answers a handshake by the steps of its path, to the connection's end. */
void script_run(struct stream *stream, struct request *request);

#endif
