/* Messages on standard error: what is wrong, and what to do. */
#ifndef TOOL_MESSAGE_H
#define TOOL_MESSAGE_H

void message(const char *text);

/* The same about a word that the user gave: before "word" after. What could
   steer a terminal is shown as "?". */
void message_about(const char *before, const char *word, const char *after);

#endif
