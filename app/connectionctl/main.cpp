// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"

#include <QCoreApplication>

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace {

/// A standard stream that was closed would be the next file's descriptor, and results would be
/// written into that file. What is put in its place fails as a closed one does.
void occupyClosedStreams()
{
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(fd, F_GETFD) == -1)
            static_cast<void>(!::open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    occupyClosedStreams();
    // A reader that goes away and a file that may not grow are errors of write(), not deaths.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("connectionctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DESIGNER_VERSION));
    designer::ctl::Console console(STDOUT_FILENO, STDERR_FILENO);
    return designer::ctl::runCommandLine(QCoreApplication::arguments().mid(1), console);
}
