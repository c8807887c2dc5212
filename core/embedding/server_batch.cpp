// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/embedding/server_session.h"

namespace tw {

namespace {

constexpr int kTriesWhenSplit = 2;
constexpr int kMaxHalvings = 4;
/// After so many failures in a row the server is suspected again.
constexpr int kFailuresInRow = 8;

} // namespace

ServerBatch::ServerBatch(ServerSession& session, std::span<const std::string> prepared, std::size_t maxCharacters)
    : m_session(session), m_prepared(prepared), m_maxCharacters(maxCharacters)
{
    m_result.texts.resize(prepared.size());
    m_result.done.assign(prepared.size(), false);
}

EmbeddedBatch ServerBatch::run(const TaskContext& context)
{
    if (!m_prepared.empty())
        m_open.push_back({0, m_prepared.size()});
    while (!m_open.empty() && !m_result.failure) {
        const Range range = m_open.back();
        m_open.pop_back();
        m_result.failure = embed(range, context);
    }
    return std::move(m_result);
}

std::optional<Error> ServerBatch::embed(Range range, const TaskContext& context)
{
    auto vectors = m_session.embed(m_prepared.subspan(range.begin, range.count), context,
                                   m_split ? std::optional(kTriesWhenSplit) : std::nullopt);
    if (!vectors)
        return fallBack(range, std::move(vectors).error(), context);
    keep(range, *vectors);
    if (vectors->unusable.size() < range.count) {
        m_failures = 1; // something went well: the server is sound
    } else {
        const Error error{ErrorCode::NotFinite, m_session.shownUrl(), vectors->unusable.front().detail,
                          std::nullopt};
        if (auto blamed = blameServer(error, context))
            return blamed;
    }
    for (const ServerVectors::Unusable& each : vectors->unusable) {
        // In company a model may fail where alone it does not.
        if (range.count > 1)
            m_open.push_back({range.begin + each.row, 1});
        else
            refuse(range.begin, {ErrorCode::NotFinite, m_session.shownUrl(), each.detail, std::nullopt});
    }
    return std::nullopt;
}

std::optional<Error> ServerBatch::fallBack(Range range, ServerFailure failure, const TaskContext& context)
{
    if (failure.tooMany && range.count > 1) {
        halve(range); // the server's limit, which no text is to blame for
        return std::nullopt;
    }
    if (!failure.mayBeOneText)
        return std::move(failure.error);
    if (auto blamed = blameServer(failure.error, context))
        return blamed;
    if (range.count == 1)
        return cutAndEmbed(range.begin, std::move(failure), context);
    m_split = true;
    halve(range);
    return std::nullopt;
}

void ServerBatch::halve(Range range)
{
    const std::size_t half = range.count / 2;
    m_open.push_back({range.begin + half, range.count - half});
    m_open.push_back({range.begin, half});
}

std::optional<Error> ServerBatch::cutAndEmbed(std::size_t position, ServerFailure failure, const TaskContext& context)
{
    std::vector<std::string> text{m_prepared[position]};
    std::size_t limit = m_maxCharacters;
    for (int halving = 0; halving < kMaxHalvings && failure.tooLong; ++halving) {
        limit /= 2; // characters tell little about the server's tokens
        std::string shorter = truncateCharacters(text.front(), limit);
        if (shorter.size() == text.front().size())
            continue;
        text.front() = std::move(shorter);
        auto vectors = m_session.embed(text, context, kTriesWhenSplit);
        if (vectors && vectors->unusable.empty()) {
            keep({position, 1}, *vectors);
            m_failures = 1;
            return std::nullopt;
        }
        if (vectors)
            failure = {{ErrorCode::NotFinite, m_session.shownUrl(), vectors->unusable.front().detail, {}}};
        else if (!vectors.error().mayBeOneText)
            return std::move(vectors).error().error;
        else
            failure = std::move(vectors).error();
    }
    refuse(position, std::move(failure.error));
    return std::nullopt;
}

/// The error, if it is the server's and no text's: a harmless text fails as well.
std::optional<Error> ServerBatch::blameServer(const Error& error, const TaskContext& context)
{
    if (m_failures++ % kFailuresInRow != 0)
        return std::nullopt;
    const auto sound = m_session.isSound(context);
    if (!sound)
        return sound.error();
    return *sound ? std::nullopt : std::optional(error);
}

void ServerBatch::keep(Range range, const ServerVectors& vectors)
{
    auto unusable = vectors.unusable.begin();
    for (std::size_t i = 0; i < range.count; ++i) {
        if (unusable != vectors.unusable.end() && unusable->row == i) {
            ++unusable;
            continue;
        }
        const std::span<const float> vector = vectors.vectors.row(i);
        m_result.texts[range.begin + i].vector.assign(vector.begin(), vector.end());
        m_result.done[range.begin + i] = true;
    }
}

void ServerBatch::refuse(std::size_t position, Error error)
{
    error.row = position;
    m_result.refused.push_back({position, std::move(error)});
}

} // namespace tw
