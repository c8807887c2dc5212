// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/ollama_state.h"

#include "tests/support/fake_ollama_server.h"

#include <cstdlib>

namespace tw {
namespace {

using test::FakeOllamaServer;
using test::HttpAnswer;

class OllamaStateTest : public testing::Test {
protected:
    OllamaFound find(const std::string& model = "nomic-embed-text")
    {
        auto found = findOllama(m_server.url(), model, makeCurlTransport(), {});
        EXPECT_TRUE(found);
        return found.value_or(OllamaFound{});
    }
    FakeOllamaServer m_server;
};

TEST_F(OllamaStateTest, ReadyWithWhatIsInstalled)
{
    const OllamaFound found = find();
    EXPECT_EQ(found.state, OllamaState::Ready);
    EXPECT_EQ(found.version, "0.15.6");
    EXPECT_FALSE(found.error);
    ASSERT_EQ(found.models.size(), 1U) << "the one that talks is none";
    EXPECT_EQ(found.models.front().model.name, "nomic-embed-text:latest");
    EXPECT_EQ(found.models.front().dim, 64U);
    EXPECT_EQ(found.models.front().contextTokens, 2048U);
    EXPECT_TRUE(found.models.front().traits.known);
}

TEST_F(OllamaStateTest, WithoutTheModelUntilItIsPulled)
{
    EXPECT_EQ(find("mxbai-embed-large").state, OllamaState::WithoutModel);
    EXPECT_EQ(find("chat").state, OllamaState::WithoutModel) << "installed, but it does not embed";
    FakeOllamaServer::Model unknown{"somebodys-model:v2"};
    unknown.tellsDimension = false;
    m_server.setModels({unknown});
    const OllamaFound found = find("somebodys-model:v2");
    EXPECT_EQ(found.state, OllamaState::Ready);
    EXPECT_FALSE(found.models.front().dim);
    EXPECT_FALSE(found.models.front().traits.known);
    EXPECT_EQ(find("somebodys-model").state, OllamaState::WithoutModel) << "another tag";
}

TEST_F(OllamaStateTest, FoundByTheEnvironment)
{
    ::setenv("OLLAMA_HOST", ("127.0.0.1:" + std::to_string(m_server.port())).c_str(), 1);
    const auto found = findOllama({}, "nomic-embed-text", makeCurlTransport(), {});
    ::unsetenv("OLLAMA_HOST");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->state, OllamaState::Ready);
    EXPECT_EQ(found->url, m_server.url());
}

TEST_F(OllamaStateTest, AbsentOrSomethingElse)
{
    const std::vector<std::pair<HttpAnswer, ErrorCode>> others{
        {{200, "text/html", "<html>hello</html>"}, ErrorCode::ServerAnswerInvalid},
        {{404, "text/plain", "404 page not found"}, ErrorCode::ServerAnswerInvalid},
        {{403, "text/plain", ""}, ErrorCode::ServerForbidden},
        {{503, "text/plain", ""}, ErrorCode::ServerBusy},
    };
    for (const char* path : {"/api/version", "/api/tags", "/api/show"}) {
        for (const auto& [answer, code] : others) {
            m_server.setAnswer(path, answer);
            const OllamaFound found = find();
            m_server.clearFaults();
            EXPECT_EQ(found.state, OllamaState::Other) << path << answer.status;
            ASSERT_TRUE(found.error);
            EXPECT_TRUE(found.error->code == code || found.error->code == ErrorCode::ServerAnswerInvalid)
                << path << answer.status;
        }
    }
    m_server.stop();
    const OllamaFound nobody = find();
    EXPECT_EQ(nobody.state, OllamaState::Absent);
    EXPECT_EQ(nobody.error->code, ErrorCode::ServerUnreachable);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(findOllama(m_server.url(), "m", makeCurlTransport(), {stop.get_token()}).error().code,
              ErrorCode::Cancelled);
}

} // namespace
} // namespace tw
