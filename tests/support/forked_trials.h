// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/reliability_log.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <cstdio>
#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

namespace tw::test {

/// What one trial came to. What begins with '!' fails the test.
using Trial = std::function<std::string(std::uint64_t number)>;

/// Runs trials 0..count-1 in children of some hundred each, so that one that crashes or hangs is caught and named, and
/// the rest goes on. The process that asks must not have run any parallel code.
/// @return  How often each outcome came; crashes count as "crashed".
inline std::map<std::string, std::uint64_t> runForked(std::uint64_t count, const Trial& trial,
                                                      std::uint64_t trialsPerChild = 250)
{
    constexpr unsigned kSecondsPerChild = 300;
    std::map<std::string, std::uint64_t> outcomes;
    int failures = 0;
    for (std::uint64_t begin = 0; begin < count;) {
        int channel[2] = {-1, -1};
        if (::pipe(channel) != 0) {
            ADD_FAILURE() << "pipe";
            return outcomes;
        }
        const std::uint64_t end = std::min(count, begin + trialsPerChild);
        std::fflush(nullptr);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(channel[0]);
            ::alarm(kSecondsPerChild);
            for (std::uint64_t number = begin; number < end; ++number) {
                const std::string line = trial(number) + "\n";
                if (::write(channel[1], line.data(), line.size()) != static_cast<ssize_t>(line.size()))
                    ::_exit(3);
            }
            ::_exit(0);
        }
        ::close(channel[1]);
        std::uint64_t number = begin;
        std::FILE* answers = ::fdopen(channel[0], "r");
        std::string line;
        for (int c = std::fgetc(answers); c != EOF; c = std::fgetc(answers)) {
            if (c != '\n') {
                line += static_cast<char>(c);
                continue;
            }
            if (line.starts_with('!') && ++failures <= 10)
                ADD_FAILURE() << "trial " << number << ": " << line.substr(1);
            ++outcomes[line.starts_with('!') ? "wrong" : line];
            line.clear();
            ++number;
        }
        std::fclose(answers);
        int status = 0;
        ::waitpid(child, &status, 0);
        if (number < end) {
            ++outcomes["crashed"];
            if (++failures <= 10)
                ADD_FAILURE() << "trial " << number << " ended its process: "
                              << (WIFSIGNALED(status) ? "signal " + std::to_string(WTERMSIG(status))
                                                      : "exit code " + std::to_string(WEXITSTATUS(status)));
            ++number;
        }
        begin = number;
    }
    EXPECT_EQ(failures, 0);
    return outcomes;
}

/// Runs `body` in a child, so that whatever it starts (thread pools, OpenMP) is not inherited by later children.
inline bool runApart(const std::function<bool()>& body)
{
    std::fflush(nullptr);
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(body() ? 0 : 1);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace tw::test
