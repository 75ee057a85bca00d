/* SPDX-License-Identifier: MIT */
#include "support/hostile.h"

#include <string.h>

enum { MAX_ACCEPTED = 4000, MAX_LENGTH = 64 * 1024 };

unsigned random_below(struct random *random, unsigned limit) {
    random->state ^= random->state >> 12;
    random->state ^= random->state << 25;
    random->state ^= random->state >> 27;
    return (unsigned)((random->state * 0x2545F4914F6CDD1D >> 33) % limit);
}

static const char *const pieces[] = {
    /* C */
    "*/",
    "/*",
    "//",
    "/",
    "*",
    "*/ int x; /*",
    "?\?/",
    "?\?/\n",
    "?\?'",
    "?\?=?\?(?\?)?\?!?\?<?\?>?\?-",
    "?",
    "\?\?\?\?/",
    "\\",
    "\\\n",
    "\\\\",
    "\"",
    "\\\"",
    "\", 0) };",
    "'",
    "#error",
    "\n#error x\n",
    "#include </etc/passwd>",
    "%:",
    "<%",
    "_Pragma(\"x\")",
    "__FILE__",
    "R\"(",
    ")\"",
    "\\u0041",
    "\\x41",
    "\\0",
    "\\N{DIGIT ONE}",
    "L\"x\"",
    "),",
    "{",
    "}",
    ";",
    "X(1, A, \"b\")",
    /* printf and the shell */
    "%s",
    "%n%n",
    "%1$s",
    "%%",
    "%.*s",
    "$(id)",
    "`id`",
    "${HOME}",
    "$HOME",
    "; rm -rf .",
    "| sh",
    "&& id",
    "!!",
    "~",
    "../../etc",
    "-rf",
    /* XML, HTML, JSON */
    "<b>",
    "</b>",
    "&amp;",
    "&#60;",
    "<script>alert(1)</script>",
    "]]>",
    "<![CDATA[",
    "<!--",
    "-->",
    "--",
    "<?x?>",
    "onload='x'",
    "javascript:x",
    "{\"a\":1}",
    "\\u202e",
    "&lt;img src=x&gt;",
    "</style>",
    "</textarea>",
    /* Markdown, roff */
    "```",
    "`",
    "``",
    "~~~",
    "\n```\n",
    "\n# h\n",
    "\n- i\n",
    "\n> q\n",
    "| a | b |",
    "[a](b)",
    "![a](b)",
    "***",
    "\n.TH X\n",
    "\\fB",
    "\n'\\\" t\n",
    "\n---\n",
    "\n===\n",
    "    ",
    /* words and white space */
    "Close",
    "Going Away",
    "WSCLOSE_",
    "NUL",
    "0",
    "1000",
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\n\n",
    /* beyond ASCII */
    "\303\251",
    "\302\240",
    "\342\200\213",
    "\357\273\277",
    "\346\227\245",
    "e\314\201",
    "\360\237\232\252",
    "\364\217\277\275",
    "\356\200\200",
    "\302\255",
};

/* What no text may have: controls, line and paragraph separators, everything
   with the property Bidi_Control, and what is not UTF-8 or not XML. */
static const struct {
    const char *bytes;
    size_t len;
} refused[] = {
#define R(text) {text, sizeof text - 1}
    R("\0"),
    R("a\0b"),
    R("\001"),
    R("\b"),
    R("\v"),
    R("\f"),
    R("\033[31m"),
    R("\037"),
    R("\177"),
    R("\302\200"),
    R("\302\205"),
    R("\302\233"),
    R("\302\237"),
    R("\342\200\250"),
    R("\342\200\251"),
    R("\330\234"),
    R("\342\200\216"),
    R("\342\200\217"),
    R("\342\200\252"),
    R("\342\200\253"),
    R("\342\200\254"),
    R("\342\200\255"),
    R("\342\200\256"),
    R("\342\201\246"),
    R("\342\201\247"),
    R("\342\201\250"),
    R("\342\201\251"),
    R("\200"),
    R("\277"),
    R("\300\200"),
    R("\300\257"),
    R("\301\277"),
    R("\302"),
    R("\302 "),
    R("\340\200\200"),
    R("\340\237\277"),
    R("\342\200"),
    R("\355\240\200"),
    R("\355\277\277"),
    R("\357\277\276"),
    R("\357\277\277"),
    R("\360\200\200\200"),
    R("\360\217\277\277"),
    R("\360\237\232"),
    R("\364\220\200\200"),
    R("\365\200\200\200"),
    R("\370\210\200\200\200"),
    R("\376"),
    R("\377"),
    R("*/\377/*"),
    R("\377\376<\0"),
#undef R
};

enum {
    PIECES = sizeof pieces / sizeof *pieces,
    REFUSED = sizeof refused / sizeof *refused
};

bool hostile_refused(size_t i, struct hostile *ret) {
    static char too_long[MAX_LENGTH + 1];
    static const size_t lengths[] = {MAX_ACCEPTED + 1, MAX_LENGTH};
    if (i < REFUSED) {
        *ret = (struct hostile){refused[i].bytes, refused[i].len, NULL};
        return true;
    }
    if (i - REFUSED >= sizeof lengths / sizeof *lengths)
        return false;
    memset(too_long, '?', MAX_LENGTH);
    *ret = (struct hostile){too_long, lengths[i - REFUSED], NULL};
    return true;
}

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* White space collapsed. */
static const char *collapsed(struct arena *arena, const char *bytes,
                             size_t len) {
    char *ret = arena_alloc(arena, len + 1), *end = ret;
    for (size_t i = 0; i < len; i++)
        if (!is_space(bytes[i]))
            *end++ = bytes[i];
        else if (i + 1 < len && !is_space(bytes[i + 1]) && end > ret)
            *end++ = ' ';
    return ret;
}

/* How long a text is to become: mostly short, sometimes about as long as may
   be, now and then far too long. */
static size_t length_wanted(struct random *random) {
    unsigned die = random_below(random, 1000);
    if (die < 900)
        return 1 + random_below(random, 60);
    if (die < 985)
        return 100 + random_below(random, 500);
    if (die < 997)
        return MAX_ACCEPTED - 60 + random_below(random, 120);
    return MAX_LENGTH - 64;
}

struct hostile hostile_text(struct random *random, struct arena *arena) {
    size_t wanted = length_wanted(random), len = 1;
    char *bytes = arena_alloc(arena, MAX_LENGTH + 1);
    bool is_bad = random_below(random, 8) == 0;
    size_t only = random_below(random, 4) ? 0 : random_below(random, PIECES);
    bytes[0] = "x?*/\"\\<`%"[random_below(random, 9)];
    while (len < wanted) {
        size_t i = only ? only : random_below(random, PIECES);
        size_t room = MAX_LENGTH - len, size = strlen(pieces[i]);
        if (size > room)
            break;
        memcpy(bytes + len, pieces[i], size);
        len += size;
        only = size ? only : 0;
    }
    if (is_bad) {
        size_t i = random_below(random, REFUSED);
        memcpy(bytes + len, refused[i].bytes, refused[i].len);
        len += refused[i].len;
    }
    const char *accepted = collapsed(arena, bytes, len);
    if (is_bad || strlen(accepted) > MAX_ACCEPTED)
        accepted = NULL;
    return (struct hostile){bytes, len, accepted};
}

static bool is_ascii(char c) {
    return (unsigned char)c < 0x80;
}

void hostile_put(struct random *random, const struct hostile *text,
                 bool is_attribute, FILE *out) {
    bool by_number = random_below(random, 3) == 0;
    bool as_cdata = !is_attribute && text->accepted && !by_number &&
                    !strstr(text->bytes, "]]>") && random_below(random, 2) == 0;
    if (as_cdata) {
        fprintf(out, "<![CDATA[%s]]>", text->bytes);
        return;
    }
    for (size_t i = 0; i < text->len; i++) {
        char c = text->bytes[i];
        if (strchr("&<>\"", c) && c)
            fprintf(out, "&#%d;", c);
        else if (by_number && text->accepted && is_ascii(c))
            fprintf(out, "&#x%X;", (unsigned)c);
        else
            fputc(c, out);
    }
}

/* The size of the character at text and its code point; 0: none that is well
   formed (Unicode, table 3-7). */
static size_t decode(const unsigned char *text, size_t len, unsigned *ret) {
    static const struct {
        unsigned char first, last, low, high;
        size_t size;
    } forms[] = {{0x00, 0x7F, 0, 0, 1},       {0xC2, 0xDF, 0x80, 0xBF, 2},
                 {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3},
                 {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
                 {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4},
                 {0xF4, 0xF4, 0x80, 0x8F, 4}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        size_t size = forms[i].size;
        if (*text < forms[i].first || *text > forms[i].last)
            continue;
        if (size > len ||
            (size > 1 && (text[1] < forms[i].low || text[1] > forms[i].high)))
            return 0;
        *ret = size == 1 ? *text : *text & (0x7Fu >> size);
        for (size_t j = 1; j < size; j++) {
            if (text[j] < 0x80 || text[j] > 0xBF)
                return 0;
            *ret = *ret << 6 | (text[j] & 0x3F);
        }
        return size;
    }
    return 0;
}

bool hostile_is_clean(const char *text, size_t len, const char *allowed,
                      size_t *where) {
    static const unsigned bad[][2] = {
        {0x00, 0x09},     {0x0B, 0x1F},     {0x7F, 0x9F},     {0x61C, 0x61C},
        {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069},
    };
    for (size_t at = 0, size; at < len; at += size) {
        unsigned c = 0;
        size = decode((const unsigned char *)text + at, len - at, &c);
        *where = at;
        if (!size)
            return false;
        for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
            if (c >= bad[i][0] && c <= bad[i][1] &&
                !(c && c < 0x80 && strchr(allowed, (char)c)))
                return false;
    }
    return true;
}
