// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/input/block_source.h"

#include <unicode/ucnv.h>

#include <array>

namespace tw {

namespace {

struct ConverterCloser {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

class DecodedBlocks final : public BlockSource {
public:
    DecodedBlocks(std::unique_ptr<BlockSource> source, Converter from, Converter to)
        : m_source(std::move(source)), m_from(std::move(from)), m_to(std::move(to)), m_raw(64 * 1024)
    {
    }

    Result<std::size_t> read(std::span<char> block) override
    {
        char* target = block.data();
        while (target == block.data() && !m_done) {
            if (m_next == m_end && !m_sourceEnded) {
                TW_ASSIGN(const std::size_t got, m_source->read(m_raw));
                m_sourceEnded = got == 0;
                m_next = m_raw.data();
                m_end = m_next + got;
            }
            UErrorCode status = U_ZERO_ERROR;
            ucnv_convertEx(m_to.get(), m_from.get(), &target, block.data() + block.size(), &m_next, m_end,
                           m_pivot.data(), &m_pivotSource, &m_pivotTarget, m_pivot.data() + m_pivot.size(), false,
                           m_sourceEnded, &status);
            if (U_SUCCESS(status))
                m_done = m_sourceEnded;
            else if (status != U_BUFFER_OVERFLOW_ERROR)
                return fail(ErrorCode::FormatBroken, {}, u_errorName(status));
        }
        return static_cast<std::size_t>(target - block.data());
    }
    std::uint64_t fileBytesRead() const override { return m_source->fileBytesRead(); }
    std::uint64_t fileBytesTotal() const override { return m_source->fileBytesTotal(); }

private:
    std::unique_ptr<BlockSource> m_source;
    Converter m_from;
    Converter m_to;
    std::vector<char> m_raw;
    const char* m_next = nullptr;
    const char* m_end = nullptr;
    bool m_sourceEnded = false;
    bool m_done = false;
    std::array<UChar, 8192> m_pivot{};
    UChar* m_pivotSource = m_pivot.data();
    UChar* m_pivotTarget = m_pivot.data();
};

Converter openConverter(const std::string& name)
{
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(name.c_str(), &status));
    return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

} // namespace

Result<std::unique_ptr<BlockSource>> decodeBlocks(std::unique_ptr<BlockSource> source, const std::string& encoding)
{
    Converter from = openConverter(encoding);
    Converter to = openConverter("UTF-8");
    if (!from || !to)
        return fail(ErrorCode::Unsupported, encoding, "no such encoding");
    return std::make_unique<DecodedBlocks>(std::move(source), std::move(from), std::move(to));
}

} // namespace tw
