/* SPDX-License-Identifier: MIT */
/* This program ends when wsclose-gen does, whatever ended that. */
#ifndef GEN_LIFELINE_H
#define GEN_LIFELINE_H

/* Waits, at most so long; ends the program once wsclose-gen is gone. */
void lifeline_wait(int ms);

#endif
