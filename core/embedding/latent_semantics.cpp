// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/latent_semantics.h"

#include "core/base/bytes.h"
#include "core/base/random.h"
#include "core/base/text.h"
#include "core/base/thread_pool.h"
#include "core/embedding/search_words.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>

namespace tw {

namespace {

using RowMatrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr std::size_t kOversampling = 10;
constexpr std::size_t kGrain = 128;
constexpr std::uint64_t kSeed = 1990;

/// One text as weights of terms, rising by term.
struct SparseRow {
    std::vector<std::pair<std::uint32_t, float>> entries;
};

using Counts = std::vector<std::pair<std::string, std::uint32_t>>;

/// How often the text has each term; stop words left out.
Counts termCounts(std::string_view text, WordStemmer& stemmer)
{
    std::unordered_map<std::string, std::uint32_t> counts;
    for (const SearchWord& word : searchWords(text))
        if (!isStopWord(word.word))
            ++counts[stemmer.term(word.word)];
    return {counts.begin(), counts.end()};
}

/// out = rows · right.
Status multiply(const std::vector<SparseRow>& rows, const RowMatrix& right, RowMatrix& out, const TaskContext& context)
{
    out = RowMatrix::Zero(static_cast<Eigen::Index>(rows.size()), right.cols());
    return parallelFor(rows.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            for (const auto& [term, weight] : rows[i].entries)
                out.row(static_cast<Eigen::Index>(i)) += weight * right.row(static_cast<Eigen::Index>(term));
    });
}

/// The same rows by term: out = rowsᵀ · left is multiply() of these.
std::vector<SparseRow> transposed(const std::vector<SparseRow>& rows, std::size_t terms)
{
    std::vector<SparseRow> columns(terms);
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        for (const auto& [term, weight] : rows[i].entries)
            columns[term].entries.emplace_back(i, weight);
    return columns;
}

void orthonormalise(RowMatrix& matrix)
{
    // Gram matrix and Cholesky would be quicker, but lose the weak directions.
    Eigen::HouseholderQR<Eigen::MatrixXf> qr{Eigen::MatrixXf(matrix)};
    matrix = qr.householderQ() * Eigen::MatrixXf::Identity(matrix.rows(), matrix.cols());
}

/// [terms × rank] leading right singular vectors.
Result<RowMatrix> rightSingularVectors(const std::vector<SparseRow>& rows, std::size_t terms, std::size_t rank,
                                       const TaskContext& context)
{
    const std::size_t width = std::min({rank + kOversampling, rows.size(), terms});
    const std::vector<SparseRow> columns = transposed(rows, terms);
    Random random(kSeed);
    RowMatrix sketch(static_cast<Eigen::Index>(terms), static_cast<Eigen::Index>(width));
    for (Eigen::Index i = 0; i < sketch.size(); ++i)
        sketch.data()[i] = static_cast<float>(random.normal());
    RowMatrix range;
    TW_TRY(multiply(rows, sketch, range, context));
    orthonormalise(range);
    TW_TRY(context.check());
    TW_TRY(multiply(columns, range, sketch, context)); // Aᵀ Q
    orthonormalise(sketch);
    TW_TRY(multiply(rows, sketch, range, context));
    orthonormalise(range);
    TW_TRY(context.check());
    RowMatrix small; // B ᵀ = Aᵀ Q [terms × width]
    TW_TRY(multiply(columns, range, small, context));
    const Eigen::MatrixXf gram = small.transpose() * small;
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXf> solver(gram);
    const auto kept = static_cast<Eigen::Index>(std::min(rank, width));
    RowMatrix vectors(small.rows(), kept);
    for (Eigen::Index i = 0; i < kept; ++i) {
        const Eigen::Index place = solver.eigenvalues().size() - 1 - i;
        const float value = std::sqrt(std::max(solver.eigenvalues()(place), 1e-12F));
        Eigen::VectorXf column = small * solver.eigenvectors().col(place) / value;
        // The sign is free: fixed, equal texts give equal vectors.
        Eigen::Index largest = 0;
        column.cwiseAbs().maxCoeff(&largest);
        vectors.col(i) = column(largest) < 0 ? Eigen::VectorXf(-column) : column;
    }
    return vectors;
}

} // namespace

struct LatentSemantics::Impl {
    std::string language;
    std::vector<std::string> terms;
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::vector<float> idf;
    RowMatrix vectors; ///< [terms × dim]

    SparseRow rowOf(const Counts& counts) const
    {
        SparseRow row;
        double squared = 0;
        for (const auto& [term, count] : counts)
            if (const auto found = numbers.find(term); found != numbers.end()) {
                const float weight = (1 + std::log(static_cast<float>(count))) * idf[found->second];
                row.entries.emplace_back(found->second, weight);
                squared += static_cast<double>(weight) * static_cast<double>(weight);
            }
        std::ranges::sort(row.entries);
        for (auto& [term, weight] : row.entries)
            weight = static_cast<float>(static_cast<double>(weight) / std::sqrt(squared));
        return row;
    }
    void indexTerms()
    {
        for (std::uint32_t i = 0; i < terms.size(); ++i)
            numbers.emplace(terms[i], i);
    }
};

LatentSemantics::LatentSemantics(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
LatentSemantics::~LatentSemantics() = default;

Result<std::shared_ptr<const LatentSemantics>> LatentSemantics::fit(std::span<const std::string_view> texts,
                                                                    std::size_t rank, const TaskContext& context)
{
    auto impl = std::make_unique<Impl>();
    LanguageVote vote;
    for (std::size_t i = 0; i < texts.size(); i += 1 + texts.size() / 1000)
        for (const SearchWord& word : searchWords(texts[i]))
            vote.add(word.word);
    impl->language = vote.winner();
    std::vector<Counts> counts(texts.size());
    TW_TRY(parallelFor(texts.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
        WordStemmer stemmer(impl->language);
        for (std::size_t i = begin; i < end; ++i)
            counts[i] = termCounts(texts[i], stemmer);
    }));
    std::unordered_map<std::string, std::uint32_t> having;
    for (const Counts& each : counts)
        for (const auto& [term, count] : each)
            ++having[term];
    std::vector<std::pair<std::uint32_t, std::string>> frequent;
    for (const auto& [term, count] : having)
        if (count >= 2)
            frequent.emplace_back(count, term);
    if (frequent.empty())
        return fail(ErrorCode::EmptyText, {}, "no two texts have a word in common");
    std::ranges::sort(frequent, [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    frequent.resize(std::min(frequent.size(), kMostTerms));
    for (const auto& [count, term] : frequent) {
        impl->terms.push_back(term);
        impl->idf.push_back(std::log((1 + static_cast<float>(texts.size())) / (1 + static_cast<float>(count))) + 0.1F);
    }
    impl->indexTerms();
    std::vector<SparseRow> rows;
    for (Counts& each : counts)
        rows.push_back(impl->rowOf(std::exchange(each, {})));
    TW_ASSIGN(impl->vectors, rightSingularVectors(rows, impl->terms.size(), rank, context));
    return std::shared_ptr<const LatentSemantics>(new LatentSemantics(std::move(impl)));
}

std::size_t LatentSemantics::dim() const { return static_cast<std::size_t>(m_impl->vectors.cols()); }

std::vector<float> LatentSemantics::embed(std::string_view text) const
{
    WordStemmer stemmer(m_impl->language);
    const SparseRow row = m_impl->rowOf(termCounts(text, stemmer));
    if (row.entries.empty())
        return {};
    Eigen::RowVectorXf sum = Eigen::RowVectorXf::Zero(m_impl->vectors.cols());
    for (const auto& [term, weight] : row.entries)
        sum += weight * m_impl->vectors.row(static_cast<Eigen::Index>(term));
    return {sum.data(), sum.data() + sum.size()};
}

void LatentSemantics::write(ByteWriter& writer) const
{
    writer.text(m_impl->language);
    std::string terms;
    for (const std::string& term : m_impl->terms)
        terms += fmt::format("{}\n", term);
    writer.text(terms);
    writer.array(std::span<const float>(m_impl->idf));
    // Bytes with a scale a term are as good here, and a quarter of the size.
    std::vector<std::int8_t> numbers;
    std::vector<float> scales;
    for (Eigen::Index i = 0; i < m_impl->vectors.rows(); ++i) {
        const float scale = std::max(m_impl->vectors.row(i).cwiseAbs().maxCoeff() / 127, 1e-12F);
        scales.push_back(scale);
        for (Eigen::Index d = 0; d < m_impl->vectors.cols(); ++d)
            numbers.push_back(static_cast<std::int8_t>(std::lround(m_impl->vectors(i, d) / scale)));
    }
    writer.array(std::span<const float>(scales));
    writer.array(std::span<const std::int8_t>(numbers));
}

std::shared_ptr<const LatentSemantics> LatentSemantics::read(ByteReader& reader)
{
    auto impl = std::make_unique<Impl>();
    impl->language = reader.text();
    impl->terms = splitAndTrim(reader.text(), '\n');
    impl->idf = reader.array<float>();
    const auto scales = reader.array<float>();
    const auto numbers = reader.array<std::int8_t>();
    const std::size_t terms = impl->terms.size();
    const auto finite = [](float value) { return std::isfinite(value); };
    if (reader.failed() || terms == 0 || impl->idf.size() != terms || scales.size() != terms ||
        numbers.empty() || numbers.size() % terms != 0 || !std::ranges::all_of(scales, finite) ||
        !std::ranges::all_of(impl->idf, finite))
        return nullptr;
    const std::size_t dim = numbers.size() / terms;
    impl->vectors.resize(static_cast<Eigen::Index>(terms), static_cast<Eigen::Index>(dim));
    for (std::size_t i = 0; i < numbers.size(); ++i)
        impl->vectors.data()[i] = scales[i / dim] * static_cast<float>(numbers[i]);
    impl->indexTerms();
    return std::shared_ptr<const LatentSemantics>(new LatentSemantics(std::move(impl)));
}

} // namespace tw
