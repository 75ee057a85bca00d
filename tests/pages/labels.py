# SPDX-License-Identifier: MIT
"""What the pages call the library's answers, written by hand."""

LABELS = {
    "en": {
        "above": "5000 and above",
        "senders": {(): "nobody", ("client",): "a client",
                    ("client", "server"): "either side"},
        "closes": {True: "accepted", False: "refused"},
        "same": "the same code",
        "if sent": "1002, if sent all the same",
        "none": "a Close frame without a code",
        "clients": ["connect again: ", "stay away: ",
                    "decide by more than the code: "],
        "mail": "hybi mailing list",
        "registration": "IANA registration",
        "wire": {"yes": "yes", "lenient": "only by lenient receivers",
                 "never": "never"},
    },
    "ja": {
        "above": "5000 以上",
        "senders": {(): "なし", ("client",): "クライアント",
                    ("client", "server"): "双方"},
        "closes": {True: "指定可", False: "指定不可"},
        "same": "同じコード",
        "if sent": "1002（それでも送られてきた場合）",
        "none": "コードなしの Close フレーム",
        "clients": ["再接続する: ", "再接続しない: ", "コード以外にもよる: "],
        "mail": "hybi メーリングリスト",
        "registration": "IANA への登録",
        "wire": {"yes": "可", "lenient": "寛容な受信側のみ可",
                 "never": "不可"},
    },
}

# Why people meet a code, as tests/data/registry has it: texts and sources.
CAUSES = {
    1006: {
        "en": ["Did it ever open? If not, look at the certificate.",
               "It ends after 60 s without data: a proxy's timeout."],
        "ja": ["接続は開きましたか？開いていなければ、証明書を確認します。",
               "60 秒間の無通信で終了する場合は、プロキシのタイムアウトです。"],
        "sources": [
            [("WHATWG", "https://websockets.spec.whatwg.org/"
              "#feedback-from-the-protocol")],
            [("nginx", "https://nginx.org/en/docs/http/websocket.html"),
             ("WHATWG", "https://websockets.spec.whatwg.org/"
              "#ping-and-pong-frames")]],
    },
}

# What the clients of tests/data/registry do where they differ, read there.
PRACTICE = {
    1000: [["stable-socket", "reconnecting-websocket", "pusher-js",
            "discord.js"], ["atproto ws-client", "Phoenix"], ["graphql-ws"]],
    1011: [["atproto ws-client", "Phoenix", "reconnecting-websocket",
            "pusher-js", "discord.js"], ["graphql-ws", "stable-socket"], []],
}


def practice(code, labels):
    return " · ".join(f"{label}{', '.join(names)}" for label, names
                      in zip(labels["clients"], PRACTICE[code]) if names)


# By RFC 6455 7.4, of the first codes of rows; every other may be received.
NEVER = (0, 1005, 1006, 1015, 5000)
LENIENT = (1004, 1016)


def codes(row, labels):
    if row["first"] == row["last"]:
        return str(row["first"])
    if row["status"] == "invalid":
        return labels["above"]
    return f"{row['first']}–{row['last']}"


def rules(row, labels):
    """Sent first by, in a frame, close(), answered with, relayed as."""
    wire = ("never" if row["first"] in NEVER else
            "lenient" if row["first"] in LENIENT else "yes")
    return [labels["senders"][tuple(row["senders"])], labels["wire"][wire],
            labels["closes"][row["browser_close"]],
            labels["if sent"] if wire == "never" and row["reply"]
            else code(row, "reply", labels), code(row, "relay", labels)]


def references(row, labels):
    """What a row refers to, and the URLs among that."""
    texts = [it["text"] for it in row["references"]]
    urls = [it for it in texts if "://" in it]
    return [labels["mail"] if it in urls else it
            for it in texts], urls


def code(row, key, labels):
    if row[key] is None:
        return labels["none"]
    return labels["same"] if row[key] == row["first"] else str(row[key])


def causes(row, tag):
    """The causes of a row: the text of each, and its sources."""
    of_row = CAUSES.get(row["first"], {tag: [], "sources": []})
    return list(zip(of_row[tag], of_row["sources"]))
