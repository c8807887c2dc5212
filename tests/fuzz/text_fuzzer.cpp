// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a text: what is shown is valid UTF-8 without controls, views stay inside, addresses stay addresses.
#include "core/base/text.h"
#include "core/catalog/input/text_repair.h"
#include "core/embedding/ollama_client.h"
#include "core/search/text_query.h"
#include "core/search/title_matcher.h"

#include <cstdint>
#include <cstdlib>

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string shown = tw::printable(text);
    require(tw::isValidUtf8(shown));
    require(tw::printable(shown) == shown);
    require(shown.find('\x1b') == std::string::npos);
    for (const std::string& made :
         {tw::foldForMatching(text), tw::toLower(text), tw::slug(text), tw::truncateCharacters(text, size / 2),
          tw::utf8FromWindows1252(text), tw::titleForm(text), tw::undoDoubleEncoding(shown)})
        require(tw::isValidUtf8(made));
    for (const auto& word : tw::splitWordSpans(text))
        require(word.begin < word.end && word.end <= size);
    for (const auto& sentence : tw::splitSentences(text))
        require(!sentence.empty());
    for (const auto& piece : tw::splitAndTrim(text, ','))
        require(!piece.empty());
    (void)tw::splitWords(text);
    require(tw::textQueryWords(text).size() <= 32);
    require(tw::ollamaUrl(text).find("://") != std::string::npos);
    return 0;
}
