/* SPDX-License-Identifier: MIT */
let failures = 0;
function connect() {
  const socket = new WebSocket("wss://example.com/feed");
  socket.onopen = () => { failures = 0; };
  socket.onclose = ({ code, reason, wasClean }) => {
    console.log(code, reason, wasClean);
    if (code === 1006) {
      const most = 5000 * 2 ** Math.min(failures++, 4);
      setTimeout(connect, most * Math.random());
    } else if (code === 1012) {
      setTimeout(connect, 5000 + 25000 * Math.random());
    }
  };
}
connect();
