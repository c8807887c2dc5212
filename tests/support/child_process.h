// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <grp.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tw::test {

/// How a child ended.
struct Ending {
    int exitCode = -1;   ///< -1 when it was killed.
    bool killed = false; ///< Ended by a signal, its own fault or ours.
    int signal = 0;      ///< Which one.
    bool succeeded() const { return exitCode == 0; }
};

/// What a child gets besides its arguments.
struct ChildSettings {
    std::vector<std::string> environment{}; ///< NAME=VALUE, in addition to ours and before it.
    std::filesystem::path errors{};         ///< Where its standard error goes; nowhere when empty.
    bool inheritsOutput = false;            ///< Writes where we write; else its output is thrown away.
    std::uint64_t largestFile = 0;          ///< RLIMIT_FSIZE in bytes; 0: none.
    std::optional<uid_t> user{};            ///< Runs as this user and group, if we are root.
};

/// A child of the test; killed and waited for at the end of its scope if it still runs.
class ChildProcess {
public:
    /// Starts a program; its exit code is 127 when that fails.
    static ChildProcess start(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                              const ChildSettings& settings = {})
    {
        std::vector<std::string> words = arguments;
        words.insert(words.begin(), program.string());
        const std::vector<char*> pointers = pointersTo(words);
        std::vector<std::string> environment = settings.environment;
        for (char** variable = environ; *variable; ++variable)
            environment.emplace_back(*variable);
        const std::vector<char*> variables = pointersTo(environment);
        const std::string errors = settings.errors.empty() ? "/dev/null" : settings.errors.string();
        const pid_t pid = ::fork();
        if (pid == 0) {
            if (prepare(settings, errors))
                ::execve(program.c_str(), pointers.data(), variables.data());
            ::_exit(127);
        }
        return ChildProcess(pid);
    }
    /// Runs `body` in a copy of this process; its result is the exit code. The test must have no other threads.
    static ChildProcess run(const std::function<int()>& body)
    {
        const pid_t pid = ::fork();
        if (pid == 0)
            ::_exit(body());
        return ChildProcess(pid);
    }
    ChildProcess(ChildProcess&& other) noexcept : m_pid(std::exchange(other.m_pid, -1)) {}
    ChildProcess& operator=(ChildProcess&& other) noexcept
    {
        std::swap(m_pid, other.m_pid);
        return *this;
    }
    ~ChildProcess()
    {
        if (m_pid > 0)
            kill();
    }

    pid_t pid() const { return m_pid; }
    Ending wait()
    {
        int status = 0;
        ::waitpid(std::exchange(m_pid, -1), &status, 0);
        return WIFEXITED(status) ? Ending{WEXITSTATUS(status), false, 0} : Ending{-1, true, WTERMSIG(status)};
    }
    /// SIGKILL, which nothing can catch. A child that had ended before has its own ending.
    Ending kill()
    {
        ::kill(m_pid, SIGKILL);
        return wait();
    }

private:
    explicit ChildProcess(pid_t pid) : m_pid(pid) {}

    static std::vector<char*> pointersTo(std::vector<std::string>& texts)
    {
        std::vector<char*> pointers;
        for (std::string& text : texts)
            pointers.push_back(text.data());
        pointers.push_back(nullptr);
        return pointers;
    }
    /// Between fork and exec: only calls that are safe there.
    static bool prepare(const ChildSettings& settings, const std::string& errors)
    {
        if (!settings.inheritsOutput) {
            const int nowhere = ::open("/dev/null", O_RDWR);
            const int told = ::open(errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
            if (nowhere < 0 || told < 0 || ::dup2(nowhere, STDOUT_FILENO) < 0 || ::dup2(told, STDERR_FILENO) < 0)
                return false;
        }
        if (settings.user && ::geteuid() == 0
            && (::setgroups(0, nullptr) != 0 || ::setgid(*settings.user) != 0 || ::setuid(*settings.user) != 0))
            return false;
        const rlimit limit{settings.largestFile, settings.largestFile};
        return settings.largestFile == 0 || ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
    }

    pid_t m_pid;
};

} // namespace tw::test
