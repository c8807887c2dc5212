// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever parses must read back equal after dump().
#include "core/base/json.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto parsed = tw::Json::parse({reinterpret_cast<const char*>(data), size});
    if (parsed) {
        const std::string text = parsed->dump();
        const auto again = tw::Json::parse(text);
        if (!again || again->dump() != text)
            std::abort();
    }
    return 0;
}
