// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_ollama_server.h"

#include "core/base/json.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <list>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>

namespace tw::test {

namespace {

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
        Answerer answerer;
        std::size_t answererCalls = 0;
        std::map<std::string, std::pair<HttpAnswer, int>, std::less<>> answers;
    };
    struct Counts {
        std::size_t textsEmbedded = 0;
        std::vector<std::string> textsReceived;
        std::map<std::string, std::size_t, std::less<>> requests;
        std::size_t inFlight = 0;
        std::size_t mostInFlight = 0;
        std::size_t largestBatch = 0;
        std::uint64_t bytesSent = 0;
        std::string authorization;
    };

    mutable std::mutex mutex;
    std::condition_variable_any stopping;
    Settings settings;
    Counts counts;
    int listener = -1;
    int port = 0;
    Address address = Address::IPv4;
    std::list<int> open;          ///< Connections, for closing them at the end.
    std::list<std::jthread> conversations;
    std::jthread acceptor;        ///< Last: stops before what it uses is gone.

    void listen();
    void accept(const std::stop_token& stopToken);
    void converse(int descriptor, const std::stop_token& stopToken);
    HttpAnswer answer(const HttpQuestion& question, const std::stop_token& stopToken);
    HttpAnswer tags() const;
    HttpAnswer show(const Json& body) const;
    HttpAnswer embed(const Json& body, const std::stop_token& stopToken);
    HttpAnswer embedTexts(const Model& model, const std::vector<std::string>& texts);
    std::optional<HttpAnswer> preparedAnswer(const std::string& path);
    void stop();
    std::optional<HttpAnswer> refusal(const std::vector<std::string>& texts);
    const Model* find(const std::string& name) const;
    Fault takeFault();
};

void FakeOllamaServer::Impl::listen()
{
    sockaddr_storage storage{};
    auto* generic = reinterpret_cast<sockaddr*>(&storage);
    auto* v4 = reinterpret_cast<sockaddr_in*>(&storage);
    auto* v6 = reinterpret_cast<sockaddr_in6*>(&storage);
    socklen_t size = address == Address::IPv4 ? sizeof(*v4) : sizeof(*v6);
    if (address == Address::IPv4) {
        *v4 = {AF_INET, htons(static_cast<std::uint16_t>(port)), {htonl(INADDR_LOOPBACK)}, {}};
    } else {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(static_cast<std::uint16_t>(port));
        v6->sin6_addr = in6addr_loopback;
    }
    listener = ::socket(generic->sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes)); // for the same port after stop()
    if (::bind(listener, generic, size) == 0 && ::listen(listener, 16) == 0 &&
        ::getsockname(listener, generic, &size) == 0)
        port = ntohs(address == Address::IPv4 ? v4->sin_port : v6->sin6_port);
    acceptor = std::jthread([this](const std::stop_token& stopToken) { accept(stopToken); });
}

void FakeOllamaServer::Impl::stop()
{
    if (listener < 0)
        return;
    acceptor.request_stop();
    ::shutdown(listener, SHUT_RDWR); // wakes accept()
    acceptor.join();
    ::close(std::exchange(listener, -1));
    {
        const std::lock_guard lock(mutex);
        for (std::jthread& conversation : conversations)
            conversation.request_stop();
        for (const int descriptor : open)
            ::shutdown(descriptor, SHUT_RDWR);
    }
    conversations.clear(); // joins
}

void FakeOllamaServer::Impl::accept(const std::stop_token& stopToken)
{
    while (!stopToken.stop_requested()) {
        const int descriptor = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        const std::lock_guard lock(mutex);
        if (descriptor < 0 || stopToken.stop_requested()) {
            if (descriptor >= 0)
                ::close(descriptor);
            continue;
        }
        const int yes = 1; // head and body are sent apart
        ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
        open.push_back(descriptor);
        conversations.emplace_back(
            [this, descriptor](const std::stop_token& ownStop) { converse(descriptor, ownStop); });
    }
}

void FakeOllamaServer::Impl::converse(int descriptor, const std::stop_token& stopToken)
{
    HttpConnection connection(descriptor);
    while (!stopToken.stop_requested()) {
        const auto question = connection.read();
        if (!question)
            break;
        {
            const std::lock_guard lock(mutex);
            ++counts.requests[question->path];
            counts.authorization = question->authorization;
            counts.mostInFlight = std::max(counts.mostInFlight, ++counts.inFlight);
        }
        const HttpAnswer reply = answer(*question, stopToken);
        {
            const std::lock_guard lock(mutex);
            --counts.inFlight;
        }
        const std::uint64_t before = connection.bytesSent();
        const bool goesOn = !stopToken.stop_requested() && connection.write(reply);
        const std::lock_guard lock(mutex);
        counts.bytesSent += connection.bytesSent() - before;
        if (!goesOn)
            break;
    }
    const std::lock_guard lock(mutex);
    open.remove(descriptor);
    ::close(descriptor);
}

HttpAnswer FakeOllamaServer::Impl::answer(const HttpQuestion& question, const std::stop_token& stopToken)
{
    if (auto prepared = preparedAnswer(question.path))
        return std::move(*prepared);
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
    return question.path == "/api/show" ? show(*body) : embed(*body, stopToken);
}

std::optional<HttpAnswer> FakeOllamaServer::Impl::preparedAnswer(const std::string& path)
{
    const std::lock_guard lock(mutex);
    const auto found = settings.answers.find(path);
    if (found == settings.answers.end() || found->second.second == 0)
        return std::nullopt;
    found->second.second -= found->second.second > 0 ? 1 : 0;
    return found->second.first;
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

HttpAnswer FakeOllamaServer::Impl::embed(const Json& body, const std::stop_token& stopToken)
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
        stopping.wait_for(lock, stopToken, settings.delay, [] { return false; });
    counts.textsReceived.insert(counts.textsReceived.end(), texts.begin(), texts.end());
    counts.largestBatch = std::max(counts.largestBatch, texts.size());
    if (auto refused = refusal(texts))
        return std::move(*refused);
    HttpAnswer good = embedTexts(model, texts);
    if (!settings.answerer)
        return good;
    const Answerer answerer = settings.answerer;
    const EmbedCall call{texts, model.dim, good.body, ++settings.answererCalls};
    lock.unlock();
    auto other = answerer(call);
    if (!other)
        return good;
    lock.lock();
    counts.textsEmbedded -= texts.size();
    return std::move(*other);
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
        std::vector<float> vector = vectorOf(texts[i], model.dim, model.seed);
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

FakeOllamaServer::FakeOllamaServer(Address address) : m_impl(std::make_unique<Impl>())
{
    m_impl->settings.models = {Model{"nomic-embed-text:latest"}, Model{"chat:latest"}};
    m_impl->settings.models.back().embeds = false;
    m_impl->address = address;
    m_impl->listen();
}

FakeOllamaServer::~FakeOllamaServer() { m_impl->stop(); }
void FakeOllamaServer::stop() { m_impl->stop(); }
void FakeOllamaServer::start() { m_impl->listen(); }

std::string FakeOllamaServer::url() const
{
    const char* host = m_impl->address == Address::IPv4 ? "http://127.0.0.1:" : "http://[::1]:";
    return host + std::to_string(m_impl->port);
}
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
