// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever parses must read back equal after dump(), and an array read piece by piece is the array read whole.
#include "core/base/json.h"
#include "tests/fuzz/fuzz_input.h"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    tw::fuzz::Input input(data, size);
    const std::size_t piece = 1 + input.choice(64);
    const std::string_view text = input.rest();
    const auto parsed = tw::Json::parse(text);
    if (parsed) {
        const std::string written = parsed->dump();
        const auto again = tw::Json::parse(written);
        if (!again || again->dump() != written)
            std::abort();
    }
    std::string_view rest = text;
    tw::Json::Array streamed;
    const tw::Status status = tw::streamJsonArray(
        [&](std::span<char> buffer) -> tw::Result<std::size_t> {
            const std::size_t count = std::min({piece, buffer.size(), rest.size()});
            std::ranges::copy(rest.substr(0, count), buffer.begin());
            rest.remove_prefix(count);
            return count;
        },
        [&](tw::Json&& element) {
            streamed.push_back(std::move(element));
            return true;
        },
        {});
    if (parsed && parsed->isArray() && (!status || tw::Json(std::move(streamed)).dump() != parsed->dump()))
        std::abort();
    return 0;
}
