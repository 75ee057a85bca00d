// SPDX-License-Identifier: MIT
// codes.js FILE CODE...: as codes.py.
"use strict";
const fs = require("fs");

function rowOf(document, index, code) {
    return Array.isArray(document)
        ? document[index]
        : document.rows.find((row) => row.first <= code && code <= row.last);
}

function own(answer, code) {
    return answer === "same" ? code : answer ?? "none";
}

function line(row, code) {
    const { advice, min_ms, max_ms, sources } = row.reconnect;
    const place = row.local_only ? "local" : row.wire ? "wire" : "-";
    const parts = [code, row.symbol, place, "reply", own(row.reply, code),
        "relay", own(row.relay, code), advice];
    if (min_ms !== null)
        parts.push(`${min_ms}-${max_ms}`);
    if (sources.length)
        parts.push(sources[0].url);
    return parts.join(" ");
}

const [file, ...codes] = process.argv.slice(2);
const document = JSON.parse(fs.readFileSync(file, "utf8"));
codes.map(Number).forEach((code, index) =>
    console.log(line(rowOf(document, index, code), code)));
