// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/faiss_process.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <string>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>

namespace tw {
namespace {

constexpr const char* kProgram = "tastewalk-faiss-reader";

/// Ours, with one thread each for the libraries that would start many.
std::vector<std::string> environmentOfReader()
{
    std::vector<std::string> variables{"OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1"};
    for (char** variable = environ; variable && *variable; ++variable)
        variables.emplace_back(*variable);
    return variables;
}

/// What the child is to be like: its three channels, nothing else open, no signal blocked or ignored.
class Launch {
public:
    Launch(int input, int answers)
    {
        ::posix_spawn_file_actions_init(&m_actions);
        ::posix_spawnattr_init(&m_attributes);
        // Through numbers that can't be among the three, so that no channel overwrites another.
        ::posix_spawn_file_actions_adddup2(&m_actions, input, STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&m_actions, answers, STDOUT_FILENO);
        ::posix_spawn_file_actions_addopen(&m_actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addclosefrom_np(&m_actions, STDERR_FILENO + 1);
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        ::posix_spawnattr_setsigmask(&m_attributes, &none);
        ::posix_spawnattr_setsigdefault(&m_attributes, &all);
        ::posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    Launch(const Launch&) = delete;
    Launch& operator=(const Launch&) = delete;
    ~Launch()
    {
        ::posix_spawn_file_actions_destroy(&m_actions);
        ::posix_spawnattr_destroy(&m_attributes);
    }

    int run(const std::filesystem::path& program, pid_t& process) const
    {
        std::string name = program.string();
        char* arguments[] = {name.data(), nullptr};
        std::vector<std::string> environment = environmentOfReader();
        std::vector<char*> variables;
        for (std::string& variable : environment)
            variables.push_back(variable.data());
        variables.push_back(nullptr);
        return ::posix_spawn(&process, name.c_str(), &m_actions, &m_attributes, arguments, variables.data());
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

/// The descriptor under a number above the three standard ones, ours alone.
Descriptor aboveStandard(int descriptor) { return Descriptor(::fcntl(descriptor, F_DUPFD_CLOEXEC, 3)); }

tl::unexpected<Error> systemFailure(const char* step, int number)
{
    return fail(ErrorCode::Internal, kProgram, fmt::format("{}: {}", step, std::strerror(number)));
}

} // namespace

Result<FaissProcess> FaissProcess::start(const std::filesystem::path& program, int input)
{
    std::error_code error;
    if (program.empty() || !std::filesystem::is_regular_file(program, error))
        return fail(ErrorCode::NotFound, program.empty() ? kProgram : program.string());
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return systemFailure("pipe", errno);
    Descriptor answers(ends[0]);
    const Descriptor theirs(ends[1]);
    const Descriptor given = aboveStandard(input);
    const Descriptor told = aboveStandard(theirs.value());
    if (!given.isOpen() || !told.isOpen())
        return systemFailure("dup", errno);
    pid_t process = -1;
    if (const int number = Launch(given.value(), told.value()).run(program, process); number != 0)
        return systemFailure("start", number);
    return FaissProcess(process, std::move(answers));
}

FaissProcess::FaissProcess(FaissProcess&& other) noexcept
    : m_process(std::exchange(other.m_process, -1)), m_answers(std::move(other.m_answers))
{
}

FaissProcess::~FaissProcess()
{
    if (m_process > 0) {
        ::kill(m_process, SIGKILL);
        wait();
    }
}

int FaissProcess::wait()
{
    int status = 0;
    while (::waitpid(m_process, &status, 0) < 0 && errno == EINTR) {
    }
    m_process = -1;
    return status;
}

Result<std::size_t> FaissProcess::readSome(std::span<std::byte> bytes, const TaskContext& context)
{
    constexpr int kPollMilliseconds = 50;
    using Clock = std::chrono::steady_clock;
    const auto deadline = Clock::now() + std::chrono::duration<double>(kSilenceSeconds);
    while (true) {
        TW_TRY(context.check());
        pollfd waiting{m_answers.value(), POLLIN, 0};
        const int ready = ::poll(&waiting, 1, kPollMilliseconds);
        if (ready == 0 && Clock::now() > deadline)
            return fail(ErrorCode::Damaged, {}, "the reader does not answer");
        if (ready <= 0)
            continue;
        const ssize_t count = ::read(m_answers.value(), bytes.data(), bytes.size());
        if (count >= 0)
            return static_cast<std::size_t>(count);
        if (errno != EINTR)
            return systemFailure("read", errno);
    }
}

Status FaissProcess::read(std::span<std::byte> bytes, const TaskContext& context)
{
    while (!bytes.empty()) {
        TW_ASSIGN(const std::size_t count, readSome(bytes, context));
        if (count == 0) {
            const int status = wait();
            return fail(ErrorCode::Damaged, {},
                        WIFSIGNALED(status) ? fmt::format("reading it ended with signal {}", WTERMSIG(status))
                                            : std::string("reading it ended too early"));
        }
        bytes = bytes.subspan(count);
    }
    return {};
}

Status FaissProcess::expectEnd(const TaskContext& context)
{
    std::byte more{};
    TW_ASSIGN(const std::size_t count, readSome(std::span(&more, 1), context));
    if (count != 0)
        return fail(ErrorCode::Damaged, {}, "the reader says more than it announced");
    if (const int status = wait(); !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return fail(ErrorCode::Damaged, {}, "the reader did not end well");
    return {};
}

std::filesystem::path findFaissReader()
{
    std::error_code error;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (const auto& path : {folder / kProgram, folder.parent_path() / "libexec" / "tastewalk" / kProgram})
        if (std::filesystem::is_regular_file(path, error))
            return path;
    return {};
}

} // namespace tw
