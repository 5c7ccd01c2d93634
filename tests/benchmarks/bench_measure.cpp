// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs one command as a whole process and prints what it cost, on one line of standard output:
//
//   bench_measure OUTPUT-FILE COMMAND [ARGUMENT]...
//   0.123456 0.234567 10240     seconds from start to end, of processor time, and the highest
//                               resident memory in KiB
//
// The command's standard output goes to OUTPUT-FILE, which is made anew. Ends with the command's exit status.
#include <chrono>
#include <cstdio>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int usage = 2;
constexpr int notRun = 127;
constexpr mode_t ownerOnly = 0600;

/// Starts \a command with its standard output in \a file. The result is the process, or -1.
pid_t start(const char *file, char *command[])
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, file, O_WRONLY | O_CREAT | O_TRUNC, ownerOnly);
    pid_t process = -1;
    if (posix_spawnp(&process, command[0], &actions, nullptr, command, environ) != 0)
        process = -1;
    posix_spawn_file_actions_destroy(&actions);
    return process;
}

double seconds(const timeval &time)
{
    constexpr double micro = 1e-6;
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * micro;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 3) {
        std::fputs("usage: bench_measure OUTPUT-FILE COMMAND [ARGUMENT]...\n", stderr);
        return usage;
    }
    // Else a tool would pay for what a round before wrote: the system frees it first, and as a file that was
    // written over is to survive a crash, sends the new one to the disk when it is closed.
    struct stat info = {};
    if (::lstat(argv[1], &info) == 0 && S_ISREG(info.st_mode))
        ::unlink(argv[1]);
    const auto began = std::chrono::steady_clock::now();
    const pid_t process = start(argv[1], argv + 2);
    int status = 0;
    rusage used{};
    if (process < 0 || wait4(process, &status, 0, &used) != process) {
        std::fprintf(stderr, "bench_measure: cannot run %s\n", argv[2]);
        return notRun;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    std::printf("%.6f %.6f %ld\n", took.count(), seconds(used.ru_utime) + seconds(used.ru_stime),
                used.ru_maxrss);
    return WIFEXITED(status) ? WEXITSTATUS(status) : notRun;
}
