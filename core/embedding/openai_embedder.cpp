// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/openai_embedder.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/embedding/server_answer.h"
#include "core/embedding/server_session.h"

#include <charconv>
#include <cmath>

namespace tw {

namespace {

constexpr std::size_t kMaxBatch = 2048; // OpenAI's own
constexpr std::string_view kProbe = "film";
constexpr std::size_t kProjections = 16;
constexpr std::size_t kHashLength = 32;

std::string sketchOf(std::span<const float> vector)
{
    double squared = 0;
    for (const float value : vector)
        squared += double{value} * value;
    std::string sketch;
    for (std::size_t j = 0; j < kProjections; ++j) {
        double sum = 0;
        for (std::size_t d = 0; d < vector.size(); ++d) {
            const std::array<std::uint64_t, 2> place{j, d};
            const std::string_view bytes(reinterpret_cast<const char*>(place.data()), sizeof(place));
            sum += (hash64(bytes) & 1U) != 0 ? vector[d] : -vector[d];
        }
        const double step = std::clamp(std::round(sum / std::sqrt(squared) * 32) + 128, 0.0, 255.0);
        sketch += fmt::format("{:02x}", static_cast<unsigned>(step));
    }
    return sketch;
}

std::optional<int> byteAt(std::string_view hex, std::size_t at)
{
    int value = 0;
    const auto [end, error] = std::from_chars(hex.data() + at, hex.data() + at + 2, value, 16);
    return error == std::errc() && end == hex.data() + at + 2 ? std::optional(value) : std::nullopt;
}

bool sameSketch(std::string_view a, std::string_view b)
{
    if (a.size() != 2 * kProjections || b.size() != a.size())
        return false;
    for (std::size_t at = 0; at < a.size(); at += 2) {
        const auto first = byteAt(a, at);
        const auto second = byteAt(b, at);
        if (!first || !second || std::abs(*first - *second) > 1)
            return false;
    }
    return true;
}

class OpenAiServedModel final : public ServedModel {
public:
    OpenAiServedModel(OpenAiClient client, OpenAiClient::Call call, bool oneText)
        : m_client(std::move(client)), m_call(std::move(call)), m_oneText(oneText)
    {
    }
    const std::string& shownUrl() const override { return m_client.shownUrl(); }
    ServerResult<void> load(const TaskContext&) override { return {}; } // there is no such question
    ServerResult<ServerVectors> embed(std::span<const std::string> texts, std::size_t dim,
                                      const TaskContext& context) override
    {
        m_call.dim = dim;
        if (m_oneText && texts.size() == 1)
            return apart(texts, context);
        std::vector<std::string> inputs(texts.begin(), texts.end());
        inputs.emplace_back(kProbe);
        auto vectors = m_client.vectors(m_call, inputs, context);
        if (!vectors) {
            if (!vectors.error().tooMany || texts.size() > 1)
                return vectors;
            m_oneText = true;
            return apart(texts, context);
        }
        if (auto changed = check(*vectors))
            return tl::unexpected(std::move(*changed));
        return without(std::move(*vectors), texts.size());
    }
    /// From now on vectors have to be of this one.
    void expect(std::string sketch) { m_sketch = std::move(sketch); }

private:
    ServerResult<ServerVectors> apart(std::span<const std::string> texts, const TaskContext& context)
    {
        auto vectors = m_client.vectors(m_call, texts, context);
        if (!vectors || m_sketch.empty())
            return vectors;
        const std::vector<std::string> probe{std::string(kProbe)};
        const auto probed = m_client.vectors(m_call, probe, context);
        if (!probed)
            return tl::unexpected(probed.error());
        if (auto changed = check(*probed))
            return tl::unexpected(std::move(*changed));
        return vectors;
    }
    /// The last row is the probe's.
    std::optional<ServerFailure> check(const ServerVectors& vectors) const
    {
        const std::size_t last = vectors.vectors.rows() - 1;
        const bool unusable = !vectors.unusable.empty() && vectors.unusable.back().row == last;
        // Of another length it is told as such by the session.
        if (m_sketch.empty() || unusable || (m_call.dim != 0 && vectors.vectors.cols() != m_call.dim))
            return std::nullopt;
        if (sameSketch(sketchOf(vectors.vectors.row(last)), m_sketch))
            return std::nullopt;
        return ServerFailure{{ErrorCode::ModelChanged, m_call.model, "the same text gets another vector now",
                              std::nullopt}};
    }
    static ServerVectors without(ServerVectors vectors, std::size_t texts)
    {
        ServerVectors result;
        result.vectors = Matrix(texts, vectors.vectors.cols());
        for (std::size_t i = 0; i < texts; ++i)
            std::ranges::copy(vectors.vectors.row(i), result.vectors.row(i).begin());
        std::erase_if(vectors.unusable, [texts](const auto& each) { return each.row >= texts; });
        result.unusable = std::move(vectors.unusable);
        return result;
    }

    OpenAiClient m_client;
    OpenAiClient::Call m_call;
    bool m_oneText; ///< The server takes no two.
    std::string m_sketch;
};

/// The model that is meant, with what the server tells of it.
Result<OpenAiModel> chosenModel(const OpenAiClient& client, const std::string& name, const TaskContext& context)
{
    TW_ASSIGN(const std::vector<OpenAiModel> listed, client.models(context));
    if (const auto found = std::ranges::find(listed, name, &OpenAiModel::id); found != listed.end())
        return *found;
    if (!name.empty())
        return OpenAiModel{name}; // lists leave out aliases and models that are loaded on demand
    if (listed.size() == 1)
        return listed.front();
    std::vector<std::string> names;
    for (const OpenAiModel& each : listed)
        names.push_back(printable(each.id));
    return fail(ErrorCode::InvalidArgument, "model", fmt::format("name one of: {}", fmt::join(names, ", ")));
}

} // namespace

bool sameOpenAiModel(std::string_view a, std::string_view b)
{
    constexpr std::size_t kLength = kHashLength + 1 + 2 * kProjections;
    return a.size() == kLength && b.size() == kLength && a.substr(0, kHashLength) == b.substr(0, kHashLength) &&
           sameSketch(a.substr(kHashLength + 1), b.substr(kHashLength + 1));
}

Result<std::shared_ptr<const OpenAiEmbedder>> OpenAiEmbedder::connect(const OpenAiOptions& options,
                                                                      std::shared_ptr<HttpTransport> transport,
                                                                      const TaskContext& context)
{
    if (options.batchSize < 1 || options.batchSize > kMaxBatch)
        return fail(ErrorCode::InvalidArgument, "batchSize", "1 to 2048");
    const OpenAiClient client(openAiUrl(options.url), options.key, std::move(transport), options.timeouts);
    context.report(Stage::Connecting, 0, 0);
    TW_ASSIGN(const OpenAiModel model, chosenModel(client, options.model, context));
    context.report(Stage::WarmingUp, 0, 0);
    const bool oneText = options.batchSize == 1;
    auto served = std::make_unique<OpenAiServedModel>(
        client, OpenAiClient::Call{model.id, 0, options.shorten, options.base64}, oneText);
    OpenAiServedModel& heldBySession = *served;
    // One place of each call is the probe's.
    auto session = std::make_unique<ServerSession>(std::move(served), options.retry,
                                                   oneText ? 1 : options.batchSize - 1, options.timeouts.embed);
    const std::vector<std::string> probe{std::string(kProbe)};
    const auto probed = session->embed(probe, context);
    if (!probed)
        return fail(probed.error().error);
    if (!probed->unusable.empty())
        return fail(ErrorCode::NotFinite, client.shownUrl(), probed->unusable.front().detail);

    const ModelTraits traits = modelTraits(model.id);
    EmbedderInfo info;
    info.kind = "openai";
    info.model = model.id;
    info.server = client.shownUrl();
    info.dim = probed->vectors.cols();
    info.documentPrefix = traits.documentPrefix;
    info.queryPrefix = traits.queryPrefix;
    info.digest = hash128Hex(fmt::format("{}\n{}\n{}", info.model, info.server, info.dim)) + "-" +
                  sketchOf(probed->vectors.row(0));
    for (const std::string& known : options.knownDigests) {
        if (sameOpenAiModel(known, info.digest)) {
            info.digest = known;
            break;
        }
    }
    heldBySession.expect(info.digest.substr(kHashLength + 1));
    session->setDim(info.dim);
    Limits limits;
    limits.batchSize = oneText ? 1 : options.batchSize - 1;
    limits.callCharacters = options.callCharacters;
    const std::size_t told = model.contextTokens > 0 ? model.contextTokens : traits.contextTokens;
    limits.textCharacters = charactersFor(traits.known ? std::min(told, traits.contextTokens) : told);
    return std::shared_ptr<const OpenAiEmbedder>(new OpenAiEmbedder(std::move(session), std::move(info), limits));
}

} // namespace tw
