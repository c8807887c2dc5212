// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/word_vectors.h"

#include "core/base/files.h"
#include "core/base/hash.h"

#include <zlib.h>

#include <cstring>

namespace tw {

namespace {

constexpr std::size_t kMaxWordListBytes = 64u << 20;
constexpr double kZipfOffset = 2.7; // Mandelbrot's shift for English.

Result<std::string> inflateAll(const std::filesystem::path& path, std::span<const std::byte> packed)
{
    z_stream stream{};
    constexpr int kGzipOnly = 15 + 16;
    if (inflateInit2(&stream, kGzipOnly) != Z_OK)
        return fail(ErrorCode::Internal, path.string(), "inflateInit2");
    const std::unique_ptr<z_stream, int (*)(z_stream*)> closer(&stream, inflateEnd);
    // zlib's interface predates const; it does not write to its input.
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string out;
    std::array<char, 1 << 16> buffer{};
    int status = Z_OK;
    while (status == Z_OK && out.size() < kMaxWordListBytes) {
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        status = inflate(&stream, Z_NO_FLUSH);
        out.append(buffer.data(), buffer.size() - stream.avail_out);
    }
    if (status != Z_STREAM_END)
        return fail(ErrorCode::Damaged, path.string(), "not a complete gzip file");
    return out;
}

std::span<const std::byte> asBytes(std::string_view text) { return std::as_bytes(std::span(text)); }

} // namespace

struct WordVectors::Impl {
    std::string wordText;
    std::unordered_map<std::string_view, std::uint32_t> ranks;
    std::vector<std::string_view> byRank;
    std::shared_ptr<const MappedFile> vectorFile;
    std::span<const std::int8_t> vectors;
    std::vector<float> scales;
    std::size_t dim = 0;
    double zipfScale = 0;
    std::string digest;
};

WordVectors::WordVectors(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
WordVectors::~WordVectors() = default;

Result<std::shared_ptr<const WordVectors>> WordVectors::load(const std::filesystem::path& folder)
{
    auto impl = std::make_unique<Impl>();
    const std::filesystem::path wordPath = folder / "words.txt.gz";
    TW_ASSIGN(const std::string packed, readFile(wordPath));
    TW_ASSIGN(impl->wordText, inflateAll(wordPath, asBytes(packed)));
    TW_ASSIGN(impl->vectorFile, MappedFile::open(folder / "vectors-int8.bin"));
    TW_ASSIGN(const std::string scaleBytes, readFile(folder / "scales-f32.bin"));

    std::string_view rest = impl->wordText;
    std::uint32_t rank = 0;
    impl->ranks.reserve(rest.size() / 8);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        impl->byRank.push_back(rest.substr(0, end));
        impl->ranks.emplace(rest.substr(0, end), rank++);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const std::span<const std::byte> vectorBytes = impl->vectorFile->bytes();
    if (rank == 0 || scaleBytes.size() != rank * sizeof(float) || vectorBytes.empty() || vectorBytes.size() % rank != 0)
        return fail(ErrorCode::Damaged, folder.string(), "words, vectors and scales do not fit each other");
    impl->dim = vectorBytes.size() / rank;
    impl->vectors = {reinterpret_cast<const std::int8_t*>(vectorBytes.data()), vectorBytes.size()};
    impl->scales.resize(rank);
    std::memcpy(impl->scales.data(), scaleBytes.data(), scaleBytes.size());
    if (!std::ranges::all_of(impl->scales, [](float scale) { return std::isfinite(scale) && scale >= 0; }))
        return fail(ErrorCode::Damaged, folder.string(), "a scale is not a finite number");

    double harmonic = 0;
    for (std::uint32_t i = 0; i < rank; ++i)
        harmonic += 1 / (i + kZipfOffset);
    impl->zipfScale = 1 / harmonic;
    impl->digest = hash128Hex(hash128Hex(asBytes(impl->wordText)) + hash128Hex(vectorBytes) +
                              hash128Hex(asBytes(scaleBytes)));
    return std::shared_ptr<const WordVectors>(new WordVectors(std::move(impl)));
}

std::size_t WordVectors::size() const { return m_impl->scales.size(); }

std::size_t WordVectors::dim() const { return m_impl->dim; }

std::optional<std::uint32_t> WordVectors::find(std::string_view word) const
{
    const auto found = m_impl->ranks.find(word);
    return found == m_impl->ranks.end() ? std::nullopt : std::optional(found->second);
}

std::string_view WordVectors::word(std::uint32_t rank) const { return m_impl->byRank[rank]; }

void WordVectors::addTo(std::span<float> sum, std::uint32_t rank, float weight) const
{
    const std::int8_t* row = m_impl->vectors.data() + rank * m_impl->dim;
    const float factor = weight * m_impl->scales[rank];
    for (std::size_t d = 0; d < m_impl->dim; ++d)
        sum[d] += factor * static_cast<float>(row[d]);
}

float WordVectors::probability(std::uint32_t rank) const
{
    return static_cast<float>(m_impl->zipfScale / (rank + kZipfOffset));
}

const std::string& WordVectors::digest() const { return m_impl->digest; }

} // namespace tw
