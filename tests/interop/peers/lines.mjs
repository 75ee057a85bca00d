/* SPDX-License-Identifier: MIT */
// What the peers in Node.js share: the lines of standard input are served one
// by one. A line is URL, or URL, code (may be empty) and reason in hexadecimal
// between tabs: then the application closes with them.
import { createInterface } from 'node:readline';

export const TIMEOUT_MS = 5000;

export async function serve(end) {
  for await (const line of createInterface({ input: process.stdin })) {
    const [url, code, reason] = line.split('\t');
    const close = code === undefined ? undefined
      : code ? [Number(code), Buffer.from(reason, 'hex')] : [];
    console.log((await end(url, close)).join('\t'));
  }
  process.exit(0);
}
