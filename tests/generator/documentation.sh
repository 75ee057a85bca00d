#!/bin/sh
# SPDX-License-Identifier: MIT
# documentation.sh SOURCE WSCLOSE-GEN: registered texts do not act as commands
# or markup of documentation: clang's check of comments has nothing to report,
# and Doxygen makes plain paragraphs of them.
. "$(dirname "$0")/../support/shell.sh"
source=$1 gen=$2
need clang doxygen

# One record a line: what Doxygen, Markdown, HTML or C would obey.
cat >"$folder/texts" <<'EOF'
@param x the first
@deprecated since today
\deprecated
@endcode and on
@verbatim
\f$ x \f$
&lt;i&gt;slanted&lt;/i&gt;
&lt;script&gt;alert(1)&lt;/script&gt;
*/ int evil; /*
// and on \
**bold** and __bold__
`code
#include
%word
[text](https://example.org)
&amp;#47;
```
What??/
{@link x}
EOF
{
    printf '%s' '<registry xmlns="http://www.iana.org/assignments"' \
        ' id="websocket"><updated>2026-01-02</updated>' \
        '<registry id="close-code-number">'
    code=3000
    while IFS= read -r text; do
        printf '<record date="2026-01-02"><value>%s</value><description>%s' \
            "$code" "$text"
        printf '</description><xref type="uri" data="https://a/%s"/>' "$text"
        printf '<xref type="text">%s</xref><contact>%s</contact></record>\n' \
            "$text" "$text"
        code=$((code + 1))
    done <"$folder/texts"
    printf '<record><value>3100</value><description>Plain, it (is)'
    echo '</description></record></registry></registry>'
} >"$folder/in.xml"
mkdir "$folder/data"
cp -R "$source/tests/data/semantics.xml" "$source/gen/data/languages" \
    "$folder/data"
cd "$folder"
try "the texts are not accepted" "$gen" sync --quiet --from in.xml --data data \
    --out out
codes=$folder/out/include/wsclose_codes.h
grep -q '^ *. 3100 Plain, it (is)\.\|/\*\* 3100 Plain, it (is)\.' "$codes" ||
    fail "a plain text is not shown"

try "clang finds fault with the comments" clang -std=c11 -fsyntax-only \
    -Wdocumentation -Wdocumentation-pedantic -Wall -Wextra -Wpedantic -Werror \
    -I"$folder/out/include" -x c "$source/registry/include/wsclose.h"

cat >Doxyfile <<EOF
INPUT = $codes $source/registry/include/wsclose.h
OUTPUT_DIRECTORY = doxygen
GENERATE_HTML = NO
GENERATE_LATEX = NO
GENERATE_XML = YES
OPTIMIZE_OUTPUT_FOR_C = YES
QUIET = YES
WARN_IF_UNDOCUMENTED = NO
WARN_AS_ERROR = FAIL_ON_WARNINGS
EOF
try "Doxygen finds fault with the comments" doxygen Doxyfile
# What Doxygen makes of the comment of each enumerator: paragraphs and links.
sed -n '/<enumvalue /,/<\/enumvalue>/p' doxygen/xml/wsclose__codes_8h.xml |
    grep -o '<[a-zA-Z][a-zA-Z]*' | sort -u >elements
cat >expected <<'EOF'
<briefdescription
<detaileddescription
<enumvalue
<initializer
<name
<para
EOF
grep -vx '<ulink' elements | diff expected - >&2 ||
    fail "Doxygen obeys a registered text"
[ "$(grep -c '<enumvalue ' doxygen/xml/wsclose__codes_8h.xml)" -eq 20 ] ||
    fail "Doxygen does not see every code"
