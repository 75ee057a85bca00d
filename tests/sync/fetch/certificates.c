/* SPDX-License-Identifier: MIT */
/*
 * certificates FOLDER: a throwaway certificate authority (ca.pem, and in
 * authorities/ as OpenSSL looks for it), and certificates by it with their
 * keys: good.pem for localhost and wsclose.test, expired.pem, and other.pem for
 * another host.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

enum { HOUR = 60 * 60 };

struct identity {
    EVP_PKEY *key;
    X509 *certificate;
};

static void must(int ok) {
    if (ok)
        return;
    fputs("certificates: OpenSSL failed\n", stderr);
    exit(1);
}

static void extend(X509 *certificate, int what, const char *value) {
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, NULL, what, value);
    must(extension != NULL);
    must(X509_add_ext(certificate, extension, -1));
    X509_EXTENSION_free(extension);
}

/* issuer NULL: an authority, by itself. */
static struct identity make(const char *name, const char *host, long ends,
                            const struct identity *issuer) {
    static long serial;
    struct identity ret = {EVP_EC_gen("P-256"), X509_new()};
    X509 *certificate = ret.certificate;
    must(ret.key && certificate);
    must(X509_set_version(certificate, 2));
    must(ASN1_INTEGER_set(X509_get_serialNumber(certificate), ++serial));
    must(X509_gmtime_adj(X509_getm_notBefore(certificate), -2 * HOUR) != NULL);
    must(X509_gmtime_adj(X509_getm_notAfter(certificate), ends) != NULL);
    X509_NAME *subject = X509_get_subject_name(certificate);
    must(X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                                    (const unsigned char *)name, -1, -1, 0));
    must(X509_set_issuer_name(
        certificate,
        issuer ? X509_get_subject_name(issuer->certificate) : subject));
    must(X509_set_pubkey(certificate, ret.key));
    extend(certificate, NID_basic_constraints,
           issuer ? "critical,CA:FALSE" : "critical,CA:TRUE");
    if (host)
        extend(certificate, NID_subject_alt_name, host);
    must(X509_sign(certificate, issuer ? issuer->key : ret.key, EVP_sha256()));
    return ret;
}

static void save(const char *folder, const char *name, struct identity one,
                 int with_key) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.pem", folder, name);
    FILE *file = fopen(path, "w");
    must(file != NULL);
    must(PEM_write_X509(file, one.certificate));
    if (with_key)
        must(PEM_write_PrivateKey(file, one.key, NULL, NULL, 0, NULL, NULL));
    must(fclose(file) == 0);
}

/* authorities/HASH.0, the hash of the subject's name. */
static void link_by_hash(const char *folder, const X509 *certificate) {
    char path[4096];
    snprintf(path, sizeof path, "%s/authorities", folder);
    must(mkdir(path, 0777) == 0);
    snprintf(path, sizeof path, "%s/authorities/%08lx.0", folder,
             X509_subject_name_hash((X509 *)certificate));
    must(symlink("../ca.pem", path) == 0);
}

static void release(struct identity one) {
    EVP_PKEY_free(one.key);
    X509_free(one.certificate);
}

int main(int argc, char **argv) {
    static const struct {
        const char *name, *host;
        long ends;
    } hosts[] = {{"good", "DNS:localhost,DNS:wsclose.test", HOUR},
                 {"expired", "DNS:localhost", -HOUR},
                 {"other", "DNS:other.example", HOUR}};
    if (argc != 2)
        return 2;
    struct identity authority = make("Tests of wsclose", NULL, HOUR, NULL);
    save(argv[1], "ca", authority, 0);
    link_by_hash(argv[1], authority.certificate);
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
        struct identity one =
            make(hosts[i].name, hosts[i].host, hosts[i].ends, &authority);
        save(argv[1], hosts[i].name, one, 1);
        release(one);
    }
    release(authority);
    return 0;
}
