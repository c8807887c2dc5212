// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/server_embedder.h"

#include "core/base/text.h"
#include "core/embedding/server_session.h"

namespace tw {

namespace {

/// Moves the results of some texts to their places among all.
void spread(EmbeddedBatch part, std::span<const std::size_t> places, EmbeddedBatch& whole)
{
    for (std::size_t i = 0; i < places.size(); ++i) {
        whole.texts[places[i]] = std::move(part.texts[i]);
        whole.done[places[i]] = part.done[i];
    }
    for (RefusedText& refused : part.refused) {
        refused.row = places[refused.row];
        refused.error.row = refused.row;
        whole.refused.push_back(std::move(refused));
    }
    whole.failure = std::move(part.failure);
    if (whole.failure && whole.failure->row && *whole.failure->row < places.size())
        whole.failure->row = places[static_cast<std::size_t>(*whole.failure->row)];
}

/// How many of the texts go into one call.
std::size_t fitting(std::span<const std::string> texts, std::size_t most, std::size_t characters)
{
    std::size_t count = 0;
    std::size_t sum = 0;
    while (count < std::min(most, texts.size())) {
        sum += texts[count].size();
        if (count > 0 && sum > characters)
            break;
        ++count;
    }
    return count;
}

} // namespace

ServerEmbedder::ServerEmbedder(std::unique_ptr<ServerSession> session, EmbedderInfo info, Limits limits)
    : m_session(std::move(session)), m_info(std::move(info)), m_limits(limits)
{
}
ServerEmbedder::~ServerEmbedder() = default;

EmbeddedBatch ServerEmbedder::embedBatch(std::span<const std::string> texts, const TaskContext& context) const
{
    EmbeddedBatch whole;
    whole.texts.resize(texts.size());
    whole.done.assign(texts.size(), false);
    std::vector<std::size_t> rows;
    std::vector<std::string> prepared;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (trim(texts[i]).empty()) {
            whole.done[i] = true;
            continue;
        }
        rows.push_back(i);
        prepared.push_back(truncateCharacters(m_info.documentPrefix + texts[i], m_limits.textCharacters));
    }
    if (auto going = context.check(); !going)
        whole.failure = std::move(going).error();
    for (std::size_t begin = 0; begin < rows.size() && !whole.failure;) {
        const auto left = std::span<const std::string>(prepared).subspan(begin);
        const std::size_t count = fitting(left, m_session->limit().texts(), m_limits.callCharacters);
        spread(ServerBatch(*m_session, left.first(count), m_limits.textCharacters).run(context),
               std::span(rows).subspan(begin, count), whole);
        begin += count;
    }
    return whole;
}

Result<std::vector<EmbeddedText>> ServerEmbedder::embedDocuments(std::span<const std::string> texts,
                                                                 const TaskContext& context) const
{
    EmbeddedBatch batch = embedBatch(texts, context);
    if (batch.failure)
        return fail(std::move(*batch.failure));
    if (!batch.refused.empty())
        return fail(std::move(batch.refused.front().error));
    return std::move(batch.texts);
}

Result<std::vector<float>> ServerEmbedder::embedQuery(std::string_view query, const TaskContext& context) const
{
    TW_TRY(context.check());
    if (trim(query).empty())
        return fail(ErrorCode::EmptyText, std::string(query));
    const std::vector<std::string> texts{
        truncateCharacters(m_info.queryPrefix + std::string(query), m_limits.textCharacters)};
    // Somebody is waiting for this answer: a server that is away is told at once, without further tries.
    const auto vectors = m_session->embedOnce(texts, context);
    if (!vectors)
        return fail(vectors.error().error);
    if (!vectors->unusable.empty())
        return fail(ErrorCode::NotFinite, m_info.server, vectors->unusable.front().detail);
    const std::span<const float> vector = vectors->vectors.row(0);
    return std::vector<float>(vector.begin(), vector.end());
}

} // namespace tw
