/* SPDX-License-Identifier: MIT */
const { rows, updated } = registry;

// What stands for codes that have no name.
const ranges = ["UNUSED", "UNASSIGNED", "PRIVATE_USE", "INVALID"];

const codes = Object.freeze(
  Object.fromEntries(
    rows
      .filter((row) => row.first === row.last && !ranges.includes(row.symbol))
      .map((row) => [row.symbol, row.code]),
  ),
);

function lookup(code) {
  if (!Number.isInteger(code) || code < 0)
    throw new RangeError(`${code} is no close code: integers from 0 are`);
  const row = rows.find(({ last }) => code <= last) ?? rows.at(-1);
  const own = (value) => (value === "same" ? code : value);
  return { ...row, code, reply: own(row.reply), relay: own(row.relay) };
}

function meaning(code, language = "en") {
  const texts = lookup(code).meaning;
  return Object.hasOwn(texts, language) ? texts[language] : texts.en;
}

const folded = (name) => name.replace(/[ ._-]/g, "").replace(/[a-z]/g, (it) => it.toUpperCase());

// The names of a row, in the order in which they are tried.
const kinds = [
  (row) => [row.symbol],
  (row) => row.former_symbols,
  (row) => [row.name],
  (row) => (row.registered_text === null ? [] : [row.registered_text]),
  (row) => row.spellings,
];

function find(key) {
  if (/^\d*$/.test(key)) return undefined;
  const named = rows.filter((row) => !ranges.includes(row.symbol));
  for (const names of kinds)
    for (const row of named)
      if (names(row).some((name) => folded(name) === key)) return row.code;
  return undefined;
}

function fromName(name) {
  const key = folded(String(name));
  return (
    find(key) ??
    (key.startsWith("WSCLOSE") ? find(key.slice("WSCLOSE".length)) : undefined)
  );
}
