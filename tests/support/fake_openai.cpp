// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI's protocol before the fake server's models.
#include "tests/support/fake_ollama_state.h"

#include <algorithm>
#include <cstring>

namespace tw::test {

namespace {

std::string base64(const std::vector<float>& vector)
{
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes(vector.size() * sizeof(float), '\0');
    std::memcpy(bytes.data(), vector.data(), bytes.size());
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t bits = 0;
        for (std::size_t j = 0; j < 3; ++j)
            bits = (bits << 8U) | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
        for (std::size_t j = 0; j < 4; ++j)
            text += i + j <= bytes.size() ? kLetters[(bits >> (18U - 6U * j)) & 63U] : '=';
    }
    return text;
}

HttpAnswer refusedWith(int status, const std::string& message, const std::string& code)
{
    Json error;
    error.set("message", message).set("type", "invalid_request_error").set("code", code);
    Json json;
    json.set("error", std::move(error));
    return jsonAnswer(json, status);
}

} // namespace

HttpAnswer FakeOllamaServer::Impl::openAiModels() const
{
    const std::lock_guard lock(mutex);
    Json list = Json::Array{};
    for (const Model& model : settings.models) {
        Json entry;
        entry.set("id", model.name.substr(0, model.name.find(':'))).set("object", "model").set("created", 1);
        entry.set("owned_by", "somebody").set("max_model_len", model.contextTokens);
        list.push(std::move(entry));
    }
    Json json;
    json.set("object", "list").set("data", std::move(list));
    return jsonAnswer(json);
}

std::optional<HttpAnswer> FakeOllamaServer::Impl::openAiRefusal(const HttpQuestion& question, std::size_t inputs) const
{
    if (!settings.key.empty() && question.authorization != "Bearer " + settings.key)
        return refusedWith(401, "Incorrect API key provided: " + question.authorization, "invalid_api_key");
    if (settings.maxInputs == 0 || inputs <= settings.maxInputs)
        return std::nullopt;
    // As text-embeddings-inference says it.
    Json json;
    json.set("message", "batch size " + std::to_string(inputs) + " > maximum allowed batch size " +
                            std::to_string(settings.maxInputs));
    json.set("code", 413).set("type", "Validation");
    return jsonAnswer(json, 413);
}

HttpAnswer FakeOllamaServer::Impl::asOpenAi(const HttpAnswer& ollama, const Json& body) const
{
    const auto parsed = Json::parse(ollama.body);
    if (!parsed || !(*parsed)["embeddings"].isArray())
        return ollama;
    Json::Array data;
    for (const Json& row : (*parsed)["embeddings"].asArray()) {
        Json entry;
        entry.set("object", "embedding").set("index", data.size());
        std::vector<float> numbers;
        for (const Json& number : row.asArray())
            numbers.push_back(static_cast<float>(number.asNumber()));
        entry.set("embedding", body["encoding_format"].asString() == "base64" ? Json(base64(numbers)) : row);
        data.push_back(std::move(entry));
    }
    if (settings.unsorted)
        std::ranges::reverse(data);
    Json usage;
    usage.set("prompt_tokens", 8).set("total_tokens", 8);
    Json json;
    json.set("object", "list").set("data", std::move(data)).set("model", body["model"]).set("usage", std::move(usage));
    HttpAnswer answer = ollama;
    answer.body = json.dump();
    return answer;
}

} // namespace tw::test
