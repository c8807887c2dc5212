// SPDX-License-Identifier: GPL-3.0-or-later
// Any manifest, vectors and passages with right checksums as a space: refused, or a space whose parts fit each other.
// Four bytes of length before the manifest and before the vectors; what is left are the passages.
#include "core/space/space.h"
#include "tests/fuzz/fuzz_folder.h"

namespace {

std::string_view takeSized(std::string_view& rest)
{
    std::uint32_t length = 0;
    if (rest.size() >= sizeof length) {
        std::memcpy(&length, rest.data(), sizeof length);
        rest.remove_prefix(sizeof length);
    }
    const std::string_view piece = rest.substr(0, length);
    rest.remove_prefix(piece.size());
    return piece;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const tw::fuzz::Folder folder;
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    const std::string_view manifest = takeSized(rest);
    const std::string_view vectors = takeSized(rest);
    folder.put("space.bin", tw::fuzz::enveloped({"tw-space", 1}, manifest));
    folder.put("vectors.bin", tw::fuzz::enveloped({"tw-vectors", 1}, vectors));
    folder.put("passages.bin", tw::fuzz::enveloped({"tw-vectors", 1}, rest));
    const auto space = tw::Space::load(folder.path());
    if (!space)
        return 0;
    float sum = 0;
    for (std::uint32_t row = 0; row < (*space)->size(); ++row) {
        const tw::ItemId item = (*space)->item(row);
        if ((*space)->row(item) != row || (*space)->vector(item).size() != (*space)->dim())
            std::abort();
        sum += (*space)->vector(item).back() + (*space)->rawNorms()[row];
    }
    for (std::size_t i = 0; i < (*space)->passages().rows(); ++i) {
        if ((*space)->passageRows()[i] >= (*space)->size())
            std::abort();
        sum += (*space)->passages().row(i).back();
    }
    volatile float used = sum + (*space)->rawStatistics().mean.back() + (*space)->statistics().maximum.back();
    (void)used;
    return 0;
}
