#include "labels.h"

#include <string.h>

#include <wsclose.h>

const struct labels labels_of_languages[] = {
    {"en",
     "Symbol",
     "Status",
     "References",
     "Contact",
     "Registered",
     "Updated",
     "Registered as",
     "In a frame",
     "Begun by",
     "close()",
     "Relayed as",
     "Reconnect",
     {"never", "only by lenient receivers", "yes"},
     {"nobody", "a client", "a server", "either side"},
     {"refused by browsers", "accepted by browsers"},
     "a Close frame without a code",
     {"", "never", "at once", "", "elsewhere, or when the user asks for it",
      "after delays that grow"},
     "after %g-%g seconds, at random",
     {"unused", "assigned", "reserved", "unassigned", "private use",
      "invalid"}},
    {"ja",
     "シンボル",
     "状態",
     "参照",
     "連絡先",
     "登録日",
     "更新日",
     "登録上の記述",
     "フレーム内",
     "開始する側",
     "close()",
     "中継時",
     "再接続",
     {"不可", "寛容な受信側のみ可", "可"},
     {"なし", "クライアント", "サーバー", "双方"},
     {"ブラウザーでは指定できない", "ブラウザーで指定できる"},
     "コードなしの Close フレーム",
     {"", "しない", "すぐに", "", "別のアドレスへ、またはユーザーの操作時のみ",
      "待ち時間を延ばしながら"},
     "%g～%g 秒のランダムな待ち時間の後",
     {"未使用", "割り当て済み", "予約済み", "未割り当て", "私的利用", "無効"}},
};

const size_t labels_count =
    sizeof labels_of_languages / sizeof *labels_of_languages;

/* The library knows how to read a tag and which languages it was built with:
   the labels are of the language in which it answers. */
const struct labels *labels_for(const char *tag) {
    const char *answer = wsclose_meaning(0, tag);
    size_t i = labels_count - 1;
    while (i > 0 &&
           strcmp(answer,
                  wsclose_meaning(0, labels_of_languages[i].language)) != 0)
        i--;
    return &labels_of_languages[i];
}
