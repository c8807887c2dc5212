# Sourced by run and test: one release build.
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# build_release [cmake options]: configures once, then builds what changed.
build_release()
{
    # Lets the compiler cache work together with precompiled headers.
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    (cd "$top" && cmake --preset release "$@" >"$top/build/configure.log" 2>&1) || { cat "$top/build/configure.log"; return 1; }
    cmake --build "$top/build/release" --parallel "$(nproc)"
}
mkdir -p "$top/build"
