// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_ollama_state.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace tw::test {

HttpAnswer jsonAnswer(const Json& json, int status)
{
    return {status, "application/json; charset=utf-8", json.dump()};
}

namespace {

HttpAnswer errorAnswer(int status, std::string text)
{
    Json json;
    json.set("error", std::move(text));
    return jsonAnswer(json, status);
}

} // namespace

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
    if (question.method == "GET" && question.path == "/v1/models")
        return openAiModels();
    const bool embeds = question.path == "/api/embed" || question.path == "/v1/embeddings";
    if (question.method != "POST" || (question.path != "/api/show" && !embeds))
        return {404, "text/plain", "404 page not found"};
    const auto body = Json::parse(question.body);
    if (!body)
        return errorAnswer(400, "missing request body");
    return question.path == "/api/show" ? show(*body) : embed(question, *body, stopToken);
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

HttpAnswer FakeOllamaServer::Impl::embed(const HttpQuestion& question, const Json& body, const std::stop_token& stopToken)
{
    std::vector<std::string> texts;
    if (body["input"].isString() && !body["input"].asString().empty())
        texts.push_back(body["input"].asString());
    else if (body["input"].isArray())
        for (const Json& text : body["input"].asArray())
            texts.push_back(text.asString());

    std::unique_lock lock(mutex);
    const bool openAi = question.path == "/v1/embeddings";
    counts.embedBody = question.body;
    if (openAi) {
        if (auto refused = openAiRefusal(question, texts.size()))
            return std::move(*refused);
    }
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
    if (openAi && good.status == 200)
        good = asOpenAi(good, body);
    if (!settings.answerer)
        return good;
    const Answerer answerer = settings.answerer;
    const EmbedCall call{texts, model.dim, good.body, ++settings.answererCalls, question.path};
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

} // namespace tw::test
