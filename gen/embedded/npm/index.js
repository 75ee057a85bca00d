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

const folded = (name) => name.toLowerCase().replace(/[ ._-]/g, "");

function fromName(name) {
  const key = folded(String(name));
  for (const of of ["symbol", "name", "registered_text"])
    for (const [symbol, code] of Object.entries(codes)) {
      const text = of === "symbol" ? symbol : lookup(code)[of];
      if (text !== null && folded(text) === key) return code;
    }
  return undefined;
}
