// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/ollama_answer.h"

#include "core/base/text.h"
#include "core/embedding/server_answer.h"

namespace tw {

ServerResult<ServerVectors> ollamaVectors(const Json& answer, std::size_t texts, const std::string& url)
{
    return vectorsOfRows(answer["embeddings"].asArray(), texts, url);
}

bool OllamaPullReader::read(std::string_view piece)
{
    constexpr std::size_t kLongestLine = 1u << 20;
    m_rest += piece;
    std::size_t begin = 0;
    for (std::size_t end = 0; (end = m_rest.find('\n', begin)) != std::string::npos; begin = end + 1)
        readLine(std::string_view(m_rest).substr(begin, end - begin));
    m_rest.erase(0, begin);
    m_broken = m_broken || m_rest.size() > kLongestLine;
    return !m_broken && !m_error && !m_succeeded;
}

void OllamaPullReader::readLine(std::string_view line)
{
    if (m_broken || m_error || m_succeeded || trim(line).empty())
        return;
    const auto json = Json::parse(line);
    if (!json || !json->isObject()) {
        m_broken = true;
        return;
    }
    if ((m_error = serverWords(*json)))
        return;
    const auto bytes = [&](std::string_view key) {
        return static_cast<std::uint64_t>(std::max<std::int64_t>((*json)[key].asInteger(), 0));
    };
    const OllamaPull progress{shownWords((*json)["status"].asString()), bytes("completed"), bytes("total")};
    m_succeeded = progress.status == "success";
    if (m_onProgress)
        m_onProgress(progress);
}

Status OllamaPullReader::ended(const std::string& url)
{
    if (!m_rest.empty())
        readLine(std::exchange(m_rest, {}));
    if (m_succeeded)
        return {};
    if (m_error) {
        const bool unknown = m_error->find("manifest") != std::string::npos &&
                             (m_error->find("not exist") != std::string::npos ||
                              m_error->find("not found") != std::string::npos);
        return unknown ? fail(ErrorCode::ModelNotFound, m_model, *m_error)
                       : fail(ErrorCode::ServerRefused, url, *m_error);
    }
    if (m_broken)
        return fail(ErrorCode::ServerAnswerInvalid, url, "a line of the answer is not JSON");
    return fail(ErrorCode::ServerUnreachable, url, "the answer ended before the model was there");
}

} // namespace tw
