// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as any of our derived files: refused before anybody sees a byte, or exactly what was written.
#include "core/index/vector_index.h"
#include "core/library/space_folder.h"
#include "core/projection/pca.h"
#include "tests/fuzz/fixtures.h"
#include "tests/fuzz/fuzz_folder.h"
#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const tw::fuzz::Folder folder;
    static const auto vectors = tw::fuzz::fixedVectors();
    tw::fuzz::Input input(data, size);
    const std::uint8_t how = input.byte();
    constexpr std::array kKinds = {"tw-index", "tw-projection", "tw-space", "tw-vectors", "tw-space-info"};
    const std::string_view rest = input.rest();
    // With a right checksum in one half of the tries: then the readers' own checks are all there is.
    const std::string content
        = how & 0x80 ? tw::fuzz::enveloped({kKinds[(how & 0x7f) % kKinds.size()], 1}, rest) : std::string(rest);
    const auto path = folder.put("info.bin", content);
    for (const char* kind : kKinds) {
        const auto payload = tw::openEnvelope(path, {kind, 1});
        if (payload && payload->bytes.size() + 64 != content.size())
            std::abort();
    }
    (void)tw::readSpaceRecord(folder.path());
    (void)tw::loadIndex(path, vectors->view(), vectors);
    (void)tw::Projection::load(path, tw::fuzz::kFixedFingerprint);
    return 0;
}
