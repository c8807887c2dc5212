// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/descriptor.h"
#include "core/base/task_context.h"

#include <filesystem>
#include <span>

#include <sys/types.h>

namespace tw {

/// A running tastewalk-faiss-reader: a program of its own, started with nothing but the file to read and a pipe to
/// answer through. Killed and waited for at the end. Private to core/index.
class FaissProcess {
public:
    /// @param input  Open for reading; becomes its standard input.
    /// Errors: NotFound (no such program), Internal.
    static Result<FaissProcess> start(const std::filesystem::path& program, int input);
    FaissProcess(FaissProcess&& other) noexcept;
    ~FaissProcess();

    /// Waits until all of `bytes` came. Errors: Cancelled; Damaged when it ended before, was silent for kSilence or
    /// used up its processor time.
    Status read(std::span<std::byte> bytes, const TaskContext& context);
    /// Whether it says no more and has ended well. Waits for that like read(). Errors: those of read().
    Status expectEnd(const TaskContext& context);

    static constexpr double kSilenceSeconds = 120;

private:
    FaissProcess(pid_t process, Descriptor answers) : m_process(process), m_answers(std::move(answers)) {}
    /// Bytes that came, 0 at the end.
    Result<std::size_t> readSome(std::span<std::byte> bytes, const TaskContext& context);
    int wait();

    pid_t m_process;
    Descriptor m_answers;
};

/// The program beside the running one, or where an installation has it; empty when it is in neither place.
std::filesystem::path findFaissReader();

} // namespace tw
