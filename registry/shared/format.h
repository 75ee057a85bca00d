/* SPDX-License-Identifier: MIT */
/*
 * The format of close-codes.json: raised when a reader of what one generator
 * wrote would misread what another one writes. Keys more are no other format.
 */
#ifndef SHARED_FORMAT_H
#define SHARED_FORMAT_H

#define JSON_FORMAT 1

#endif
