// SPDX-License-Identifier: GPL-3.0-or-later
// Word vectors and the built-in embedder's state from any bytes: refused, or an embedder that embeds.
// Even first byte: words, a zero byte, scales' count of floats is what fits, the rest are vectors. Odd: a state.
#include "core/embedding/builtin_embedder.h"
#include "tests/fuzz/fixtures.h"
#include "tests/fuzz/fuzz_folder.h"
#include "tests/fuzz/fuzz_input.h"

#include <zlib.h>

namespace {

std::shared_ptr<const tw::WordVectors> load(const tw::fuzz::Folder& folder, const tw::fuzz::FixedWords& parts,
                                            bool packed)
{
    if (packed) {
        const std::string name = (folder.path() / "words.txt.gz").string();
        gzFile file = gzopen(name.c_str(), "wb1");
        gzwrite(file, parts.words.data(), static_cast<unsigned>(parts.words.size()));
        gzclose(file);
    } else {
        folder.put("words.txt.gz", parts.words);
    }
    folder.put("vectors-int8.bin", parts.vectors);
    folder.put("scales-f32.bin", parts.scales);
    auto words = tw::WordVectors::load(folder.path());
    return words ? *words : nullptr;
}

void use(const tw::BuiltinEmbedder& embedder)
{
    const std::vector<std::string> texts{"A film of the Sea. The star, the sea!", ""};
    const auto embedded = embedder.embedDocuments(texts, {});
    if (!embedded || embedded->size() != texts.size())
        std::abort();
    (void)embedder.embedQuery("sea film", {});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const tw::fuzz::Folder folder;
    tw::fuzz::Input input(data, size);
    const std::uint8_t how = input.byte();
    if (how % 2 == 1) {
        static const auto words = load(folder, {}, true);
        const auto embedder = tw::BuiltinEmbedder::restore(words, input.rest());
        if (embedder)
            use(**embedder);
        return 0;
    }
    tw::fuzz::FixedWords parts;
    parts.words = input.part('\0');
    const std::size_t scales = std::min<std::size_t>(input.byte() * 4U, input.rest().size());
    parts.scales = input.rest().substr(0, scales);
    parts.vectors = input.rest().substr(scales);
    const auto words = load(folder, parts, how % 4 == 0);
    if (!words)
        return 0;
    const std::vector<std::string> texts{"film star", parts.words};
    if (const auto embedder = tw::BuiltinEmbedder::fit(words, texts, {}, {}))
        use(**embedder);
    return 0;
}
