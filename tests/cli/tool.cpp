// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/tool.h"

#include "core/base/files.h"
#include "tests/support/temp_folder.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

extern char** environ;

namespace tw::test {

ToolRun runTool(const std::filesystem::path& library, std::vector<std::string> arguments)
{
    const TempFolder folder;
    const std::string out = folder / "out";
    const std::string err = folder / "err";
    arguments.insert(arguments.begin(), {TW_TOOL, "--library", library.string()});
    std::vector<char*> argv;
    for (std::string& argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT, 0600);
    pid_t child = 0;
    ToolRun run;
    if (::posix_spawn(&child, TW_TOOL, &actions, nullptr, argv.data(), environ) == 0) {
        int status = 0;
        ::waitpid(child, &status, 0);
        run.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        run.out = readFile(out).value_or(std::string());
        run.err = readFile(err).value_or(std::string());
    }
    posix_spawn_file_actions_destroy(&actions);
    return run;
}

} // namespace tw::test
