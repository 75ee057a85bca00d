/* SPDX-License-Identifier: MIT */
/*
 * The format of close-codes.json: raised when a reader of what one generator
 * wrote would misread what another one writes. Keys more are no other format.
 */
#ifndef WSCLOSE_JSON_H
#define WSCLOSE_JSON_H

#define WSCLOSE_JSON_FORMAT 1

#endif
