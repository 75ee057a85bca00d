-- SPDX-License-Identifier: MIT
-- codes.lua FILE CODE...: as codes.py.
local json = require("dkjson")

local function row_of(document, index, code)
    if not document.rows then
        return document[index]
    end
    for _, row in ipairs(document.rows) do
        if row.first <= code and code <= row.last then
            return row
        end
    end
end

local function own(answer, code)
    return answer == "same" and code or answer or "none"
end

local function line(row, code)
    local reconnect = row.reconnect
    local place = row.local_only and "local" or row.wire and "wire" or "-"
    local parts = {code, row.symbol, place, "reply", own(row.reply, code),
        "relay", own(row.relay, code), reconnect.advice}
    if reconnect.min_ms then
        table.insert(parts, reconnect.min_ms .. "-" .. reconnect.max_ms)
    end
    if reconnect.sources[1] then
        table.insert(parts, reconnect.sources[1].url)
    end
    return table.concat(parts, " ")
end

local file = assert(io.open(arg[1]))
local document = assert(json.decode(file:read("a")))
for index = 2, #arg do
    local code = math.tointeger(arg[index])
    print(line(row_of(document, index - 1, code), code))
end
