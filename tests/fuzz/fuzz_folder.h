// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"

#include <xxhash.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <string_view>

namespace tw::fuzz {

/// A folder in memory (/dev/shm), removed when the program ends in the usual way.
class Folder {
public:
    Folder()
    {
        std::string name = "/dev/shm/tastewalk-fuzz-XXXXXX";
        if (!::mkdtemp(name.data()))
            std::abort();
        m_path = name;
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    /// Replaces the file without syncing: nobody needs it after a crash. As a new file, so that mappings keep the old.
    std::filesystem::path put(const std::filesystem::path& name, std::string_view content) const
    {
        const std::filesystem::path path = m_path / name;
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
        std::ofstream(path, std::ios::binary).write(content.data(), static_cast<std::streamsize>(content.size()));
        return path;
    }

private:
    std::filesystem::path m_path;
};

/// The payload in an envelope with a right checksum, laid out as writeEnvelope() does: what lies behind the checksum
/// must hold against any content, too.
inline std::string enveloped(EnvelopeKind kind, std::string_view payload)
{
    std::string bytes("TWENV\r\n\x1a", 8);
    std::array<char, 16> name{};
    kind.name.copy(name.data(), name.size());
    bytes.append(name.data(), name.size());
    const std::uint32_t numbers[2] = {kind.version, 64};
    const std::uint64_t length = payload.size();
    bytes.append(reinterpret_cast<const char*>(numbers), sizeof numbers);
    bytes.append(reinterpret_cast<const char*>(&length), sizeof length);
    const std::string covered = bytes + std::string(payload);
    XXH128_canonical_t checksum;
    XXH128_canonicalFromHash(&checksum, XXH3_128bits(covered.data(), covered.size()));
    bytes.append(reinterpret_cast<const char*>(checksum.digest), sizeof checksum.digest);
    bytes.append(8, '\0');
    return bytes.append(payload);
}

} // namespace tw::fuzz
