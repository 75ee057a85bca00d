/* SPDX-License-Identifier: MIT */

/** The codes that have a name, their symbols and their names. */
export type CloseCode = keyof CodeNames;
export type CloseSymbol = CodeNames[CloseCode]["symbol"];
export type CloseName = CodeNames[CloseCode]["name"];

export type Texts = Readonly<Record<Language, string>>;

/** In English, and in the languages that it was written in. */
export type SomeTexts = Readonly<{ en: string } & Partial<Texts>>;

export interface Source {
  readonly text: string;
  readonly url: string | null;
}

export interface Reconnect {
  readonly advice:
    | "unknown"
    | "never"
    | "at-once"
    | "after-delay"
    | "elsewhere"
    | "again";
  readonly min_ms: number | null;
  readonly max_ms: number | null;
  readonly basis: "none" | "standard" | "practice" | "private";
  readonly sources: readonly Source[];
}

/** What an application means by a code. */
export interface Usage {
  readonly app: string;
  readonly title: string;
  readonly first: number;
  readonly last: number;
  readonly name: string | null;
  readonly meaning: SomeTexts;
  readonly note: SomeTexts | null;
  readonly sender: "both" | "client" | "server" | null;
  readonly reconnect: Reconnect;
  readonly source: Source;
  /** The day that the source was read. */
  readonly as_of: string;
}

/** A code or a range of the registry, as in close-codes.json. */
export interface Row {
  readonly code: number;
  readonly first: number;
  readonly last: number;
  readonly status:
    | "unused"
    | "assigned"
    | "reserved"
    | "unassigned"
    | "private-use"
    | "invalid";
  readonly symbol: string;
  readonly name: string;
  readonly meaning: Texts;
  readonly description: Texts;
  readonly registered_text: string | null;
  readonly references: readonly Source[];
  readonly contact: string | null;
  readonly registered: string | null;
  readonly updated: string | null;
  readonly registration_rule: string | null;
  /** May a Close frame carry it? */
  readonly wire: boolean;
  /** Is it shown by this side alone, and never sent? */
  readonly local_only: boolean;
  readonly senders: readonly ("client" | "server")[];
  /** Does WebSocket.close() take it? */
  readonly browser_close: boolean;
  /** What to answer; null: a Close frame without a code. */
  readonly reply: number | "same" | null;
  /** What to pass on in its place; null: a Close frame without a code. */
  readonly relay: number | "same" | null;
  readonly reconnect: Reconnect;
  /** Why people meet it. */
  readonly causes: readonly {
    readonly text: Texts;
    readonly sources: readonly Source[];
  }[];
  /** What applications mean by its codes. */
  readonly applications: readonly Usage[];
  /** What libraries call it. */
  readonly spellings: readonly string[];
  /** Symbols that it had. */
  readonly former_symbols: readonly string[];
}

/** Of one code: "same" is that code. */
export interface CodeRow extends Row {
  readonly reply: number | null;
  readonly relay: number | null;
}

/** The date of the registry. */
export declare const updated: string;

/** Single codes and ranges, which partition all numbers. */
export declare const rows: readonly Row[];

/** The codes by symbol: codes.GOING_AWAY is 1001. */
export declare const codes: {
  readonly [Code in CloseCode as CodeNames[Code]["symbol"]]: Code;
};

/**
 * The row of a code, which is an integer from 0, or else a RangeError; of a
 * code in a range the row has the code that was asked for.
 */
export declare function lookup<Code extends CloseCode>(
  code: Code,
): CodeRow & { readonly code: Code } & Readonly<CodeNames[Code]>;
export declare function lookup(code: number): CodeRow;

/** A line of text; in English where the language is unknown. */
export declare function meaning(code: number, language?: Language): string;

/**
 * The code of a symbol, a former one, a name, a registered text or a library's
 * name for it, in that order. Capitals, blanks, hyphens, underscores and periods
 * do not count, and WSCLOSE may be before it: "going-away" is 1001.
 */
export declare function fromName(name: CloseSymbol | CloseName): CloseCode;
export declare function fromName(name: string): CloseCode | undefined;
