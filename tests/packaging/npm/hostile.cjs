// SPDX-License-Identifier: MIT
// hostile.cjs FOLDER CLOSE-CODES.json: texts that are no code stay texts.
const assert = require("node:assert/strict");
const { rows } = require(process.argv[2]);

assert.deepEqual(rows, require(process.argv[3]).rows);
assert.ok(rows.some(({ name }) => name.includes("<script>")));
