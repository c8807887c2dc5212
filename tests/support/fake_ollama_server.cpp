// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_ollama_server.h"

#include "core/base/json.h"
#include "tests/support/http_connection.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <list>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>

namespace tw::test {

namespace {

std::uint64_t fnv1a(std::string_view text)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

std::uint64_t splitmix(std::uint64_t& state)
{
    std::uint64_t z = (state += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

std::vector<std::string> wordsOf(std::string_view text)
{
    // Task prefixes tell a model what the text is for; they are no part of what it says.
    for (const std::string_view prefix : {"search_document: ", "search_query: "})
        if (text.starts_with(prefix))
            text.remove_prefix(prefix.size());
    std::vector<std::string> words(1);
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U);
        if (letter || (c >= 'A' && c <= 'Z'))
            words.back().push_back(letter ? c : static_cast<char>(c + 32));
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

HttpAnswer jsonAnswer(const Json& json, int status = 200)
{
    return {status, "application/json; charset=utf-8", json.dump()};
}

HttpAnswer errorAnswer(int status, std::string text)
{
    Json json;
    json.set("error", std::move(text));
    return jsonAnswer(json, status);
}

} // namespace

struct FakeOllamaServer::Impl {
    struct Settings {
        std::vector<Model> models;
        std::chrono::milliseconds delay{0};
        Fault fault = Fault::None;
        int faultTimes = 0;
        int status = 0;
        std::string statusText;
        int statusTimes = 0;
        std::size_t maxCharacters = 0;
        std::string poisonWord;
    };
    struct Counts {
        std::size_t textsEmbedded = 0;
        std::vector<std::string> textsReceived;
        std::map<std::string, std::size_t, std::less<>> requests;
        std::size_t inFlight = 0;
        std::size_t mostInFlight = 0;
        std::size_t largestBatch = 0;
    };

    mutable std::mutex mutex;
    std::condition_variable_any stopping;
    Settings settings;
    Counts counts;
    int listener = -1;
    int port = 0;
    std::list<int> open;          ///< Connections, for closing them at the end.
    std::list<std::jthread> conversations;
    std::jthread acceptor;        ///< Last: stops before what it uses is gone.

    void listen();
    void accept(const std::stop_token& stop);
    void converse(int descriptor, const std::stop_token& stop);
    HttpAnswer answer(const HttpQuestion& question, const std::stop_token& stop);
    HttpAnswer tags() const;
    HttpAnswer show(const Json& body) const;
    HttpAnswer embed(const Json& body, const std::stop_token& stop);
    HttpAnswer embedTexts(const Model& model, const std::vector<std::string>& texts);
    std::optional<HttpAnswer> refusal(const std::vector<std::string>& texts);
    const Model* find(const std::string& name) const;
    Fault takeFault();
};

void FakeOllamaServer::Impl::listen()
{
    listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener, generic, size) == 0 && ::listen(listener, 16) == 0 &&
        ::getsockname(listener, generic, &size) == 0)
        port = ntohs(address.sin_port);
    acceptor = std::jthread([this](const std::stop_token& stop) { accept(stop); });
}

void FakeOllamaServer::Impl::accept(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        const int descriptor = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        const std::lock_guard lock(mutex);
        if (descriptor < 0 || stop.stop_requested()) {
            if (descriptor >= 0)
                ::close(descriptor);
            continue;
        }
        open.push_back(descriptor);
        conversations.emplace_back(
            [this, descriptor](const std::stop_token& ownStop) { converse(descriptor, ownStop); });
    }
}

void FakeOllamaServer::Impl::converse(int descriptor, const std::stop_token& stop)
{
    HttpConnection connection(descriptor);
    while (!stop.stop_requested()) {
        const auto question = connection.read();
        if (!question)
            break;
        {
            const std::lock_guard lock(mutex);
            ++counts.requests[question->path];
            counts.mostInFlight = std::max(counts.mostInFlight, ++counts.inFlight);
        }
        const HttpAnswer reply = answer(*question, stop);
        {
            const std::lock_guard lock(mutex);
            --counts.inFlight;
        }
        if (stop.stop_requested() || !connection.write(reply))
            break;
    }
    const std::lock_guard lock(mutex);
    open.remove(descriptor);
    ::close(descriptor);
}

HttpAnswer FakeOllamaServer::Impl::answer(const HttpQuestion& question, const std::stop_token& stop)
{
    if (question.method == "GET" && question.path == "/api/version") {
        Json json;
        json.set("version", "0.15.6");
        return jsonAnswer(json);
    }
    if (question.method == "GET" && question.path == "/api/tags")
        return tags();
    if (question.method != "POST" || (question.path != "/api/show" && question.path != "/api/embed"))
        return {404, "text/plain", "404 page not found"};
    const auto body = Json::parse(question.body);
    if (!body)
        return errorAnswer(400, "missing request body");
    return question.path == "/api/show" ? show(*body) : embed(*body, stop);
}

HttpAnswer FakeOllamaServer::Impl::tags() const
{
    const std::lock_guard lock(mutex);
    Json list = Json::Array{};
    for (const Model& model : settings.models) {
        Json entry;
        entry.set("name", model.name).set("model", model.name).set("digest", model.digest);
        entry.set("size", std::int64_t{274302450});
        list.push(std::move(entry));
    }
    Json json;
    json.set("models", std::move(list));
    return jsonAnswer(json);
}

const FakeOllamaServer::Model* FakeOllamaServer::Impl::find(const std::string& name) const
{
    const auto found = std::ranges::find_if(settings.models, [&](const Model& model) {
        return model.name == name || model.name == name + ":latest";
    });
    return found == settings.models.end() ? nullptr : &*found;
}

HttpAnswer FakeOllamaServer::Impl::show(const Json& body) const
{
    const std::lock_guard lock(mutex);
    const Model* model = find(body["model"].asString());
    if (!model)
        return errorAnswer(404, "model '" + body["model"].asString() + "' not found");
    Json info;
    info.set("general.architecture", "nomic-bert");
    info.set("nomic-bert.context_length", model->contextTokens);
    if (model->tellsDimension)
        info.set("nomic-bert.embedding_length", model->dim);
    Json capabilities = Json::Array{};
    capabilities.push(model->embeds ? "embedding" : "completion");
    Json json;
    json.set("model_info", std::move(info)).set("capabilities", std::move(capabilities));
    return jsonAnswer(json);
}

HttpAnswer FakeOllamaServer::Impl::embed(const Json& body, const std::stop_token& stop)
{
    std::vector<std::string> texts;
    if (body["input"].isString() && !body["input"].asString().empty())
        texts.push_back(body["input"].asString());
    else if (body["input"].isArray())
        for (const Json& text : body["input"].asArray())
            texts.push_back(text.asString());

    std::unique_lock lock(mutex);
    const Model* found = find(body["model"].asString());
    if (!found)
        return errorAnswer(404, "model '" + body["model"].asString() + "' not found");
    const Model model = *found;
    if (texts.empty()) {
        Json json;
        json.set("model", model.name).set("embeddings", Json::Array{});
        return jsonAnswer(json);
    }
    if (settings.delay.count() > 0)
        stopping.wait_for(lock, stop, settings.delay, [] { return false; });
    counts.textsReceived.insert(counts.textsReceived.end(), texts.begin(), texts.end());
    counts.largestBatch = std::max(counts.largestBatch, texts.size());
    if (auto refused = refusal(texts))
        return std::move(*refused);
    return embedTexts(model, texts);
}

std::optional<HttpAnswer> FakeOllamaServer::Impl::refusal(const std::vector<std::string>& texts)
{
    if (settings.statusTimes != 0) {
        settings.statusTimes -= settings.statusTimes > 0 ? 1 : 0;
        return errorAnswer(settings.status, settings.statusText);
    }
    for (const std::string& text : texts) {
        if (settings.maxCharacters > 0 && text.size() > settings.maxCharacters)
            return errorAnswer(400, "the input length exceeds the context length");
        if (!settings.poisonWord.empty() && text.find(settings.poisonWord) != std::string::npos)
            return errorAnswer(400, "embedding contains NaN or Inf values");
    }
    return std::nullopt;
}

FakeOllamaServer::Fault FakeOllamaServer::Impl::takeFault()
{
    if (settings.faultTimes == 0)
        return Fault::None;
    settings.faultTimes -= settings.faultTimes > 0 ? 1 : 0;
    return settings.fault;
}

HttpAnswer FakeOllamaServer::Impl::embedTexts(const Model& model, const std::vector<std::string>& texts)
{
    const Fault fault = takeFault();
    switch (fault) {
    case Fault::Drop: return {200, {}, {}, HttpBreak::BeforeAnswer};
    case Fault::Garbage: return {200, "text/html", "<html>not what you wanted</html>"};
    case Fault::Redirects: {
        HttpAnswer redirect{302, "text/plain", ""};
        redirect.location = "/api/embed";
        return redirect;
    }
    default: break;
    }
    Json rows = Json::Array{};
    const std::size_t count = fault == Fault::WrongCount ? texts.size() - 1 : texts.size();
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<float> vector = vectorOf(texts[i], model.dim);
        const bool last = i + 1 == count;
        if (fault == Fault::WrongDimension || (fault == Fault::UnevenRows && last))
            vector.push_back(0.5F);
        if (fault == Fault::Zero && last)
            std::ranges::fill(vector, 0.0F);
        Json row = Json::Array{};
        for (std::size_t d = 0; d < vector.size(); ++d) {
            const bool bad = last && d == 0;
            if (bad && fault == Fault::NotANumber)
                row.push(Json());
            else
                row.push(bad && fault == Fault::Overflow ? 1e39 : static_cast<double>(vector[d]));
        }
        rows.push(std::move(row));
    }
    if (fault == Fault::None)
        counts.textsEmbedded += texts.size();
    Json json;
    json.set("model", model.name).set("embeddings", std::move(rows));
    HttpAnswer reply = jsonAnswer(json);
    if (fault == Fault::Truncate)
        reply.broken = HttpBreak::InBody;
    return reply;
}

FakeOllamaServer::FakeOllamaServer() : m_impl(std::make_unique<Impl>())
{
    m_impl->settings.models = {Model{"nomic-embed-text:latest"}, Model{"chat:latest"}};
    m_impl->settings.models.back().embeds = false;
    m_impl->listen();
}

FakeOllamaServer::~FakeOllamaServer()
{
    m_impl->acceptor.request_stop();
    ::shutdown(m_impl->listener, SHUT_RDWR); // wakes accept()
    m_impl->acceptor.join();
    ::close(m_impl->listener);
    {
        const std::lock_guard lock(m_impl->mutex);
        for (std::jthread& conversation : m_impl->conversations)
            conversation.request_stop();
        for (const int descriptor : m_impl->open)
            ::shutdown(descriptor, SHUT_RDWR);
    }
    m_impl->conversations.clear(); // joins
}

std::string FakeOllamaServer::url() const { return "http://127.0.0.1:" + std::to_string(m_impl->port); }
int FakeOllamaServer::port() const { return m_impl->port; }

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

void FakeOllamaServer::clearFaults()
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->settings.fault = Fault::None;
    m_impl->settings.faultTimes = 0;
    m_impl->settings.statusTimes = 0;
    m_impl->settings.maxCharacters = 0;
    m_impl->settings.poisonWord.clear();
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

std::vector<float> FakeOllamaServer::vectorOf(std::string_view text, std::size_t dim)
{
    std::vector<double> sum(dim);
    std::vector<std::string> words = wordsOf(text);
    if (words.empty())
        words.emplace_back(text); // Ollama embeds the empty text as well
    for (const std::string& word : words) {
        std::uint64_t state = fnv1a(word);
        for (double& value : sum)
            value += static_cast<double>(splitmix(state) >> 11U) * 0x1.0p-52 - 1;
    }
    double squared = 0;
    for (const double value : sum)
        squared += value * value;
    std::vector<float> vector(dim);
    for (std::size_t d = 0; d < dim; ++d)
        vector[d] = static_cast<float>(sum[d] / std::sqrt(squared));
    return vector;
}

} // namespace tw::test
