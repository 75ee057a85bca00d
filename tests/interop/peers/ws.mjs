/* SPDX-License-Identifier: MIT */
// ws, a library of Node.js: prints code, reason (hexadecimal) and what else is
// known of how each connection of standard input ended.
import WebSocket from 'ws';
import { serve, TIMEOUT_MS } from './lines.mjs';

serve((url, close) => new Promise((resolve) => {
  const socket = new WebSocket(url);
  let what = 'clean';
  const timer = setTimeout(() => {
    what = 'timeout';
    socket.terminate();
  }, TIMEOUT_MS);
  socket.on('error', (error) => {
    what = error.message;
  });
  socket.on('close', (code, reason) => {
    clearTimeout(timer);
    resolve([code, reason.toString('hex'), what]);
  });
  socket.on('open', () => {
    if (!close) return;
    try {
      socket.close(...close);
    } catch (error) {
      clearTimeout(timer);
      resolve(['refused', '', error.message]);
      socket.terminate();
    }
  });
}));
