// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/input/foreign_files.h"

#include <algorithm>
#include <array>

namespace tw {

using namespace std::string_view_literals;

namespace {

struct Magic {
    std::string_view bytes;
    std::string_view kind;
};

// First bytes as in the `file` program's magic database; faiss: the four-letter codes of its index_write.cpp.
constexpr std::array kMagics = {
    Magic{"\x93NUMPY"sv, "a NumPy array"},
    Magic{"IxF"sv, "a faiss index"},
    Magic{"IHN"sv, "a faiss index"},
    Magic{"IwFl"sv, "a faiss index"},
    Magic{"PAR1"sv, "a Parquet file"},
    Magic{"ARROW1"sv, "an Arrow file"},
    Magic{"SQLite format 3\0"sv, "a SQLite database"},
    Magic{"\x89HDF\r\n"sv, "an HDF5 file"},
    Magic{"%PDF"sv, "a PDF document"},
    Magic{"\x89PNG"sv, "a picture"},
    Magic{"\xFF\xD8\xFF"sv, "a picture"},
    Magic{"GIF8"sv, "a picture"},
    Magic{"\xD0\xCF\x11\xE0"sv, "an old Office document; save it as CSV"},
    Magic{"{\\rtf"sv, "a formatted document"},
    Magic{"BZh"sv, "a bzip2 archive; unpack it first"},
    Magic{"\xFD" "7zXZ"sv, "an xz archive; unpack it first"},
    Magic{"\x28\xB5\x2F\xFD"sv, "a Zstandard archive; unpack it first"},
    Magic{"7z\xBC\xAF"sv, "a 7z archive; unpack it first"},
    Magic{"Rar!"sv, "a RAR archive; unpack it first"},
    Magic{"\x7F" "ELF"sv, "a program"},
    Magic{"GGUF"sv, "a language model"},
    Magic{"\x80\x04\x95"sv, "a Python pickle"},
    Magic{"\x80\x03"sv, "a Python pickle"},
};

} // namespace

std::string_view foreignKind(std::string_view start, bool wide)
{
    if (start.empty())
        return "empty";
    for (const Magic& magic : kMagics)
        if (start.starts_with(magic.bytes))
            return magic.kind;
    if (wide)
        return {};
    // Text has line ends, tabs, and seldom another control character; a stray NUL makes no binary file.
    const std::string_view judged = start.substr(0, 64 * 1024);
    const auto controls = std::ranges::count_if(
        judged, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != 0x1B; });
    if (static_cast<std::size_t>(controls) * 20 > judged.size())
        return "binary data";
    return {};
}

bool looksLikeArchive(std::string_view start)
{
    constexpr std::size_t kTarMagic = 257;
    return start.starts_with("PK\x03\x04"sv) || start.starts_with("PK\x05\x06"sv)
           || (start.size() >= 512 && start.substr(kTarMagic, 5) == "ustar");
}

} // namespace tw
