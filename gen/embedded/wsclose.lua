-- SPDX-License-Identifier: MIT

-- Beside what Wireshark shows of a Close frame: what the registry of today
-- calls its code. Fields to filter by: wsclose.code, wsclose.name.
local wsclose = Proto("wsclose", "WebSocket Close Code")
local code = ProtoField.uint16("wsclose.code", "Code")
local name = ProtoField.string("wsclose.name", "Name")
local meaning = ProtoField.string("wsclose.meaning", "Meaning")
wsclose.fields = {code, name, meaning}
local status_code = Field.new("websocket.payload.close.status_code")

local function row_of(value)
    for _, row in ipairs(rows) do
        if value <= row.last then
            return row
        end
    end
end

function wsclose.dissector(_, _, tree)
    for _, info in ipairs({status_code()}) do
        local row = row_of(info.value)
        local branch = tree:add(wsclose, info.range,
            "WebSocket Close Code: " .. info.value .. " " .. row.name)
        branch:add(code, info.range, info.value)
        branch:add(name, info.range, row.name)
        branch:add(meaning, info.range, row.meaning)
    end
end

register_postdissector(wsclose)
