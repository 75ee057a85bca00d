#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/musl.sh: tests/elsewhere.sh suite with musl, Alpine's C library. The
# libraries that it needs are built once, in build/musl, from Debian's source
# packages. Exit code 77: there are none.
set -eu
cd "$(dirname "$0")/.."
sh gen/packages.sh gcc musl-tools cmake ninja-build make pkg-config dpkg-dev \
    python3 binutils
top=$PWD/build/musl
made=$top/made
mkdir -p "$top/apt/lists/partial" "$top/apt/parts" "$top/sources"

cat >"$top/cc" <<EOF
#!/bin/sh
exec musl-gcc -isystem "$made/include" "\$@" \\
    -L"$made/lib" -Wl,-rpath,"$made/lib"
EOF
chmod +x "$top/cc"
export CC="$top/cc" CMAKE_PREFIX_PATH="$made" CMAKE_GENERATOR=Ninja \
    PKG_CONFIG_LIBDIR="$made/lib/pkgconfig"

# This machine's own mirrors, asked for sources.
source_packages() {
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
        case $file in
        *.sources) sed 's/^Types:.*/Types: deb-src/' "$file" ;;
        *.list) sed -n 's/^deb /deb-src /p' "$file" ;;
        *) continue ;;
        esac >"$top/apt/parts/${file##*/}"
    done
    set -- -o Dir::Etc::SourceList=/dev/null \
        -o Dir::Etc::SourceParts="$top/apt/parts" \
        -o Dir::State::Lists="$top/apt/lists"
    apt-get "$@" -q update || :
    (cd "$top/sources" && apt-get "$@" -q source libxml2 jansson libmd cmocka \
        curl)
}

# library NAME [CMAKE OPTION...]
library() {
    name=$1
    shift
    cmake -S "$(echo "$top/sources/$name"-*/)" -B "$top/$name" \
        -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$made" \
        -DCMAKE_INSTALL_LIBDIR=lib -DBUILD_SHARED_LIBS=OFF "$@"
    cmake --build "$top/$name"
    cmake --install "$top/$name"
}

libraries() {
    library libxml2 -DLIBXML2_WITH_PYTHON=OFF -DLIBXML2_WITH_LZMA=OFF \
        -DLIBXML2_WITH_ZLIB=OFF -DLIBXML2_WITH_TESTS=OFF \
        -DLIBXML2_WITH_PROGRAMS=OFF
    library jansson -DJANSSON_BUILD_DOCS=OFF -DJANSSON_WITHOUT_TESTS=ON \
        -DJANSSON_EXAMPLES=OFF
    library cmocka -DWITH_EXAMPLES=OFF
    library curl -DHTTP_ONLY=ON -DCURL_ENABLE_SSL=OFF -DCURL_ZLIB=OFF \
        -DBUILD_CURL_EXE=OFF -DBUILD_TESTING=OFF -DUSE_LIBIDN2=OFF \
        -DCURL_USE_LIBSSH2=OFF -DCURL_USE_LIBPSL=OFF -DUSE_NGHTTP2=OFF
    cd "$top/sources"/libmd-*/
    ./configure --prefix="$made" --disable-shared
    make install
    touch "$made/all"
}

if [ ! -e "$made/all" ]; then
    source_packages || {
        echo "not run: musl needs the source packages of Debian's mirror"
        exit 77
    }
    (libraries)
fi
# What else there is, is made for this machine's own C library.
sh tests/elsewhere.sh suite -DWSCLOSE_BEAST=OFF -DWSCLOSE_CIVETWEB=OFF
