// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>
#include <functional>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/// What the tests of the room need of a file system. Files are looked at past the code under test.
namespace designer::workspace::files {

inline QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

inline void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("a test could not write its file");
}

inline unsigned mode(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 07777U : 0;
}

/// All names in \a folder, hidden ones and links that lead nowhere included.
inline QStringList names(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot,
                                  QDir::Name);
}

inline bool link(const QString &to, const QString &name)
{
    return ::symlink(QFile::encodeName(to).constData(), QFile::encodeName(name).constData()) == 0;
}

/// Runs \a work in a child process and gives what it returns (0 to 255), or -1 where it died.
inline int inChild(const std::function<int()> &work)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(work());
    int status = 0;
    return child > 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// The same without the powers of root, to whom every door is open.
inline int unprivileged(const std::function<int()> &work)
{
    constexpr unsigned nobody = 65534;
    return inChild([&] {
        if (::geteuid() == 0
            && (::setresgid(nobody, nobody, nobody) != 0 || ::setresuid(nobody, nobody, nobody) != 0))
            return 255;
        return work();
    });
}

constexpr int fine = 0;
/// An error's code as a child can return it.
constexpr int failed(ErrorCode code)
{
    return 1 + static_cast<int>(code);
}
template <typename T>
int outcome(const Result<T> &result)
{
    return result ? fine : failed(result.error().code);
}

} // namespace designer::workspace::files
