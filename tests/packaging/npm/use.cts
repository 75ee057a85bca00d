// SPDX-License-Identifier: MIT
// The types of what require() gives.
import wsclose = require("wsclose");

export const away: 1001 = wsclose.codes.GOING_AWAY;
export const name: "Service Restart" = wsclose.lookup(1012).name;
// @ts-expect-error: there is no such function
wsclose.look_up(1012);
