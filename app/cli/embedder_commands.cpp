// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/base/text.h"
#include "core/embedding/key_store.h"
#include "core/embedding/ollama_state.h"
#include "core/embedding/openai_client.h"

namespace tw::cli {
namespace {

constexpr const char* kUsualModel = "nomic-embed-text";

const char* stateName(OllamaState state)
{
    switch (state) {
    case OllamaState::Absent: return "absent";
    case OllamaState::WithoutModel: return "without_model";
    case OllamaState::Ready: return "ready";
    case OllamaState::Other: return "other";
    }
    return "";
}

std::string nextStep(const OllamaFound& found, const std::string& model)
{
    switch (found.state) {
    case OllamaState::Absent:
        return fmt::format("Nobody answers at {}. Start Ollama, or install it from ollama.com.\n", found.url);
    case OllamaState::WithoutModel:
        return fmt::format("Ollama {} at {} is without {}. Next: embedder pull {}\n", found.version, found.url, model, model);
    case OllamaState::Ready:
        return fmt::format("Ollama {} at {} is ready. Next: embed --embedder ollama --model {}\n", found.version,
                           found.url, model);
    case OllamaState::Other:
        return fmt::format("What answers at {} can't be used: {}\n", found.url, printable(found.error->detail));
    }
    return {};
}

Result<Answer> status(const Arguments& arguments, const TaskContext& context)
{
    const std::string model = arguments.embed.model.empty() ? kUsualModel : arguments.embed.model;
    TW_ASSIGN(const OllamaFound found, findOllama(arguments.embed.url, model, makeCurlTransport(), context));
    Answer answer;
    answer.json.set("state", stateName(found.state)).set("url", found.url).set("version", found.version);
    answer.json.set("model", model);
    answer.text = nextStep(found, printable(model));
    Json models{Json::Array{}};
    for (const OllamaEmbeddingModel& each : found.models) {
        Json entry;
        entry.set("name", each.model.name).set("bytes", static_cast<std::int64_t>(each.model.bytes));
        entry.set("dim", each.dim ? Json(*each.dim) : Json());
        entry.set("context", each.contextTokens ? Json(*each.contextTokens) : Json());
        entry.set("known", each.traits.known);
        models.push(std::move(entry));
        answer.text += fmt::format("  {}  {} numbers, {} tokens\n", printable(each.model.name),
                                   each.dim ? std::to_string(*each.dim) : "?",
                                   each.contextTokens ? std::to_string(*each.contextTokens) : "?");
    }
    answer.json.set("models", std::move(models));
    if (found.error)
        answer.json.set("error", errorCodeName(found.error->code)).set("detail", printable(found.error->detail));
    return answer;
}

Result<Answer> pull(const Arguments& arguments, const TaskContext& context)
{
    const std::string& url = arguments.embed.url;
    const OllamaClient client(url.empty() ? ollamaUrlFromEnvironment() : ollamaUrl(url), makeCurlTransport());
    const auto onProgress = [&context](const OllamaPull& pulled) {
        context.report(Stage::Reading, pulled.done, pulled.total);
    };
    TW_TRY(client.pull(arguments.embed.model, onProgress, context));
    Answer answer;
    answer.json.set("model", arguments.embed.model).set("url", client.shownUrl());
    answer.text = fmt::format("{} is there\n", printable(arguments.embed.model));
    return answer;
}

Result<Answer> key(const Arguments& arguments)
{
    const auto store = makeFileKeyStore(defaultKeyFile());
    Answer answer;
    if (!arguments.embed.url.empty()) {
        const std::string server = urlWithoutSecrets(openAiUrl(arguments.embed.url));
        std::string key;
        if (!arguments.removeKey) {
            TW_ASSIGN(key, keyFromFile(arguments.keyFile));
        }
        TW_TRY(store->store(server, key));
    }
    TW_ASSIGN(const std::vector<std::string> servers, store->servers());
    Json list{Json::Array{}};
    for (const std::string& server : servers) {
        list.push(server);
        answer.text += printable(server) + '\n';
    }
    answer.json.set("servers", std::move(list));
    return answer;
}

} // namespace

Result<Answer> runEmbedderCommand(const Arguments& arguments, const TaskContext& context)
{
    switch (arguments.command) {
    case Command::EmbedderPull: return pull(arguments, context);
    case Command::EmbedderKey: return key(arguments);
    default: return status(arguments, context);
    }
}

} // namespace tw::cli
