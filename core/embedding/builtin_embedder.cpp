// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/builtin_embedder.h"

#include "core/base/bytes.h"
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/base/thread_pool.h"
#include "core/embedding/common_components.h"
#include "core/embedding/latent_semantics.h"
#include "core/embedding/near_words.h"
#include "core/embedding/word_lookup.h"

namespace tw {

namespace {

constexpr std::string_view kStateMagic = "tw-sif-2";
/// Earlier states tell names from all other words, one bit each.
constexpr std::string_view kOldStateMagic = "tw-sif-1";
constexpr std::string_view kLatentMagic = "tw-lsa-1";
constexpr std::size_t kMaxSample = 20'000;
constexpr std::size_t kGrain = 64;
/// Less weight than this is stop words alone, whose mean points anywhere.
constexpr float kMinSentenceWeight = 0.5F;
constexpr float kMinQueryWeight = 0.1F;
constexpr float kMinLength = 1e-6F;
/// What the catalogue has of a word.
enum WordKind : std::uint8_t { kUnseen, kCommon, kName };

float lengthOf(std::span<const float> vector)
{
    float squared = 0;
    for (const float value : vector)
        squared += value * value;
    return std::sqrt(squared);
}

/// Weighted sum of the word vectors of some text.
struct WeightedSum {
    explicit WeightedSum(std::size_t dim) : sum(dim) {}
    std::vector<float> sum;
    float weight = 0;
    std::size_t words = 0;

    void add(const WeightedSum& other)
    {
        for (std::size_t d = 0; d < sum.size(); ++d)
            sum[d] += other.sum[d];
        weight += other.weight;
        words += other.words;
    }
    void clear()
    {
        std::ranges::fill(sum, 0.0F);
        weight = 0;
        words = 0;
    }
};

/// How often each known word was met in lower case, and capitalised inside a sentence.
class NameCounts {
public:
    explicit NameCounts(std::size_t words) : m_lower(words), m_capitalised(words), m_seen(words) {}

    void count(const WordVectors& words, std::string_view sentence)
    {
        const std::vector<WordSpan> spans = splitWordSpans(sentence);
        const auto capitals = std::ranges::count_if(spans, &WordSpan::capitalised);
        // Titles and lists capitalise everything and tell nothing about names.
        const bool titleCase = 2 * static_cast<std::size_t>(capitals) > spans.size();
        for (std::size_t i = 0; i < spans.size(); ++i) {
            const auto rank = plainRank(words, spans[i].word);
            if (std::ranges::none_of(spans[i].word, [](char c) { return c >= '0' && c <= '9'; })) {
                m_all.fetch_add(1, std::memory_order_relaxed);
                m_known.fetch_add(rank ? 1 : 0, std::memory_order_relaxed);
            }
            if (rank)
                m_seen[*rank].store(1, std::memory_order_relaxed);
            if (rank && !(spans[i].capitalised && (titleCase || i == 0)))
                (spans[i].capitalised ? m_capitalised : m_lower)[*rank].fetch_add(1, std::memory_order_relaxed);
        }
    }
    /// Share of the words (numbers left out) that the word vectors know.
    double coverage() const
    {
        const auto all = static_cast<double>(m_all.load());
        return all > 0 ? static_cast<double>(m_known.load()) / all : 1;
    }
    bool wasSeen(std::size_t rank) const { return m_seen[rank] != 0; }
    bool isName(std::size_t rank) const { return m_capitalised[rank] > 0 && m_lower[rank] == 0; }

private:
    std::vector<std::atomic<std::uint32_t>> m_lower;
    std::vector<std::atomic<std::uint32_t>> m_capitalised;
    std::vector<std::atomic<std::uint8_t>> m_seen;
    std::atomic<std::uint64_t> m_all = 0;
    std::atomic<std::uint64_t> m_known = 0;
};

std::vector<std::string_view> sampleOf(std::span<const std::string> texts)
{
    const std::size_t step = texts.size() / kMaxSample + (texts.size() % kMaxSample != 0);
    std::vector<std::string_view> sample;
    for (std::size_t i = 0; i < texts.size(); i += std::max<std::size_t>(step, 1))
        sample.emplace_back(texts[i]);
    return sample;
}

} // namespace

struct BuiltinEmbedder::Impl {
    std::shared_ptr<const WordVectors> words;
    BuiltinOptions options;
    std::vector<std::uint8_t> kinds; ///< By rank, a WordKind each.
    std::vector<float> weights;      ///< By rank.
    Matrix documentComponents;
    Matrix passageComponents;
    EmbedderInfo info;
    std::string state;
    NearWords near;
    std::shared_ptr<const LatentSemantics> latent; ///< Instead of the word vectors, when set.

    static std::vector<std::uint32_t> seenRanks(const std::vector<std::uint8_t>& kinds)
    {
        std::vector<std::uint32_t> ranks;
        for (std::uint32_t rank = 0; rank < kinds.size(); ++rank)
            if (kinds[rank] == kCommon)
                ranks.push_back(rank);
        return ranks;
    }

    Impl(std::shared_ptr<const WordVectors> theWords, const BuiltinOptions& theOptions,
         std::vector<std::uint8_t> theKinds)
        : words(std::move(theWords)), options(theOptions), kinds(std::move(theKinds)), weights(words->size()),
          near(words, seenRanks(kinds))
    {
        for (std::uint32_t rank = 0; rank < weights.size(); ++rank) {
            const double sif = options.sifA / (options.sifA + static_cast<double>(words->probability(rank)));
            weights[rank] = static_cast<float>(kinds[rank] == kName ? sif * options.nameWeight : sif);
        }
    }

    void addWords(std::string_view text, LookUp how, WeightedSum& sum) const
    {
        for (const std::string& word : splitWords(text)) {
            const std::vector<WordPart> parts = lookUpWord(*words, word, how);
            for (const WordPart& part : parts) {
                const float weight = part.weight * weights[part.rank];
                words->addTo(sum.sum, part.rank, weight);
                sum.weight += weight;
            }
            sum.words += parts.empty() ? 0 : 1;
        }
    }

    /// The mean without the components; empty when nothing is left.
    static std::vector<float> cleaned(const WeightedSum& sum, MatrixView components)
    {
        if (sum.words == 0)
            return {};
        std::vector<float> vector = sum.sum;
        for (float& value : vector)
            value /= static_cast<float>(sum.words);
        removeComponents(vector, components);
        if (lengthOf(vector) < kMinLength)
            vector.clear();
        return vector;
    }

    EmbeddedText embed(std::string_view text) const
    {
        EmbeddedText result;
        if (latent) {
            result.vector = latent->embed(text);
            if (!result.vector.empty() && lengthOf(result.vector) < kMinLength)
                result.vector.clear();
            return result;
        }
        WeightedSum document(words->dim());
        WeightedSum sentenceSum(words->dim());
        for (const std::string& sentence : splitSentences(text)) {
            sentenceSum.clear();
            addWords(sentence, LookUp::Compounds, sentenceSum);
            document.add(sentenceSum);
            if (sentenceSum.weight < kMinSentenceWeight)
                continue;
            if (const std::vector<float> passage = cleaned(sentenceSum, passageComponents); !passage.empty())
                result.passages.appendRow(passage);
        }
        result.vector = cleaned(document, documentComponents);
        if (result.vector.empty())
            result.passages = {};
        return result;
    }

    std::string makeState() const
    {
        ByteWriter writer;
        if (latent) {
            writer.text(kLatentMagic);
            latent->write(writer);
            return {reinterpret_cast<const char*>(writer.bytes().data()), writer.bytes().size()};
        }
        writer.text(kStateMagic);
        writer.text(words->digest());
        writer.value(options.sifA);
        writer.value(std::int32_t{options.documentComponents});
        writer.value(std::int32_t{options.passageComponents});
        writer.value(options.nameWeight);
        writer.array(std::span(documentComponents.data(), documentComponents.rows() * documentComponents.cols()));
        writer.array(std::span(passageComponents.data(), passageComponents.rows() * passageComponents.cols()));
        std::vector<std::uint8_t> bits((kinds.size() + 3) / 4);
        for (std::size_t i = 0; i < kinds.size(); ++i)
            bits[i / 4] = static_cast<std::uint8_t>(bits[i / 4] | ((kinds[i] & 3U) << (2 * (i % 4))));
        writer.array(std::span<const std::uint8_t>(bits));
        const std::span<const std::byte> bytes = writer.bytes();
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }

    void finish()
    {
        state = makeState();
        info.kind = "builtin";
        info.model = latent ? fmt::format("lsa-{}", latent->dim()) : fmt::format("glove-{}d-sif", words->dim());
        info.digest = hash128Hex(std::string_view(state));
        info.dim = latent ? latent->dim() : words->dim();
        info.rawScaleKnown = true;
    }
};

BuiltinEmbedder::BuiltinEmbedder(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
BuiltinEmbedder::~BuiltinEmbedder() = default;

Result<std::shared_ptr<const BuiltinEmbedder>> BuiltinEmbedder::fit(std::shared_ptr<const WordVectors> words,
                                                                    std::span<const std::string> texts,
                                                                    const BuiltinOptions& options,
                                                                    const TaskContext& context)
{
    if (!(options.sifA > 0) || options.documentComponents < 0 || options.passageComponents < 0 ||
        !(options.nameWeight > 0))
        return fail(ErrorCode::InvalidArgument, "BuiltinOptions");
    const std::vector<std::string_view> sample = sampleOf(texts);
    std::atomic<std::uint64_t> done = 0;
    const auto report = [&](std::size_t count) {
        context.report(Stage::Fitting, done += count, 2 * sample.size());
    };

    NameCounts counts(words->size());
    TW_TRY(parallelFor(sample.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            for (const std::string& sentence : splitSentences(sample[i]))
                counts.count(*words, sentence);
        report(end - begin);
    }));
    std::vector<std::uint8_t> kinds(words->size());
    for (std::size_t rank = 0; rank < kinds.size(); ++rank)
        kinds[rank] = counts.isName(rank) ? kName : counts.wasSeen(rank) ? kCommon : kUnseen;

    auto impl = std::make_unique<Impl>(words, options, std::move(kinds));
    if (counts.coverage() < options.leastCoverage) {
        auto latent = LatentSemantics::fit(sample, static_cast<std::size_t>(options.latentDimensions), context);
        if (!latent && latent.error().code == ErrorCode::Cancelled)
            return fail(std::move(latent).error());
        // Texts that have nothing in common leave the word vectors, for the few words they know.
        if (latent) {
            impl->latent = std::move(*latent);
            impl->finish();
            return std::shared_ptr<const BuiltinEmbedder>(new BuiltinEmbedder(std::move(impl)));
        }
    }
    // Without components yet, embed() gives the plain weighted means.
    std::vector<EmbeddedText> plain(sample.size());
    TW_TRY(parallelFor(sample.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            plain[i] = impl->embed(sample[i]);
        report(end - begin);
    }));
    SecondMoment documents(words->dim());
    SecondMoment passages(words->dim());
    for (const EmbeddedText& text : plain) {
        TW_TRY(context.check());
        if (text.vector.empty())
            continue;
        documents.add(text.vector);
        for (std::size_t i = 0; i < text.passages.rows(); ++i)
            passages.add(text.passages.row(i));
    }
    if (documents.count() == 0)
        return fail(ErrorCode::EmptyText, {}, "no text has a known word");
    // Removing the only direction of a tiny corpus would leave nothing of its texts.
    const auto componentsFor = [](const SecondMoment& moment, int wanted) {
        const std::size_t most = moment.count() / 4;
        return moment.leadingDirections(std::min(static_cast<std::size_t>(wanted), most));
    };
    impl->documentComponents = componentsFor(documents, options.documentComponents);
    impl->passageComponents = componentsFor(passages, options.passageComponents);
    impl->finish();
    return std::shared_ptr<const BuiltinEmbedder>(new BuiltinEmbedder(std::move(impl)));
}

Result<std::shared_ptr<const BuiltinEmbedder>> BuiltinEmbedder::restore(std::shared_ptr<const WordVectors> words,
                                                                        std::string_view state)
{
    ByteReader reader(std::as_bytes(std::span(state)));
    const std::string magic = reader.text();
    if (magic == kLatentMagic) {
        auto latent = LatentSemantics::read(reader);
        if (!latent || !reader.finished())
            return fail(ErrorCode::Damaged, "builtin", "state is not whole");
        auto impl = std::make_unique<Impl>(words, BuiltinOptions(), std::vector<std::uint8_t>(words->size()));
        impl->latent = std::move(latent);
        impl->finish();
        // What was read is a little coarser than what was fitted; it is the same model.
        impl->state = std::string(state);
        impl->info.digest = hash128Hex(state);
        return std::shared_ptr<const BuiltinEmbedder>(new BuiltinEmbedder(std::move(impl)));
    }
    const bool old = magic == kOldStateMagic;
    const bool ours = (old || magic == kStateMagic) && reader.text() == words->digest();
    if (!ours || reader.failed())
        return fail(ErrorCode::Damaged, "builtin", "state of another version or of other word vectors");
    BuiltinOptions options;
    options.sifA = reader.value<double>();
    options.documentComponents = reader.value<std::int32_t>();
    options.passageComponents = reader.value<std::int32_t>();
    options.nameWeight = reader.value<double>();
    const auto documentValues = reader.array<float>();
    const auto passageValues = reader.array<float>();
    const auto bits = reader.array<std::uint8_t>();
    const std::size_t dim = words->dim();
    const auto finite = [](const std::vector<float>& values) {
        return std::ranges::all_of(values, [](float value) { return std::isfinite(value); });
    };
    if (!reader.finished() || documentValues.size() % dim != 0 || passageValues.size() % dim != 0 ||
        bits.size() != (old ? (words->size() + 7) / 8 : (words->size() + 3) / 4) || !finite(documentValues) || !finite(passageValues) ||
        !(options.sifA > 0))
        return fail(ErrorCode::Damaged, "builtin", "state is not whole");

    std::vector<std::uint8_t> kinds(words->size());
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (old)
            kinds[i] = ((bits[i / 8] >> (i % 8)) & 1U) != 0 ? kName : kCommon;
        else
            kinds[i] = static_cast<std::uint8_t>((bits[i / 4] >> (2 * (i % 4))) & 3U);
    auto impl = std::make_unique<Impl>(words, options, std::move(kinds));
    const auto rowsOf = [dim](const std::vector<float>& values) {
        Matrix rows(values.size() / dim, dim);
        std::ranges::copy(values, rows.data());
        return rows;
    };
    impl->documentComponents = rowsOf(documentValues);
    impl->passageComponents = rowsOf(passageValues);
    impl->finish();
    impl->state = std::string(state);
    impl->info.digest = hash128Hex(state);
    return std::shared_ptr<const BuiltinEmbedder>(new BuiltinEmbedder(std::move(impl)));
}

std::vector<std::vector<NearWord>> BuiltinEmbedder::nearWords(std::span<const std::string> words, float atLeast,
                                                              std::size_t most) const
{
    if (m_impl->latent)
        return std::vector<std::vector<NearWord>>(words.size());
    return m_impl->near.find(words, atLeast, most);
}

bool BuiltinEmbedder::knowsWord(std::string_view word) const
{
    return !m_impl->latent && plainRank(*m_impl->words, word).has_value();
}

const EmbedderInfo& BuiltinEmbedder::info() const { return m_impl->info; }
std::string BuiltinEmbedder::state() const { return m_impl->state; }

Result<std::vector<EmbeddedText>> BuiltinEmbedder::embedDocuments(std::span<const std::string> texts,
                                                                  const TaskContext& context) const
{
    TW_TRY(context.check());
    std::vector<EmbeddedText> results(texts.size());
    TW_TRY(parallelFor(texts.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            results[i] = m_impl->embed(texts[i]);
    }));
    return results;
}

Result<std::vector<float>> BuiltinEmbedder::embedQuery(std::string_view query, const TaskContext& context) const
{
    TW_TRY(context.check());
    if (m_impl->latent) {
        std::vector<float> vector = m_impl->latent->embed(query);
        if (vector.empty() || lengthOf(vector) < kMinLength)
            return fail(ErrorCode::EmptyText, std::string(query));
        return vector;
    }
    WeightedSum sum(m_impl->words->dim());
    m_impl->addWords(query, LookUp::Letters, sum);
    // A query is compared with passages, so it loses what they lost.
    std::vector<float> vector = Impl::cleaned(sum, m_impl->passageComponents);
    if (vector.empty() || sum.weight < kMinQueryWeight)
        return fail(ErrorCode::EmptyText, std::string(query));
    return vector;
}

} // namespace tw
