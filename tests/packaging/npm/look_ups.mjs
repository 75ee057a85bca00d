// SPDX-License-Identifier: MIT
// look_ups.mjs CLOSE-CODES.json: both modules answer, and with the same.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import * as module from "wsclose";

const require = createRequire(import.meta.url);
const registry = JSON.parse(readFileSync(process.argv[2], "utf8"));

for (const wsclose of [module, require("wsclose")]) {
  const { codes, fromName, lookup, meaning, rows, updated } = wsclose;
  assert.deepEqual(rows, registry.rows);
  assert.equal(updated, registry.updated);

  assert.equal(codes.NORMAL_CLOSURE, 1000);
  assert.equal(codes.SERVICE_RESTART, 1012);
  assert.equal(codes.TIMEOUT, 3008);
  assert.equal(codes.UNASSIGNED, undefined);
  assert.ok(Object.isFrozen(codes));

  assert.equal(lookup(1012).name, "Service Restart");
  assert.equal(lookup(1006).wire, false);
  assert.equal(lookup(1006).relay, 1011);
  assert.equal(lookup(1005).relay, null);
  assert.equal(lookup(1016).symbol, "UNASSIGNED");
  assert.equal(lookup(4001).code, 4001);
  assert.equal(lookup(4001).first, 4000);
  assert.equal(lookup(4001).reply, 4001);
  assert.equal(lookup(1012).relay, 1012);
  assert.equal(lookup(1016).reply, 1002);
  assert.equal(lookup(5000).status, "invalid");
  assert.equal(lookup(2 ** 40).status, "invalid");
  for (const none of [-1, 0.5, NaN, "1000", undefined])
    assert.throws(() => lookup(none), RangeError);

  assert.equal(meaning(1006), "Ended without a Close frame");
  assert.equal(meaning(1006, "ja"), "異常終了（Close フレームなし）");
  assert.equal(meaning(1006, "toString"), meaning(1006));

  for (const name of ["GOING_AWAY", "Going Away", "going-away", "goingaway"])
    assert.equal(fromName(name), 1001);
  assert.equal(fromName("Abnormal Closure"), 1006);
  assert.equal(fromName("Mandatory Ext."), 1010);
  // As wsclose_from_name() has it.
  assert.equal(fromName("EndpointUnavailable"), 1001);
  assert.equal(fromName("WSCLOSE_GOING_AWAY"), 1001);
  assert.equal(fromName("wsclose going-away"), 1001);
  assert.equal(fromName("INVALID_UPSTREAM_RESPONSE"), 1014);
  for (const name of [" -", "WSCLOSE", "WSCLOSE_1001", "UNUSED"])
    assert.equal(fromName(name), undefined);
  for (const name of ["", "nobody", "1001", "UNASSIGNED"])
    assert.equal(fromName(name), undefined);
}
