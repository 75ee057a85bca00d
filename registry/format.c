/* A Close frame as a line for a log. */
#include <wsclose.h>

#include "utf8.h"

/* Where a line goes: what has no room is counted and dropped. */
struct line {
    char *buf;
    size_t size, len;
};

static void put(struct line *line, char c) {
    if (line->len + 1 < line->size)
        line->buf[line->len] = c;
    line->len++;
}

static void put_text(struct line *line, const char *text) {
    while (*text)
        put(line, *text++);
}

static void put_code(struct line *line, unsigned code) {
    if (code >= 10)
        put_code(line, code / 10);
    put(line, (char)('0' + code % 10));
}

static void put_hex(struct line *line, unsigned value, int digits) {
    while (digits--)
        put(line, "0123456789abcdef"[value >> 4 * digits & 15]);
}

/* Characters that act on a line instead of standing in it: controls, line and
   paragraph separators, bidirectional controls, interlinear annotation. */
static bool is_active(unsigned c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E ||
           c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x206F) || (c >= 0xFFF9 && c <= 0xFFFB);
}

static void put_character(struct line *line, const unsigned char *text,
                          size_t size, unsigned c) {
    if (c == '"' || c == '\\')
        put(line, '\\');
    if (!is_active(c)) {
        for (size_t i = 0; i < size; i++)
            put(line, (char)text[i]);
    } else if (c < 0x80) {
        put_text(line, "\\x");
        put_hex(line, c, 2);
    } else {
        put_text(line, "\\u");
        put_hex(line, c, 4);
    }
}

static void put_reason(struct line *line, const unsigned char *text,
                       size_t len) {
    put(line, '"');
    for (size_t at = 0, size; at < len; at += size) {
        unsigned c;
        size = wsclose_utf8_decode(text + at, len - at, &c);
        if (size) {
            put_character(line, text + at, size, c);
        } else {
            put_text(line, "\\x");
            put_hex(line, text[at], 2);
            size = 1;
        }
    }
    put(line, '"');
}

static const char *error_text(enum wsclose_error error) {
    switch (error) {
    case WSCLOSE_ERROR_NONE:
        break;
    case WSCLOSE_ERROR_TOO_LONG:
        return " (too-long)";
    case WSCLOSE_ERROR_TRUNCATED:
        return " (truncated)";
    case WSCLOSE_ERROR_BAD_CODE:
        return " (bad-code)";
    case WSCLOSE_ERROR_BAD_UTF8:
        return " (bad-utf8)";
    case WSCLOSE_ERROR_NO_CODE:
        return " (no-code)";
    }
    return "";
}

int wsclose_format(char *buf, size_t size, const struct wsclose_frame *frame) {
    struct line line = {buf, size, 0};
    put_code(&line, frame->code);
    put(&line, ' ');
    put_text(&line, wsclose_symbol(frame->code));
    if (frame->reason_len) {
        put(&line, ' ');
        put_reason(&line, (const unsigned char *)frame->reason,
                   frame->reason_len);
    }
    put_text(&line, error_text(frame->error));
    if (size)
        buf[line.len < size ? line.len : size - 1] = '\0';
    return (int)line.len;
}
