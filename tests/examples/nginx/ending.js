// SPDX-License-Identifier: MIT
// For nginx's stream module with njs: finds the first Close frame that passes
// in either direction, and names its code as close-codes.json does. Each
// connection has variables of its own.

import fs from "fs";

const REGISTRY = "/usr/share/wsclose/close-codes.json";
const CLOSE = 8;
const NO_STATUS_RECEIVED = 1005;
const ABNORMAL_CLOSURE = 1006;

const rows = JSON.parse(fs.readFileSync(REGISTRY)).rows;
let ended = ABNORMAL_CLOSURE;

// The header of the frame at the beginning; null as long as it is not whole.
function header(bytes) {
  const short = bytes.length > 1 ? bytes[1] & 127 : 0;
  const extra = short === 127 ? 8 : short === 126 ? 2 : 0;
  const masked = bytes.length > 1 && bytes[1] > 127;
  const length = 2 + extra + (masked ? 4 : 0);
  if (bytes.length < length) return null;
  let payload = extra ? 0 : short;
  for (let i = 0; i < extra; i++) payload = payload * 256 + bytes[2 + i];
  return {
    opcode: bytes[0] & 15,
    length: length,
    payload: payload,
    masked: masked,
  };
}

function code(bytes, frame) {
  const at = (i) =>
    bytes[frame.length + i] ^
    (frame.masked ? bytes[frame.length - 4 + i] : 0);
  return frame.payload < 2 ? NO_STATUS_RECEIVED : at(0) * 256 + at(1);
}

// Reads one direction: the end of the handshake, then frame after frame.
function reader() {
  let bytes = Buffer.alloc(0);
  let upgraded = false;
  let skip = 0;
  return (data) => {
    bytes = Buffer.concat([bytes, data]);
    if (!upgraded) {
      const end = bytes.indexOf("\r\n\r\n");
      if (end < 0) return null;
      upgraded = true;
      bytes = bytes.slice(end + 4);
    }
    for (;;) {
      const past = Math.min(skip, bytes.length);
      bytes = bytes.slice(past);
      skip -= past;
      const frame = skip ? null : header(bytes);
      if (!frame) return null;
      if (frame.opcode !== CLOSE) skip = frame.length + frame.payload;
      else if (bytes.length < frame.length + Math.min(2, frame.payload))
        return null;
      else return code(bytes, frame);
    }
  };
}

function watch(session) {
  ["upstream", "downstream"].forEach((direction) => {
    const read = reader();
    session.on(direction, (data, flags) => {
      session.send(data, flags);
      const found = read(data);
      if (found === null) return;
      ended = found;
      session.off("upstream");
      session.off("downstream");
    });
  });
}

function closed() {
  const row = rows.find((row) => row.first <= ended && ended <= row.last);
  return `${ended} ${row ? row.symbol : "INVALID"}`;
}

export default { closed: closed, watch: watch };
