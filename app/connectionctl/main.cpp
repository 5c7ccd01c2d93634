// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"

#include <QCoreApplication>

#include <csignal>

#include <unistd.h>

int main(int argc, char *argv[])
{
    // A reader that goes away and a file that may not grow are errors of write(), not deaths.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("connectionctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DESIGNER_VERSION));
    designer::ctl::Console console(STDOUT_FILENO, STDERR_FILENO);
    return designer::ctl::runCommandLine(QCoreApplication::arguments().mid(1), console);
}
