// SPDX-License-Identifier: GPL-3.0-or-later
// Any payload with a right checksum as a map: refused, or a map that places vectors and knows every row's ranks.
#include "core/projection/pca.h"
#include "tests/fuzz/fixtures.h"
#include "tests/fuzz/fuzz_folder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const tw::fuzz::Folder folder;
    const std::string content = tw::fuzz::enveloped({"tw-projection", 1}, {reinterpret_cast<const char*>(data), size});
    const auto map = tw::Projection::load(folder.put("map.bin", content), tw::fuzz::kFixedFingerprint);
    if (!map)
        return 0;
    float sum = 0;
    for (std::size_t row = 0; row < (*map)->positions().rows(); ++row)
        sum += (*map)->ranks(row).back() + (*map)->positions().row(row)[1];
    volatile float used = sum + (*map)->place(std::vector<float>(8, 0.5F))[1];
    (void)used;
    return 0;
}
