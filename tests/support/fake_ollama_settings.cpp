// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_ollama_state.h"

namespace tw::test {

void FakeOllamaServer::setModels(std::vector<Model> models)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->settings.models = std::move(models);
}

void FakeOllamaServer::setDimension(std::size_t dim)
{
    const std::lock_guard lock(m_impl->mutex);
    for (Model& model : m_impl->settings.models)
        model.dim = dim;
}

void FakeOllamaServer::setDelay(std::chrono::milliseconds delay)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->settings.delay = delay;
}

void FakeOllamaServer::setFault(Fault fault, int times)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->settings.fault = fault;
    m_impl->settings.faultTimes = times;
}

void FakeOllamaServer::setStatus(int status, std::string errorText, int times)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->settings.status = status;
    m_impl->settings.statusText = std::move(errorText);
    m_impl->settings.statusTimes = times;
}

void FakeOllamaServer::setMaxCharacters(std::size_t characters)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->settings.maxCharacters = characters;
}

void FakeOllamaServer::setPoisonWord(std::string word)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->settings.poisonWord = std::move(word);
}

void FakeOllamaServer::setKey(std::string key)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->settings.key = std::move(key);
}

void FakeOllamaServer::setMaxInputs(std::size_t inputs)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->settings.maxInputs = inputs;
}

void FakeOllamaServer::setUnsorted(bool unsorted)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->settings.unsorted = unsorted;
}

std::string FakeOllamaServer::lastEmbedBody() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->counts.embedBody;
}

void FakeOllamaServer::setAnswerer(Answerer answerer)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->settings.answerer = std::move(answerer);
    m_impl->settings.answererCalls = 0;
}

void FakeOllamaServer::setAnswer(std::string path, HttpAnswer answer, int times)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->settings.answers[std::move(path)] = {std::move(answer), times};
}

void FakeOllamaServer::clearFaults()
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->settings.answerer = nullptr;
    m_impl->settings.answers.clear();
    m_impl->settings.fault = Fault::None;
    m_impl->settings.faultTimes = 0;
    m_impl->settings.statusTimes = 0;
    m_impl->settings.maxCharacters = 0;
    m_impl->settings.poisonWord.clear();
    m_impl->settings.maxInputs = 0;
    m_impl->settings.delay = {};
}

std::size_t FakeOllamaServer::textsEmbedded() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->counts.textsEmbedded;
}

std::vector<std::string> FakeOllamaServer::textsReceived() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->counts.textsReceived;
}

std::size_t FakeOllamaServer::requests(std::string_view path) const
{
    const std::lock_guard lock(m_impl->mutex);
    std::size_t sum = 0;
    for (const auto& [each, count] : m_impl->counts.requests)
        sum += path.empty() || each == path ? count : 0;
    return sum;
}

std::size_t FakeOllamaServer::mostInFlight() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->counts.mostInFlight;
}

std::size_t FakeOllamaServer::largestBatch() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->counts.largestBatch;
}

void FakeOllamaServer::resetCounts()
{
    const std::lock_guard lock(m_impl->mutex);
    const std::size_t inFlight = m_impl->counts.inFlight;
    m_impl->counts = {};
    m_impl->counts.inFlight = inFlight;
}

std::uint64_t FakeOllamaServer::bytesSent() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->counts.bytesSent;
}

std::string FakeOllamaServer::lastAuthorization() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->counts.authorization;
}

} // namespace tw::test
