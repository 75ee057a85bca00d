/* SPDX-License-Identifier: MIT */
// undici, the WebSocket of Node.js, by WHATWG's standard: prints code, reason
// (hexadecimal) and what else is known of how each connection of standard
// input ended.
import { WebSocket } from 'undici';
import { serve, TIMEOUT_MS } from './lines.mjs';

serve((url, close) => new Promise((resolve) => {
  const socket = new WebSocket(url);
  let error = '';
  const finish = (...result) => {
    clearTimeout(timer);
    resolve(result);
  };
  const timer = setTimeout(() => finish(1006, '', 'timeout'), TIMEOUT_MS);
  socket.addEventListener('error', (event) => {
    error = `, ${event.message || 'error'}`;
  });
  socket.addEventListener('close', (event) => {
    finish(event.code, Buffer.from(event.reason).toString('hex'),
      (event.wasClean ? 'clean' : 'not clean') + error);
  });
  socket.addEventListener('open', () => {
    if (!close) return;
    try {
      socket.close(...close.map(String));
    } catch (error) {
      finish('refused', '', error.message);
      socket.close();
    }
  });
}));
