/* SPDX-License-Identifier: MIT */
/*
 * The words that the wsclose tool says, which the language files have: an id is
 * written here in upper case with underscores and there in lower case with
 * hyphens. A label is the name of a fact or of a value of it, a message help or
 * an error.
 */
#ifndef WSCLOSE_WORDS_H
#define WSCLOSE_WORDS_H

#define WSCLOSE_WORDS(LABEL, MESSAGE)                                          \
    LABEL(SYMBOL)                                                              \
    LABEL(STATUS)                                                              \
    LABEL(STATUS_UNUSED)                                                       \
    LABEL(STATUS_ASSIGNED)                                                     \
    LABEL(STATUS_RESERVED)                                                     \
    LABEL(STATUS_UNASSIGNED)                                                   \
    LABEL(STATUS_PRIVATE_USE)                                                  \
    LABEL(STATUS_INVALID)                                                      \
    LABEL(WIRE)                                                                \
    LABEL(WIRE_NEVER)                                                          \
    LABEL(WIRE_LENIENT)                                                        \
    LABEL(WIRE_STRICT)                                                         \
    LABEL(SENDERS)                                                             \
    LABEL(SENDERS_NOBODY)                                                      \
    LABEL(SENDERS_CLIENT)                                                      \
    LABEL(SENDERS_SERVER)                                                      \
    LABEL(SENDERS_BOTH)                                                        \
    LABEL(BROWSER_CLOSE)                                                       \
    LABEL(BROWSER_CLOSE_REFUSED)                                               \
    LABEL(BROWSER_CLOSE_ACCEPTED)                                              \
    LABEL(RELAY)                                                               \
    LABEL(RELAY_NO_CODE)                                                       \
    LABEL(RECONNECT)                                                           \
    LABEL(RECONNECT_NEVER)                                                     \
    LABEL(RECONNECT_AT_ONCE)                                                   \
    LABEL(RECONNECT_AFTER_DELAY)                                               \
    LABEL(RECONNECT_ELSEWHERE)                                                 \
    LABEL(RECONNECT_AGAIN)                                                     \
    LABEL(REFERENCES)                                                          \
    LABEL(CONTACT)                                                             \
    LABEL(REGISTERED)                                                          \
    LABEL(UPDATED)                                                             \
    LABEL(REGISTERED_TEXT)                                                     \
    MESSAGE(USAGE)                                                             \
    MESSAGE(HELP_ABOUT)                                                        \
    MESSAGE(HELP_LIST)                                                         \
    MESSAGE(HELP_SEARCH)                                                       \
    MESSAGE(HELP_FRAME)                                                        \
    MESSAGE(HELP_BUILD)                                                        \
    MESSAGE(HELP_RELAY)                                                        \
    MESSAGE(HELP_STATUS)                                                       \
    MESSAGE(HELP_LENIENT)                                                      \
    MESSAGE(HELP_JSON)                                                         \
    MESSAGE(HELP_LANG)                                                         \
    MESSAGE(HELP_NO_COLOR)                                                     \
    MESSAGE(HELP_REGISTRY)                                                     \
    MESSAGE(HELP_VERSION)                                                      \
    MESSAGE(HELP_HELP)                                                         \
    MESSAGE(HELP_EXIT)                                                         \
    MESSAGE(VERSION_CODES)                                                     \
    MESSAGE(VERSION_COMPILED)                                                  \
    MESSAGE(VERSION_FILE)                                                      \
    MESSAGE(VERSION_LANGUAGES)                                                 \
    MESSAGE(NEWER_REGISTRY)                                                    \
    MESSAGE(ERROR)                                                             \
    MESSAGE(NO_OPTION)                                                         \
    MESSAGE(NO_VALUE)                                                          \
    MESSAGE(NO_STATUS)                                                         \
    MESSAGE(NOTHING_ASKED)                                                     \
    MESSAGE(LIST_WORDS)                                                        \
    MESSAGE(SEARCH_WORDS)                                                      \
    MESSAGE(FRAME_WORDS)                                                       \
    MESSAGE(BUILD_WORDS)                                                       \
    MESSAGE(RELAY_WORDS)                                                       \
    MESSAGE(LENIENT_ELSEWHERE)                                                 \
    MESSAGE(STATUS_ELSEWHERE)                                                  \
    MESSAGE(RANGE_BACKWARDS)                                                   \
    MESSAGE(RANGE_TOO_LARGE)                                                   \
    MESSAGE(RANGE_MALFORMED)                                                   \
    MESSAGE(RANGE_NOT_CODE)                                                    \
    MESSAGE(NO_NAME)                                                           \
    MESSAGE(NOTHING_FOUND)                                                     \
    MESSAGE(FRAME_NOT_HEX)                                                     \
    MESSAGE(FRAME_VALID)                                                       \
    MESSAGE(FRAME_INVALID)                                                     \
    MESSAGE(HINT_CODE)                                                         \
    MESSAGE(HINT_ONE_BYTE)                                                     \
    MESSAGE(HINT_TOO_LONG)                                                     \
    MESSAGE(HINT_DIGITS)                                                       \
    MESSAGE(HINT_SWAPPED)                                                      \
    MESSAGE(HINT_TEXT)                                                         \
    MESSAGE(HINT_MASKED)                                                       \
    MESSAGE(HINT_LOCAL)                                                        \
    MESSAGE(HINT_TOO_HIGH)                                                     \
    MESSAGE(HINT_TWICE)                                                        \
    MESSAGE(HINT_CUT)                                                          \
    MESSAGE(HINT_FIRST_BYTE)                                                   \
    MESSAGE(HINT_LENGTH)                                                       \
    MESSAGE(HINT_HEADER_CUT)                                                   \
    MESSAGE(HINT_NOT_MINIMAL)                                                  \
    MESSAGE(REASON_TOO_LONG)                                                   \
    MESSAGE(REASON_NOT_UTF_8)                                                  \
    MESSAGE(REASON_WITHOUT_CODE)                                               \
    MESSAGE(NOT_SENT)                                                          \
    MESSAGE(REGISTRY_UNREADABLE)                                               \
    MESSAGE(REGISTRY_TOO_LARGE)                                                \
    MESSAGE(REGISTRY_SYNTAX)                                                   \
    MESSAGE(REGISTRY_WRONG)                                                    \
    MESSAGE(REGISTRY_NEWER)                                                    \
    MESSAGE(NO_MEMORY)                                                         \
    MESSAGE(NO_JSON)                                                           \
    MESSAGE(NO_OUTPUT)

#endif
