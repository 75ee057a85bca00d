// SPDX-License-Identifier: MIT
// What tsc has to accept, and what it has to refuse.
import {
  codes,
  fromName,
  lookup,
  meaning,
  rows,
  type CloseCode,
  type CloseName,
  type CloseSymbol,
} from "wsclose";

export const away: 1001 = codes.GOING_AWAY;
export const name: "Going Away" = lookup(1001).name;
export const symbol: CloseSymbol = lookup(1012).symbol;
export const code: CloseCode = fromName("Going Away");
export const perhaps: CloseCode | undefined = fromName("a name" as string);
export const reply: number | null = lookup(4001).reply;
export const names: string[] = rows.map((row) => row.name);
export const apps: string[] = lookup(1000).applications.map((it) => it.app);
export const spelling: string | undefined = lookup(1001).spellings[0];
export const former: readonly string[] = lookup(1014).former_symbols;
export const text: string = meaning(1006, "ja");

// @ts-expect-error: there is no such symbol
export const typo = codes.GOING_AWY;
// @ts-expect-error: it is not assigned
export const unassigned: CloseCode = 1016;
// @ts-expect-error: it is written with a capital
export const small: CloseName = "Going away";
// @ts-expect-error: a code is a number
lookup("1001");
