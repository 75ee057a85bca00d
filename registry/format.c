/* SPDX-License-Identifier: MIT */
/* A Close frame, and the end of a connection, as a line for a log. */
#include <wsclose.h>

#include "shared/protocol.h"
#include "shared/utf8.h"

/* A line in the caller's buffer: at is where the next byte goes, len is how
   long the whole line is. From the first character that has no room on, bytes
   are only counted. */
struct line {
    char *buf;
    size_t size, at, len;
};

/* Bytes that stand together or not at all. */
static void put(struct line *line, const char *bytes, size_t len) {
    if (line->at == line->len && line->at + len < line->size)
        for (size_t i = 0; i < len; i++)
            line->buf[line->at++] = bytes[i];
    line->len += len;
}

static void put_text(struct line *line, const char *text) {
    while (*text)
        put(line, text++, 1);
}

static void put_code(struct line *line, unsigned code) {
    for (unsigned place = 1000000000; place; place /= 10)
        if (code >= place || place == 1)
            put(line, &"0123456789"[code / place % 10], 1);
}

static void put_escape(struct line *line, char letter, unsigned value,
                       int digits) {
    char escape[10];
    escape[0] = '\\';
    escape[1] = letter;
    for (int i = 0; i < digits; i++)
        escape[2 + i] = "0123456789abcdef"[value >> 4 * (digits - 1 - i) & 15];
    put(line, escape, (size_t)digits + 2);
}

/* A peer may write anything: what nobody sees is shown too, unlike in
   registered texts, which may join letters (shared/active.h). Controls, line
   and paragraph separators, and of Unicode those of the category Cf and those
   with the property Default_Ignorable_Code_Point. */
static bool is_active(unsigned c) {
    static const struct {
        unsigned first, last;
    } ranges[] = {{0x00, 0x1F},       {0x7F, 0x9F},       {0xAD, 0xAD},
                  {0x034F, 0x034F},   {0x0600, 0x0605},   {0x061C, 0x061C},
                  {0x06DD, 0x06DD},   {0x070F, 0x070F},   {0x0890, 0x0891},
                  {0x08E2, 0x08E2},   {0x115F, 0x1160},   {0x17B4, 0x17B5},
                  {0x180B, 0x180F},   {0x200B, 0x200F},   {0x2028, 0x202E},
                  {0x2060, 0x206F},   {0x3164, 0x3164},   {0xFE00, 0xFE0F},
                  {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB},
                  {0x110BD, 0x110BD}, {0x110CD, 0x110CD}, {0x13430, 0x1343F},
                  {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};
    enum { COUNT = sizeof ranges / sizeof *ranges, HALF = COUNT / 2 };
    size_t i = c < ranges[HALF].first ? 0 : HALF;
    for (; i < COUNT && ranges[i].first <= c; i++)
        if (c <= ranges[i].last)
            return true;
    return false;
}

static void put_character(struct line *line, const char *text, size_t size,
                          unsigned c) {
    if (c == '"' || c == '\\')
        put(line, c == '"' ? "\\\"" : "\\\\", 2);
    else if (!is_active(c))
        put(line, text, size);
    else if (c < 0x80)
        put_escape(line, 'x', c, 2);
    else if (c < 0x10000)
        put_escape(line, 'u', c, 4);
    else
        put_escape(line, 'U', c, 8);
}

/* Of ASCII, what stands in a line as it is. */
static bool is_plain(unsigned char c) {
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

/* Puts what text begins with, a character or a byte of none, and returns its
   size. */
static size_t put_first(struct line *line, const char *text, size_t len) {
    const unsigned char *bytes = (const unsigned char *)text;
    unsigned c;
    if (is_plain(*bytes)) {
        put(line, text, 1);
        return 1;
    }
    size_t size = wsclose_utf8_decode(bytes, len, &c);
    if (!size) {
        put_escape(line, 'x', *bytes, 2);
        return 1;
    }
    put_character(line, text, size, c);
    return size;
}

static void put_reason(struct line *line, const char *text, size_t len) {
    put(line, "\"", 1);
    for (size_t at = 0; at < len;)
        at += put_first(line, text + at, len - at);
    put(line, "\"", 1);
}

static void put_frame(struct line *line, const struct wsclose_frame *frame) {
    put_code(line, frame->code);
    put(line, " ", 1);
    put_text(line, wsclose_symbol(frame->code));
    if (frame->reason_len) {
        put(line, " ", 1);
        put_reason(line, frame->reason, frame->reason_len);
    }
    if (frame->error != WSCLOSE_ERROR_NONE) {
        put_text(line, " (");
        put_text(line, wsclose_error_name(frame->error));
        put(line, ")", 1);
    }
}

static int end(struct line *line) {
    if (line->at < line->size)
        line->buf[line->at] = '\0';
    return (int)line->len;
}

int wsclose_format(char *buf, size_t size, const struct wsclose_frame *frame) {
    struct line line = {buf, size, 0, 0};
    put_frame(&line, frame);
    return end(&line);
}

static void put_received(struct line *line, const struct wsclose_frame *frame) {
    put_text(line, frame ? "received " : "nothing received");
    if (frame)
        put_frame(line, frame);
}

static bool is_unknown(const struct wsclose_frame *frame) {
    return !frame->code && !frame->reason && !frame->error && !frame->answer;
}

static bool is_empty(const struct wsclose_frame *frame) {
    return frame->code == PROTOCOL_NO_STATUS_RECEIVED && !frame->reason_len &&
           !frame->error;
}

static void put_sent(struct line *line, const struct wsclose_frame *frame) {
    if (!frame)
        put_text(line, "nothing sent");
    else if (is_unknown(frame))
        put_text(line, "sent unknown");
    else if (is_empty(frame))
        put_text(line, "sent empty");
    else {
        put_text(line, "sent ");
        put_frame(line, frame);
    }
}

static void put_both(struct line *line, const struct wsclose_ending *how) {
    if (how->sent_first) {
        put_sent(line, how->sent);
        put_text(line, ", ");
        put_received(line, how->received);
    } else {
        put_received(line, how->received);
        put_text(line, ", ");
        put_sent(line, how->sent);
    }
}

int wsclose_format_ending(char *buf, size_t size,
                          const struct wsclose_ending *how) {
    struct line line = {buf, size, 0, 0};
    if (!how->established) {
        put_text(&line, "not established");
        return end(&line);
    }
    put_both(&line, how);
    if (how->failed)
        put_text(&line, ", failed");
    if (how->transport_lost)
        put_text(&line, ", transport lost");
    return end(&line);
}
