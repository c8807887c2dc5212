// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <thread>

#include <semaphore.h>
#include <unistd.h>

namespace {

constexpr const char* stageName(tw::Stage stage)
{
    switch (stage) {
    case tw::Stage::Reading: return "reading";
    case tw::Stage::Storing: return "storing";
    case tw::Stage::Indexing: return "indexing text";
    case tw::Stage::Embedding: return "embedding";
    case tw::Stage::Connecting: return "connecting";
    case tw::Stage::WarmingUp: return "warming up the model";
    case tw::Stage::Fitting: return "fitting";
    case tw::Stage::Building: return "building the index";
    case tw::Stage::Checking: return "checking the index";
    case tw::Stage::Projecting: return "drawing the map";
    case tw::Stage::Searching: return "searching";
    case tw::Stage::Writing: return "writing";
    }
    return "";
}

/// Progress on a terminal's last line, ten times a second at most.
class TerminalProgress final : public tw::ProgressSink {
public:
    ~TerminalProgress() override
    {
        if (m_shown)
            std::fputs("\r\033[K", stderr);
    }
    void report(tw::Stage stage, std::uint64_t done, std::uint64_t total) override
    {
        const std::lock_guard lock(m_mutex);
        const auto now = std::chrono::steady_clock::now();
        if (now - m_last < std::chrono::milliseconds(100))
            return;
        m_last = now;
        m_shown = true;
        if (total > 0)
            std::fprintf(stderr, "\r\033[K%s: %llu of %llu", stageName(stage), static_cast<unsigned long long>(done),
                         static_cast<unsigned long long>(total));
        else
            std::fprintf(stderr, "\r\033[K%s: %llu", stageName(stage), static_cast<unsigned long long>(done));
        std::fflush(stderr);
    }
    void waitUntil(std::chrono::steady_clock::time_point until) override
    {
        const std::lock_guard lock(m_mutex);
        m_shown = true;
        const auto rest = std::chrono::ceil<std::chrono::seconds>(until - std::chrono::steady_clock::now());
        std::fprintf(stderr, "\r\033[Kwaiting for the server, which is asked again in %lld s",
                     static_cast<long long>(rest.count()));
        std::fflush(stderr);
    }

private:
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_last;
    bool m_shown = false;
};

/// Counts the signals that came. A handler may post it, and whichever thread the system chose: some of the libraries'
/// threads are older than main() and block no signals.
sem_t signalsCame;

/// Ctrl+C and SIGTERM end a long command tidily: a thread of its own asks it to stop. A second one ends it at once.
void stopOnSignals(std::stop_source& stop)
{
    ::sem_init(&signalsCame, 0, 0);
    struct sigaction action{};
    action.sa_handler = [](int) { ::sem_post(&signalsCame); };
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    std::thread([&stop] {
        const auto waitForSignal = [] {
            while (::sem_wait(&signalsCame) != 0) {
            }
        };
        waitForSignal();
        stop.request_stop();
        waitForSignal();
        std::_Exit(1);
    }).detach();
}

} // namespace

int main(int argc, char** argv)
{
    const tw::cli::ParsedArguments parsed = tw::cli::parseArguments(argc, argv);
    if (!parsed.arguments) {
        std::fputs(parsed.text.c_str(), parsed.exitCode == 0 ? stdout : stderr);
        return parsed.exitCode;
    }

    // A file that may not grow further is an error to tell, not an end.
    std::signal(SIGXFSZ, SIG_IGN);
    std::stop_source stop;
    stopOnSignals(stop);

    const bool json = parsed.arguments->json;
    tw::Result<tw::cli::Answer> answer = tw::fail(tw::ErrorCode::Internal);
    {
        TerminalProgress progress;
        const bool show = !json && ::isatty(STDERR_FILENO) != 0;
        answer = tw::cli::run(*parsed.arguments, {stop.get_token(), show ? &progress : nullptr});
    }
    int exitCode = 0;
    if (answer) {
        tw::cli::print(*answer, json);
        if (answer->failure) {
            tw::cli::printError(*answer->failure, json);
            exitCode = 1;
        }
    } else {
        tw::cli::printError(answer.error(), json);
        exitCode = 1;
    }
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        std::fprintf(stderr, "tastewalk-cli: The answer could not be written: %s. What was asked for is done.\n",
                     std::strerror(errno));
        exitCode = 1;
    }
    std::fflush(nullptr);
    // The signal thread still waits; leaving without running static destructors under it is the safe way out.
    std::_Exit(exitCode);
}
