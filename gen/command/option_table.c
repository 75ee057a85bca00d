/* SPDX-License-Identifier: MIT */
#include "command/option_table.h"

#include <limits.h>

enum { MAX_SECONDS = 24 * 60 * 60, MAX_DAYS = 100 * 366 };

#define FIELD(name) offsetof(struct options, name)

const struct option_row option_rows[] = {
    {"data", "DIR", FOR_GENERATE | FOR_SYNC | FOR_STATUS, VALUE_NAME,
     FIELD(data),
     .help = "the data (default: gen/data if there, else the installed data)"},
    {"snapshot", "FILE", FOR_GENERATE, VALUE_NAME, FIELD(snapshot),
     .help = "the snapshot, in place of DIR/close-codes.xml"},
    {"out", "DIR", FOR_GENERATE | FOR_SYNC, VALUE_NAME, FIELD(out),
     .help = "where to write (default: generated)"},
    {"private", "FILE", FOR_GENERATE, VALUE_PRIVATE_FILE,
     .help = "add an application's codes: 4000-4999, unassigned of 3000-3999"},
    {"no-pages", NULL, FOR_GENERATE, VALUE_NONE, FIELD(no_pages),
     .help =
         "write what is compiled, and nothing for readers and other languages"},
    {"check", NULL, FOR_GENERATE, VALUE_NONE, FIELD(check),
     .help = "write nothing; exit 1 if a file is not up to date"},
    {"depfile", "FILE", FOR_GENERATE, VALUE_NAME, FIELD(depfile),
     .help = "write what was read as a make rule for FILE without its .d"},
    {"url", "URL", FOR_SYNC, VALUE_NAME, FIELD(url),
     .help = "what to fetch (default: IANA's websocket.xml)"},
    {"from", "FILE", FOR_SYNC, VALUE_NAME, FIELD(from),
     .help = "IANA's websocket.xml, as a file", .is_instead = true},
    {"dry-run", NULL, FOR_SYNC, VALUE_NONE, FIELD(dry_run),
     .help = "change nothing; exit 1 if there is something to accept"},
    {"accept", "CODE", FOR_SYNC, VALUE_CODE,
     .help = "accept the new description of this assigned code"},
    {"allow-rollback", NULL, FOR_SYNC, VALUE_NONE, FIELD(rollback),
     .help = "accept an older document, and codes being lost"},
    {"report", "FILE.md", FOR_SYNC, VALUE_NAME, FIELD(report),
     .help = "write the report, as Markdown"},
    {"json", NULL, FOR_SYNC | FOR_DIFF | FOR_STATUS, VALUE_NONE, FIELD(json),
     .help = "print the report as JSON"},
    {"markdown", NULL, FOR_DIFF, VALUE_NONE, FIELD(markdown),
     .help = "print the report as Markdown", .is_instead = true},
    {"cacert", "FILE", FOR_SYNC, VALUE_NAME, FIELD(cacert),
     .help = "trust these certificate authorities, in place of the system's"},
    {"cache", "DIR", FOR_SYNC | FOR_STATUS, VALUE_NAME, FIELD(cache),
     .help = "where validators are kept between fetches"},
    {"max-time", "SECONDS", FOR_SYNC, VALUE_COUNT, FIELD(max_seconds),
     .help = "for a fetch with its retries (default: 120)", .max = MAX_SECONDS},
    {"max-age", "DAYS", FOR_STATUS, VALUE_COUNT, FIELD(max_days),
     .help = "exit 1 if the registry was last checked longer ago",
     .max = MAX_DAYS},
    {"max-size", "BYTES", FOR_GENERATE | FOR_SYNC | FOR_DIFF, VALUE_SIZE,
     FIELD(max_size),
     .help = "refuse documents over this size (default: 262144)",
     .max = INT_MAX},
    {"quiet", NULL, FOR_SYNC, VALUE_NONE, FIELD(quiet),
     .help = "print no text and no progress"},
};
const size_t option_row_count = sizeof option_rows / sizeof *option_rows;

const struct command_row command_rows[] = {
    {"generate", COMMAND_GENERATE, FOR_GENERATE, NULL,
     "writes the artefacts that close-codes.xml, semantics.xml, languages/ and "
     "applications/ in DIR make"},
    {"sync", COMMAND_SYNC, FOR_SYNC, NULL,
     "accepts IANA's document as the new DIR/close-codes.xml if it may be "
     "accepted, and generates"},
    {"diff", COMMAND_DIFF, FOR_DIFF, "OLD.xml NEW.xml",
     "compares the close codes of two documents or snapshots"},
    {"status", COMMAND_STATUS, FOR_STATUS, NULL,
     "says which registry is current, how old it is, from where, and when it "
     "was last checked"},
    {"--help", COMMAND_HELP, 0, NULL, NULL},
    {"-h", COMMAND_HELP, 0, NULL, NULL},
    {"--version", COMMAND_VERSION, 0, NULL, NULL},
};
const size_t command_row_count = sizeof command_rows / sizeof *command_rows;
