// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/ollama_embedder.h"

#include "core/base/hash.h"
#include "core/base/text.h"

#include <condition_variable>

namespace tw {

namespace {

constexpr int kTries = 3;
constexpr std::chrono::milliseconds kFirstPause{400}; // then four times as long
/// English runs at four characters a token; names and numbers at less.
constexpr std::size_t kCharactersPerToken = 3;
constexpr std::size_t kMaxBatch = 64;
constexpr int kMaxHalvings = 4;

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// Ollama answers 400 also for what breaks inside its runner, so the text decides.
bool isTransient(const Error& error)
{
    if (error.code == ErrorCode::ServerBusy || error.code == ErrorCode::ServerUnreachable)
        return true;
    return error.code == ErrorCode::ServerRefused &&
           (contains(error.detail, "EOF") || contains(error.detail, "connection"));
}

bool isTooLong(const Error& error)
{
    return error.code == ErrorCode::ServerRefused &&
           (contains(error.detail, "context length") || contains(error.detail, "too large to process"));
}

bool isNotFinite(const Error& error)
{
    return error.code == ErrorCode::ServerRefused && contains(error.detail, "NaN");
}

/// Sleeps, but not past a stop.
Status pause(std::chrono::milliseconds duration, const TaskContext& context)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, context.stop, duration, [] { return false; });
    return context.check();
}

/// Lets one call through at a time; waiting ends with a stop.
class Gate {
public:
    Status enter(const TaskContext& context)
    {
        std::unique_lock lock(m_mutex);
        m_freed.wait(lock, context.stop, [this] { return !m_taken; });
        TW_TRY(context.check());
        m_taken = true;
        return {};
    }
    void leave()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_taken = false;
        }
        m_freed.notify_one();
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_freed;
    bool m_taken = false;
};

/// "nomic-embed-text" is installed as "nomic-embed-text:latest".
std::string withTag(std::string_view model)
{
    const std::size_t slash = model.rfind('/');
    const std::string_view base = slash == std::string_view::npos ? model : model.substr(slash + 1);
    return contains(base, ":") ? std::string(model) : fmt::format("{}:latest", model);
}

} // namespace

struct OllamaEmbedder::Impl {
    OllamaClient client;
    std::size_t batchSize = 32;
    std::size_t maxCharacters = 0;
    EmbedderInfo info;
    Gate gate;

    Impl(OllamaClient theClient, std::size_t theBatchSize) : client(std::move(theClient)), batchSize(theBatchSize) {}

    Result<Matrix> embedOnce(std::span<const std::string> texts, const TaskContext& context)
    {
        TW_TRY(gate.enter(context));
        auto rows = client.embed(info.model, texts, context);
        gate.leave();
        if (rows && info.dim != 0 && !rows->empty() && rows->cols() != info.dim)
            return fail(ErrorCode::ServerAnswerInvalid, client.url(),
                        fmt::format("vectors of {} numbers came, {} were promised", rows->cols(), info.dim));
        return rows;
    }

    Result<Matrix> embedRetrying(std::span<const std::string> texts, const TaskContext& context)
    {
        std::chrono::milliseconds wait = kFirstPause;
        for (int attempt = 1;; ++attempt, wait *= 4) {
            auto rows = embedOnce(texts, context);
            if (rows || attempt == kTries || !isTransient(rows.error()))
                return rows;
            TW_TRY(pause(wait, context));
        }
    }

    /// Cuts further while the server finds the texts too long: characters tell little about its tokens.
    Result<Matrix> embedShortening(std::vector<std::string> texts, const TaskContext& context)
    {
        std::size_t limit = maxCharacters;
        for (int halving = 0;; ++halving) {
            auto rows = embedRetrying(texts, context);
            if (rows || halving == kMaxHalvings || !isTooLong(rows.error()))
                return rows;
            limit /= 2;
            for (std::string& text : texts)
                text = truncateCharacters(text, limit);
        }
    }

    /// The server fails a whole batch for one text: halve until it is found.
    Result<std::size_t> findNotFinite(std::span<const std::string> texts, const TaskContext& context)
    {
        std::size_t begin = 0;
        std::size_t count = texts.size();
        while (count > 1) {
            const std::size_t half = count / 2;
            const auto rows = embedRetrying(texts.subspan(begin, half), context);
            if (!rows && rows.error().code == ErrorCode::Cancelled)
                return fail(rows.error());
            const bool inFirst = !rows && (isNotFinite(rows.error()) || rows.error().code == ErrorCode::NotFinite);
            begin = inFirst ? begin : begin + half;
            count = inFirst ? half : count - half;
        }
        return begin;
    }

    std::string prepared(std::string_view text) const
    {
        return truncateCharacters(info.documentPrefix + std::string(text), maxCharacters);
    }
};

OllamaEmbedder::OllamaEmbedder(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
OllamaEmbedder::~OllamaEmbedder() = default;

Result<std::shared_ptr<const OllamaEmbedder>> OllamaEmbedder::connect(const OllamaOptions& options,
                                                                      std::shared_ptr<HttpTransport> transport,
                                                                      const TaskContext& context)
{
    if (options.batchSize < 1 || options.batchSize > kMaxBatch)
        return fail(ErrorCode::InvalidArgument, "batchSize", "1 to 64");
    OllamaClient client(options.url.empty() ? ollamaUrlFromEnvironment() : ollamaUrl(options.url),
                        std::move(transport));
    context.report(Stage::Connecting, 0, 0);
    TW_TRY(client.version(context));
    TW_ASSIGN(const std::vector<OllamaModel> installed, client.models(context));
    const auto model = std::ranges::find(installed, withTag(options.model), [](const OllamaModel& each) {
        return withTag(each.name);
    });
    if (model == installed.end()) {
        std::vector<std::string> names;
        for (const OllamaModel& each : installed)
            names.push_back(printable(each.name));
        return fail(ErrorCode::ModelNotFound, options.model, fmt::format("installed: {}", fmt::join(names, ", ")));
    }
    TW_ASSIGN(const OllamaModelDetails details, client.show(options.model, context));
    if (!details.embeds)
        return fail(ErrorCode::Unsupported, options.model, "not an embedding model");
    context.report(Stage::WarmingUp, 0, 0);
    TW_TRY(client.warmUp(options.model, context));

    const ModelTraits traits = modelTraits(options.model);
    auto impl = std::make_unique<Impl>(std::move(client), options.batchSize);
    impl->info.kind = "ollama";
    impl->info.model = options.model;
    impl->info.digest = model->digest.empty() ? hash128Hex(withTag(options.model)) : model->digest;
    impl->info.server = impl->client.url();
    impl->info.documentPrefix = traits.documentPrefix;
    impl->info.queryPrefix = traits.queryPrefix;
    impl->maxCharacters = kCharactersPerToken * std::min(details.contextTokens.value_or(traits.contextTokens),
                                                         traits.contextTokens);
    if (details.dim) {
        impl->info.dim = *details.dim;
    } else {
        const std::vector<std::string> probe{"film"};
        TW_ASSIGN(const Matrix row, impl->embedRetrying(probe, context));
        impl->info.dim = row.cols();
    }
    return std::shared_ptr<const OllamaEmbedder>(new OllamaEmbedder(std::move(impl)));
}

const EmbedderInfo& OllamaEmbedder::info() const { return m_impl->info; }
std::size_t OllamaEmbedder::batchSize() const { return m_impl->batchSize; }

Result<std::vector<EmbeddedText>> OllamaEmbedder::embedDocuments(std::span<const std::string> texts,
                                                                 const TaskContext& context) const
{
    TW_TRY(context.check());
    std::vector<EmbeddedText> results(texts.size());
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (!trim(texts[i]).empty())
            rows.push_back(i);
    for (std::size_t begin = 0; begin < rows.size(); begin += m_impl->batchSize) {
        const auto batch = std::span(rows).subspan(begin, std::min(m_impl->batchSize, rows.size() - begin));
        std::vector<std::string> prepared;
        for (const std::size_t row : batch)
            prepared.push_back(m_impl->prepared(texts[row]));
        auto vectors = m_impl->embedShortening(prepared, context);
        if (!vectors) {
            Error error = std::move(vectors).error();
            if (isNotFinite(error)) {
                TW_ASSIGN(const std::size_t culprit, m_impl->findNotFinite(prepared, context));
                error.code = ErrorCode::NotFinite;
                error.row = culprit;
            }
            if (error.row)
                error.row = batch[static_cast<std::size_t>(*error.row)];
            return fail(std::move(error));
        }
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const std::span<const float> vector = std::as_const(*vectors).row(i);
            results[batch[i]].vector.assign(vector.begin(), vector.end());
        }
    }
    return results;
}

Result<std::vector<float>> OllamaEmbedder::embedQuery(std::string_view query, const TaskContext& context) const
{
    TW_TRY(context.check());
    if (trim(query).empty())
        return fail(ErrorCode::EmptyText, std::string(query));
    const std::vector<std::string> texts{
        truncateCharacters(m_impl->info.queryPrefix + std::string(query), m_impl->maxCharacters)};
    // Somebody is waiting for this answer: a server that is away is told at once, without further tries.
    TW_ASSIGN(const Matrix row, m_impl->embedOnce(texts, context));
    return std::vector<float>(row.row(0).begin(), row.row(0).end());
}

} // namespace tw
