/* SPDX-License-Identifier: MIT */
/* The files of gen/embedded/, which the build makes a part of the program. */
#ifndef GEN_EMBEDDED_H
#define GEN_EMBEDDED_H

#include <stddef.h>

struct embedded {
    const char *bytes; /* ASCII; a NUL stands behind them */
    size_t len;
};

extern const struct embedded embedded_applications_schema_json;
extern const struct embedded embedded_close_codes_schema_json;
extern const struct embedded embedded_README_md;
extern const struct embedded embedded_example_js;
extern const struct embedded embedded_index_js;
extern const struct embedded embedded_package_json;
extern const struct embedded embedded_page_css;
extern const struct embedded embedded_page_html;
extern const struct embedded embedded_page_js;
extern const struct embedded embedded_types_d_ts;
extern const struct embedded embedded_wsclose_lua;

#endif
