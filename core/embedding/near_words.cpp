// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/near_words.h"

#include "core/embedding/common_components.h"
#include "core/embedding/word_lookup.h"
#include "core/simd/kernels.h"

namespace tw {

namespace {

/// Directions removed: about a hundredth of the dimensions, as the paper advises.
constexpr std::size_t kDirections = 2;
constexpr std::size_t kBlockRows = 64;
constexpr std::size_t kMostRemembered = 4096;
/// More words than this are remembered for each, so that a later call may ask for more.
constexpr std::size_t kMostFound = 32;
constexpr float kLeastFound = 0.4F;

} // namespace

struct NearWords::Table {
    Matrix rows; ///< Unit length.
    std::vector<float> mean;
    Matrix directions;

    void clean(std::span<float> vector) const
    {
        for (std::size_t d = 0; d < vector.size(); ++d)
            vector[d] -= mean[d];
        removeComponents(vector, directions);
        simd::normalise(vector);
    }
};

NearWords::NearWords(std::shared_ptr<const WordVectors> words, std::vector<std::uint32_t> ranks)
    : m_words(std::move(words)), m_ranks(std::move(ranks))
{
}

NearWords::~NearWords() = default;

const NearWords::Table& NearWords::table() const
{
    std::call_once(m_once, [this] {
        auto made = std::make_unique<Table>();
        const std::size_t dim = m_words->dim();
        made->rows = Matrix(m_ranks.size(), dim);
        made->mean.assign(dim, 0.0F);
        for (std::size_t i = 0; i < m_ranks.size(); ++i) {
            m_words->addTo(made->rows.row(i), m_ranks[i], 1);
            simd::normalise(made->rows.row(i));
            for (std::size_t d = 0; d < dim; ++d)
                made->mean[d] += made->rows.row(i)[d] / static_cast<float>(m_ranks.size());
        }
        SecondMoment moment(dim);
        for (std::size_t i = 0; i < m_ranks.size(); ++i) {
            for (std::size_t d = 0; d < dim; ++d)
                made->rows.row(i)[d] -= made->mean[d];
            moment.add(made->rows.row(i));
        }
        made->directions = moment.leadingDirections(std::min(kDirections, m_ranks.size() / 4));
        for (std::size_t i = 0; i < m_ranks.size(); ++i) {
            removeComponents(made->rows.row(i), made->directions);
            simd::normalise(made->rows.row(i));
        }
        m_table = std::move(made);
    });
    return *m_table;
}

std::vector<std::vector<NearWord>> NearWords::find(std::span<const std::string> words, float atLeast,
                                                   std::size_t most) const
{
    std::vector<std::vector<NearWord>> found(words.size());
    std::vector<std::size_t> missing;
    {
        const std::lock_guard lock(m_mutex);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto known = m_known.find(words[i]);
            if (known != m_known.end())
                found[i] = known->second;
            else if (!words[i].empty())
                missing.push_back(i);
        }
    }
    if (!missing.empty() && !m_ranks.empty()) {
        const Table& table = this->table();
        Matrix queries(missing.size(), m_words->dim());
        for (std::size_t i = 0; i < missing.size(); ++i) {
            const auto parts = lookUpWord(*m_words, words[missing[i]], LookUp::Compounds);
            for (const WordPart& part : parts)
                m_words->addTo(queries.row(i), part.rank, part.weight);
            if (!parts.empty() && simd::normalise(queries.row(i)) > 0)
                table.clean(queries.row(i));
        }
        std::array<float, kBlockRows> similarities;
        // Block by block, so that the rows come from memory once for all words.
        for (std::size_t begin = 0; begin < m_ranks.size(); begin += kBlockRows) {
            const std::size_t count = std::min(kBlockRows, m_ranks.size() - begin);
            const MatrixView block(table.rows.row(begin).data(), count, table.rows.cols());
            for (std::size_t i = 0; i < missing.size(); ++i) {
                simd::dotRows(queries.row(i), block, std::span(similarities).first(count));
                for (std::size_t j = 0; j < count; ++j)
                    if (similarities[j] >= kLeastFound)
                        found[missing[i]].push_back({std::string(m_words->word(m_ranks[begin + j])), similarities[j]});
            }
        }
        const std::lock_guard lock(m_mutex);
        if (m_known.size() > kMostRemembered)
            m_known.clear();
        for (const std::size_t i : missing) {
            std::erase_if(found[i], [&](const NearWord& each) { return each.word == words[i]; });
            std::ranges::sort(found[i], std::ranges::greater(), &NearWord::similarity);
            found[i].resize(std::min(found[i].size(), kMostFound));
            m_known.emplace(words[i], found[i]);
        }
    }
    for (std::vector<NearWord>& each : found) {
        std::erase_if(each, [atLeast](const NearWord& word) { return word.similarity < atLeast; });
        each.resize(std::min(each.size(), most));
    }
    return found;
}

} // namespace tw
