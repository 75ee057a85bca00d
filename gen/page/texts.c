#include "page/texts.h"

#define RFC_6455 "https://www.rfc-editor.org/rfc/rfc6455.html#section-"
#define WHATWG "https://websockets.spec.whatwg.org/"
#define IANA                                                                   \
    "https://www.iana.org/assignments/websocket/"                              \
    "websocket.xhtml#close-code-number"

const char page_example[] =
    "let failures = 0;\n"
    "function connect() {\n"
    "  const socket = new WebSocket(\"wss://example.com/feed\");\n"
    "  socket.onopen = () => { failures = 0; };\n"
    "  socket.onclose = ({ code, reason, wasClean }) => {\n"
    "    console.log(code, reason, wasClean);\n"
    "    if (code === 1006) {\n"
    "      const most = 5000 * 2 ** Math.min(failures++, 4);\n"
    "      setTimeout(connect, most * Math.random());\n"
    "    } else if (code === 1012) {\n"
    "      setTimeout(connect, 5000 + 25000 * Math.random());\n"
    "    }\n"
    "  };\n"
    "}\n"
    "connect();\n";

const struct page_texts page_texts[] = {
    {
        .language = "en",
        .language_name = "English",
        .title = "WebSocket close codes",
        .lead = "What each code means, who may send it, and what to do when it "
                "arrives.",
        .introduction =
            "A WebSocket connection ends with a Close frame from each side. "
            "The frame may hold a code and a short reason, and what the other "
            "side sent is what an application gets: in a browser, "
            "`CloseEvent.code` and `CloseEvent.reason`. Three codes never "
            "travel: 1005, 1006 and 1015 tell an application that the Close "
            "frame had no code, that none came, or that the TLS handshake "
            "failed.",

        .codes = "Codes",
        .code = "Code",
        .name = "Name",
        .meaning = "Meaning",
        .and_above = " and above",
        .statuses = {{"unused", "Unused"},
                     {"assigned", "Assigned"},
                     {"reserved", "Reserved"},
                     {"unassigned", "Unassigned"},
                     {"private-use", "Private use"},
                     {"invalid", "Invalid"}},
        .status = "Status",
        .symbol = "Symbol",
        .registered_text = "Registered as",
        .references = "References",
        .contact = "Contact",
        .registered = "Registered",
        .updated = "Updated",

        .ranges_title = "Ranges",
        .ranges =
            {{"Not used",
              "No endpoint sends them; in a Close frame they are a protocol "
              "error."},
             {"The protocol's own",
              "Given by RFC 6455 and by later registrations with IANA."},
             {"Kept for the protocol",
              "For its later revisions and its extensions. Not to be sent "
              "until they are registered."},
             {"Libraries and frameworks",
              "Registered with IANA, first come, first served. Some are in use "
              "without being registered."},
             {"Private use", "Each application's own, as its client and server "
                             "agree. They cannot be registered."},
             {"Not close codes",
              "The registry ends at 4999. A frame has room for numbers up to "
              "65535 all the same."}},

        .rules_title = "What may be done with a code",
        .rules =
            {{"Sent first by",
              "Who may put the code into the first Close frame. "
              "The other side may answer with it."},
             {"In a frame",
              "Whether a receiver takes a Close frame with the code. A strict "
              "receiver takes only codes that may be sent; a lenient one also "
              "takes codes that no standard forbids. A frame that is not taken "
              "is a protocol error, 1002."},
             {"`close()`",
              "Whether a browser's `WebSocket.close(code)` takes the code; if "
              "not, it throws an `InvalidAccessError` "
              "([WHATWG](" WHATWG "#dom-websocket-close))."},
             {"Answered with",
              "The code of the Close frame that answers one with this code "
              "([RFC 6455 5.5.1](" RFC_6455 "5.5.1)). 1005 stands for a Close "
              "frame without a code. Where a code may not stand in a frame, it "
              "is the answer to a peer that sent it all the same. An endpoint "
              "that has already sent a Close frame sends no second one."},
             {"Relayed as",
              "What a proxy puts into the Close frame for the next hop when "
              "the hop before ended with the code. The reason goes along only "
              "where the code stays. No standard says this; it is the choice "
              "of this project."},
             {"Reconnect",
              "What a client does, where a source says so. The delay is random "
              "so that not all come back at once. For 1006 it is the first "
              "delay; it grows with each attempt that fails (truncated binary "
              "exponential back-off)."}},
        .senders = {"", "either side", "a client", "a server", "nobody"},
        .wire = {"", "yes", "lenient receivers only", "never"},
        .browser_close = {"refused", "accepted"},
        .same_code = "the same code",
        .no_code = "a Close frame without a code",
        .advice = {"not specified", "no", "at once", NULL,
                   "elsewhere, or when the user asks",
                   "after delays that grow"},
        .after_delay = {"after a random ", "–", " s"},
        .mailing_list = "hybi mailing list",
        .registration = "IANA registration",
        .source = "source",

        .browser_title = "What a browser shows",
        .browser =
            "When a connection is over, a browser fires a `close` event. Its "
            "`code` and `reason` are those of the server's Close frame, never "
            "those that the page gave to `close()`; the code is 1005 where the "
            "frame had none, and 1006 where none came, or a broken one. "
            "`wasClean` tells whether Close frames went both ways. Where the "
            "connection failed, an `error` event without any details comes "
            "first. Why a connection failed is not told: a wrong name, a bad "
            "certificate and a refused handshake are all 1006.",
        .how_it_ends = "How the connection ended",
        .chromium =
            "This is what [RFC 6455 7.1.4 to 7.1.7](" RFC_6455
            "7.1.4) and [the "
            "WHATWG standard](" WHATWG ") say. Chromium differs: an end is not "
            "clean if the connection is reset after both Close frames; of the "
            "codes that may not stand in a frame it refuses only 1005, 1006 "
            "and 1015, and shows the others as they came; a frame that follows "
            "the server's Close frame makes the code 1006; so does its own "
            "Close frame if it could not be written; and no `error` event is "
            "fired where an established connection was lost.",
        .endings =
            {{"Close frames went both ways, then the connection was closed",
              "the server's", "the server's", "true"},
             {"The same, and the server's Close frame was empty", "1005",
              "`\"\"`", "true"},
             {"Close frames went both ways, then the connection was reset",
              "the server's", "the server's", "true"},
             {"Both sides closed at once, or the page closed first with 4001",
              "the server's", "the server's", "true"},
             {"The server's Close frame came, then the connection was lost "
              "before the answer went out",
              "the server's", "the server's", "false"},
             {"The page called `close()`, and no Close frame came back", "1006",
              "`\"\"`", "false"},
             {"The connection was lost without a Close frame", "1006", "`\"\"`",
              "false"},
             {"The browser failed the connection: a broken frame, a text that "
              "is not UTF-8, a message too big",
              "1006", "`\"\"`", "false"},
             {"The server's Close frame was broken: a single byte, a reason "
              "that is not UTF-8, a code that may not stand in a frame",
              "1006", "`\"\"`", "false"},
             {"No connection was established: the name, TLS, the handshake or "
              "the subprotocol failed, or the page called `close()` too early",
              "1006", "`\"\"`", "false"}},

        .about_title = "About this page",
        .about = "Written by `wsclose-gen` from [IANA's registry](" IANA "), "
                 "which is in the public domain (CC0 1.0), and from rules that "
                 "each name their source. Also as [HTML](close-codes.html), as "
                 "[Markdown](close-codes.md) and, for programs, as "
                 "[JSON](close-codes.json).",
        .registry_of = "Date of the registry",
        .taken_from = "Taken from",
        .digest = "SHA-256 of its rows",

        .entries = "Code by code",
        .filter = "Filter the codes",
        .filter_hint = "1006, proxy, timeout …",
        .found = "{n} of {all} rows",
        .none_found = "No row has this. A number leads to its row, from 0 to "
                      "65535.",
        .no_script =
            "Without JavaScript a number inside a range leads nowhere; "
            "the first code of the range does, such as `#4000`.",
        .dark = "Dark",
    },
    {
        .language = "ja",
        .language_name = "日本語",
        .title = "WebSocket クローズコード",
        .lead = "各コードの意味、送信できる側、受信したときの対応をまとめた"
                "リファレンスです。",
        .introduction =
            "WebSocket の接続は、双方が Close フレームを送り合って"
            "終了します。Close フレームには、コードと短い理由を"
            "含めることができます。相手が送ったコードと理由は"
            "アプリケーションに渡され、ブラウザーでは `CloseEvent.code` と "
            "`CloseEvent.reason` になります。1005、1006、1015 はフレームに"
            "入れて送信されることがなく、それぞれコードがなかったこと、"
            "Close フレームを受信しなかったこと、TLS の確立に失敗したことを"
            "アプリケーションに知らせる値です。",

        .codes = "コード一覧",
        .code = "コード",
        .name = "名前",
        .meaning = "意味",
        .and_above = " 以上",
        .statuses = {{"unused", "未使用"},
                     {"assigned", "割り当て済み"},
                     {"reserved", "予約済み"},
                     {"unassigned", "未割り当て"},
                     {"private-use", "私的利用"},
                     {"invalid", "無効"}},
        .status = "状態",
        .symbol = "シンボル",
        .registered_text = "登録上の記述",
        .references = "参照",
        .contact = "連絡先",
        .registered = "登録日",
        .updated = "更新日",

        .ranges_title = "範囲",
        .ranges =
            {{"未使用", "送信されることはありません。Close フレームに含まれて"
                        "いれば、プロトコルエラーです。"},
             {"プロトコルのコード",
              "RFC 6455 と、その後の IANA への登録で定められています。"},
             {"プロトコル用の予備", "将来の改訂や拡張のための範囲です。登録"
                                    "されるまでは送信できません。"},
             {"ライブラリやフレームワーク用",
              "IANA に先着順で登録して使う範囲です。登録されないまま使われて"
              "いるコードもあります。"},
             {"私的利用", "アプリケーションごとに、通信する双方の合意で"
                          "意味を決めます。登録はできません。"},
             {"クローズコードではない値",
              "レジストリの範囲は 4999 までです。ただし、フレームには 65535 "
              "までの数値が入ります。"}},

        .rules_title = "コードの扱い方",
        .rules =
            {{"開始する側", "最初の Close フレームでこのコードを送信できる側"
                            "です。相手側は、同じコードで応答できます。"},
             {"フレーム内", "このコードを含む Close フレームを受け"
                            "入れるかどうかです。厳格な受信側は送信が"
                            "認められているコードだけを、寛容な受信側は"
                            "明示的に禁止されていないコードも受け入れます。"
                            "受け入れられないコードはプロトコルエラー"
                            "（1002）です。"},
             {"`close()`",
              "ブラウザーの `WebSocket.close(code)` に指定できるかどうかで"
              "す。指定できないコードを渡すと `InvalidAccessError` が"
              "発生します（[WHATWG](" WHATWG "#dom-websocket-close)）。"},
             {"応答",
              "このコードを含む Close フレームへの応答に使うコードです"
              "（[RFC 6455 5.5.1](" RFC_6455 "5.5.1)）。1005 は、コードのない"
              " Close フレームを表します。フレームに入れられないコードの"
              "欄は、相手がそれを送ってきた場合の応答です。Close "
              "フレームをすでに送信していれば、応答は送信しません。"},
             {"中継時",
              "接続がこのコードで終了したときに、プロキシが次のホップの "
              "Close フレームに入れるコードです。理由を引き継ぐのは、"
              "コードが変わらない場合だけです。標準の規定はなく、この"
              "プロジェクトの方針です。"},
             {"再接続",
              "根拠となる文書がある場合に、クライアントがとる行動です。"
              "再接続が集中しないように、待ち時間はランダムに決めます。"
              "1006 に示すのは最初の待ち時間で、失敗するたびに延ばします"
              "（上限付きの 2\u00a0進指数バックオフ）。"}},
        .senders = {"", "双方", "クライアント", "サーバー", "なし"},
        .wire = {"", "可", "寛容な受信側のみ可", "不可"},
        .browser_close = {"指定不可", "指定可"},
        .same_code = "同じコード",
        .no_code = "コードなしの Close フレーム",
        .advice = {"規定なし", "しない", "すぐに", NULL,
                   "別のアドレスへ、またはユーザーの操作時のみ",
                   "待ち時間を延ばしながら"},
        .after_delay = {"", "～", "\u00a0秒のランダムな待ち時間の後"},
        .mailing_list = "hybi メーリングリスト",
        .registration = "IANA への登録",
        .source = "出典",

        .browser_title = "ブラウザーでの見え方",
        .browser =
            "接続が終了すると、ブラウザーは `close` イベントを"
            "発生させます。`code` と `reason` はサーバーの Close "
            "フレームのもので、ページが `close()` に渡したものではありませ"
            "ん。フレームにコードがなければ 1005、有効な Close フレームを"
            "受信しなければ 1006 になります。`wasClean` は、双方が Close "
            "フレームを送信し終えたかどうかを表します。接続に失敗した"
            "場合は、その前に `error` イベントが発生しますが、原因は"
            "含まれません。ホスト名の誤りも、不正な証明書も、"
            "ハンドシェイクの拒否も、すべて 1006 です。",
        .how_it_ends = "接続の終わり方",
        .chromium =
            "これは [RFC 6455 7.1.4～7.1.7](" RFC_6455 "7.1.4) と [WHATWG の"
            "標準](" WHATWG ") による動作です。Chromium は次の点が"
            "異なります。双方の Close フレームの後で接続がリセットされると "
            "`wasClean` が `false` になります。フレームに入れられない"
            "コードのうち、拒否するのは 1005、1006、1015 だけで、ほかの"
            "コードはそのまま示します。サーバーの Close フレームの後に別の"
            "フレームが届いたときや、自分の Close フレームを書き"
            "込めなかったときは、1006 になります。確立済みの接続が"
            "失われただけでは、`error` イベントを発生させません。",
        .endings =
            {{"双方が Close フレームを送信した後、接続が閉じられた",
              "サーバーのコード", "サーバーの理由", "true"},
             {"上と同じで、サーバーの Close フレームが空だった", "1005",
              "`\"\"`", "true"},
             {"双方が Close フレームを送信した後、接続がリセットされた",
              "サーバーのコード", "サーバーの理由", "true"},
             {"双方が同時に閉じた、またはページが先に 4001 で閉じた",
              "サーバーのコード", "サーバーの理由", "true"},
             {"サーバーの Close フレームを受信したが、応答を送信する前に接続が"
              "失われた",
              "サーバーのコード", "サーバーの理由", "false"},
             {"ページが `close()` を呼び出したが、Close フレームが返ってこな"
              "かった",
              "1006", "`\"\"`", "false"},
             {"Close フレームを受信しないまま、接続が失われた", "1006",
              "`\"\"`", "false"},
             {"ブラウザーが接続を打ち切った（不正なフレーム、UTF-8 でない"
              "テキスト、大きすぎるメッセージなど）",
              "1006", "`\"\"`", "false"},
             {"サーバーの Close フレームが不正だった（1\u00a0バイトだけ、"
              "UTF-8 でない理由、フレームに入れられないコード）",
              "1006", "`\"\"`", "false"},
             {"接続が確立しなかった（名前解決、TLS、ハンドシェイク、サブプロ"
              "トコルの失敗、または接続が確立する前の `close()`）",
              "1006", "`\"\"`", "false"}},

        .about_title = "このページについて",
        .about =
            "[IANA のレジストリ](" IANA ")（パブリックドメイン、CC0 1.0）と、"
            "出典を明記した規則から、`wsclose-gen` が生成しました。"
            "[HTML](close-codes.html)、[Markdown](close-codes.md)、"
            "プログラム用の [JSON](close-codes.json) もあります。",
        .registry_of = "レジストリの日付",
        .taken_from = "取得元",
        .digest = "行全体の SHA-256",

        .entries = "コードの説明",
        .filter = "コードを絞り込む",
        .filter_hint = "1006、プロキシ、timeout …",
        .found = "{all} 行中 {n} 行",
        .none_found = "該当する行がありません。0～65535 の数値を入力すると、"
                      "その値の行が見つかります。",
        .no_script = "JavaScript が無効の場合、範囲の途中のコードはリンク先に"
                     "なりません。`#4000` のように、範囲の最初のコードを指定"
                     "してください。",
        .dark = "ダーク",
    },
};

const size_t page_texts_count = sizeof page_texts / sizeof *page_texts;
