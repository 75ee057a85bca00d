# SPDX-License-Identifier: MIT
# For run.sh: options of this project that ask for other tables.

# Private codes, for a machine that cannot run what is built: the generator is
# one that is named.
for host in "$prefix/bin/wsclose-gen" wsclose-gen; do
    PATH=$prefix/bin:$PATH build_wsclose "$folder/build-private" \
        -DCMAKE_SYSTEM_NAME=Linux -DWSCLOSE_BUILD_GENERATOR=OFF \
        -DWSCLOSE_BUILD_TOOL=OFF -DWSCLOSE_GEN_EXECUTABLE="$host" \
        -DWSCLOSE_PRIVATE="$here/generate/chat.xml"
    gcc -I"$source/registry/include" \
        -I"$folder/build-private/generated/include" "$here/program.c" \
        "$folder/build-private/registry/libwsclose.a" -o "$folder/program" ||
        fail "WSCLOSE_PRIVATE: it does not link"
    prints "WSCLOSE_PRIVATE, cross compiling" "1013 Try Again Later, Kicked" \
        "$folder/program"
    passed "WSCLOSE_PRIVATE, cross compiling, the generator: ${host##*/}"
    rm -r "$folder/build-private"
done
if cmake -S "$source" -B "$folder/build-private" -DCMAKE_SYSTEM_NAME=Linux \
    -DWSCLOSE_BUILD_TESTS=OFF -DWSCLOSE_PRIVATE="$here/generate/chat.xml" \
    >"$folder/log" 2>&1; then
    fail "WSCLOSE_PRIVATE, cross compiling: it works without a generator"
fi
tr -s '\n ' '  ' <"$folder/log" | grep -q 'WSCLOSE_GEN_EXECUTABLE to a' || {
    cat "$folder/log" >&2
    fail "WSCLOSE_PRIVATE, cross compiling: CMake does not say what to do"
}
passed "WSCLOSE_PRIVATE, cross compiling, refused without a generator"

# As a whole, with every part: what is made by running another part is left out.
try "cross compiling: CMake refuses" cmake -S "$source" -B "$folder/cross" \
    -DCMAKE_SYSTEM_NAME=Linux
passed "cross compiling, the whole"

# A language that the data has, and generated/ has not.
mkdir "$folder/translated"
(cd "$source" && tar -c CMakeLists.txt LICENSE gen registry generated) |
    tar -x -C "$folder/translated"
words=$folder/translated/gen/data/languages
sed 's/xml:lang="en"/xml:lang="tok"/; s/ name="[^"]*"/ name="toki pona"/
    s/Ended without a Close frame/pini ike/' "$words/en.xml" \
    >"$words/tok.xml"
kept=$source
source=$folder/translated
build_wsclose "$folder/build-translated" -DWSCLOSE_LANGUAGES=tok
source=$kept
"$folder/build-translated/registry/tool/wsclose" --lang tok 1006 |
    grep -q 'pini ike' || fail "WSCLOSE_LANGUAGES: the language is not there"
! "$folder/build-translated/registry/tool/wsclose" --lang ja 1006 |
    grep '異常' >&2 || fail "WSCLOSE_LANGUAGES: another language is there"
passed "WSCLOSE_LANGUAGES, a language that generated/ has not"
