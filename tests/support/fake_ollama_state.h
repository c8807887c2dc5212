// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "tests/support/fake_ollama_server.h"

#include <condition_variable>
#include <list>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>

namespace tw::test {

HttpAnswer jsonAnswer(const Json& json, int status = 200);

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
        std::string key;              ///< OpenAI's protocol: asked for; empty: none.
        std::size_t maxInputs = 0;    ///< OpenAI's protocol: of a call; 0: no limit.
        bool unsorted = false;        ///< OpenAI's protocol: vectors come in reverse order.
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
        std::string embedBody;
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
    HttpAnswer embed(const HttpQuestion& question, const Json& body, const std::stop_token& stopToken);
    HttpAnswer openAiModels() const;
    std::optional<HttpAnswer> openAiRefusal(const HttpQuestion& question, std::size_t inputs) const;
    HttpAnswer asOpenAi(const HttpAnswer& ollama, const Json& body) const;
    HttpAnswer embedTexts(const Model& model, const std::vector<std::string>& texts);
    std::optional<HttpAnswer> preparedAnswer(const std::string& path);
    void stop();
    std::optional<HttpAnswer> refusal(const std::vector<std::string>& texts);
    const Model* find(const std::string& name) const;
    Fault takeFault();
};

} // namespace tw::test
