// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a server's answer: vectors or errors, never a crash.
#include "core/embedding/ollama_client.h"

namespace {

class AnswerTransport final : public tw::HttpTransport {
public:
    explicit AnswerTransport(std::string body) : m_body(std::move(body)) {}
    tw::Result<tw::HttpResponse> send(const tw::HttpRequest&, const tw::TaskContext&) override
    {
        return tw::HttpResponse{200, "application/json", m_body};
    }

private:
    std::string m_body;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const tw::OllamaClient client(
        "http://127.0.0.1:1",
        std::make_shared<AnswerTransport>(std::string(reinterpret_cast<const char*>(data), size)));
    const std::vector<std::string> texts{"one", "two"};
    (void)client.version({});
    (void)client.models({});
    (void)client.show("model", {});
    if (const auto rows = client.embed("model", texts, {}); rows && rows->rows() != texts.size())
        std::abort();
    return 0;
}
