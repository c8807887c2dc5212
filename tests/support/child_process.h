// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tw::test {

/// How a child ended.
struct Ending {
    int exitCode = -1;   ///< -1 when it was killed.
    bool killed = false;
    bool succeeded() const { return exitCode == 0; }
};

/// A child of the test; killed and waited for at the end of its scope if it still runs.
class ChildProcess {
public:
    /// Starts a program with its output thrown away.
    static ChildProcess start(const std::filesystem::path& program, const std::vector<std::string>& arguments)
    {
        std::vector<std::string> words = arguments;
        words.insert(words.begin(), program.string());
        std::vector<char*> pointers;
        for (std::string& word : words)
            pointers.push_back(word.data());
        pointers.push_back(nullptr);
        const pid_t pid = ::fork();
        if (pid == 0) {
            const int nowhere = ::open("/dev/null", O_RDWR);
            ::dup2(nowhere, STDOUT_FILENO);
            ::dup2(nowhere, STDERR_FILENO);
            ::execv(program.c_str(), pointers.data());
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
        return WIFEXITED(status) ? Ending{WEXITSTATUS(status), false} : Ending{-1, true};
    }
    /// SIGKILL, which nothing can catch. A child that had ended before has its own ending.
    Ending kill()
    {
        ::kill(m_pid, SIGKILL);
        return wait();
    }

private:
    explicit ChildProcess(pid_t pid) : m_pid(pid) {}
    pid_t m_pid;
};

} // namespace tw::test
