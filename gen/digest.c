#include "digest.h"

#include <string.h>

#include <openssl/evp.h>

enum { SHA256_BYTES = 32 };

static void add(EVP_MD_CTX *context, const char *text) {
    if (EVP_DigestUpdate(context, text, strlen(text)) != 1)
        memory_exhausted();
}

static void add_field(EVP_MD_CTX *context, const char *text) {
    add(context, "\t");
    if (text)
        add(context, text);
}

static void add_codes(EVP_MD_CTX *context, struct arena *arena,
                      const char *type, unsigned first, unsigned last) {
    add(context, arena_printf(arena, "%s\t%u\t%u", type, first, last));
}

static void add_row(EVP_MD_CTX *context, struct arena *arena,
                    const struct row *row) {
    add_codes(context, arena, "record", row->first, row->last);
    add_field(context, row->text);
    add_field(context, row->contact);
    add_field(context, row->registered);
    add_field(context, row->updated);
    add(context, "\n");
    for (size_t i = 0; i < row->reference_count; i++) {
        add(context, "xref");
        add_field(context, row->references[i].type);
        add_field(context, row->references[i].data);
        add_field(context, row->references[i].text);
        add(context, "\n");
    }
}

static EVP_MD_CTX *begin(void) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (!context || EVP_DigestInit_ex(context, EVP_sha256(), NULL) != 1)
        memory_exhausted();
    return context;
}

static void end(EVP_MD_CTX *context, unsigned char ret[SHA256_BYTES]) {
    if (EVP_DigestFinal_ex(context, ret, NULL) != 1)
        memory_exhausted();
    EVP_MD_CTX_free(context);
}

static const char *end_hexadecimal(EVP_MD_CTX *context, struct arena *arena) {
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[SHA256_BYTES];
    end(context, bytes);
    char *ret = arena_alloc(arena, 2 * SHA256_BYTES + 1);
    for (size_t i = 0; i < SHA256_BYTES; i++) {
        ret[2 * i] = digits[bytes[i] >> 4];
        ret[2 * i + 1] = digits[bytes[i] & 15];
    }
    return ret;
}

const char *digest_rows(struct model *model) {
    EVP_MD_CTX *context = begin();
    for (size_t i = 0; i < model->policy_count; i++) {
        const struct policy *policy = &model->policies[i];
        add_codes(context, &model->arena, "range", policy->first, policy->last);
        add_field(context, policy->rule);
        add(context, "\n");
    }
    for (size_t i = 0; i < model->row_count; i++)
        if (*model->rows[i].text)
            add_row(context, &model->arena, &model->rows[i]);
    return end_hexadecimal(context, &model->arena);
}

static EVP_MD_CTX *begin_with(const char *bytes, size_t len) {
    EVP_MD_CTX *context = begin();
    if (EVP_DigestUpdate(context, bytes, len) != 1)
        memory_exhausted();
    return context;
}

const char *digest_bytes(struct arena *arena, const char *bytes, size_t len) {
    return end_hexadecimal(begin_with(bytes, len), arena);
}

const char *digest_base64(struct arena *arena, const char *bytes, size_t len) {
    unsigned char digest[SHA256_BYTES];
    unsigned char *ret = arena_alloc(arena, 4 * (SHA256_BYTES + 2) / 3 + 1);
    end(begin_with(bytes, len), digest);
    EVP_EncodeBlock(ret, digest, SHA256_BYTES);
    return (const char *)ret;
}
