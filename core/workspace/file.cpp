// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <limits>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace designer::workspace {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("File", text);
}

/// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) { }
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int fd() const { return m_fd; }
    explicit operator bool() const { return m_fd >= 0; }
    bool close()
    {
        const int fd = std::exchange(m_fd, -1);
        return fd < 0 || ::close(fd) == 0;
    }

private:
    int m_fd;
};

Error readError(const QString &path, int reason)
{
    switch (reason) {
    case ENOENT:
    case ENOTDIR:
        return {ErrorCode::FileNotFound, tr("there is no such file"), tr("check the name"), path, {}};
    case EISDIR: return {ErrorCode::FileUnreadable, tr("this is a folder"), tr("name a file"), path, {}};
    case EACCES:
    case EPERM:
        return {ErrorCode::FileUnreadable,
                tr("you may not read this file"),
                tr("ask its owner for permission"),
                path,
                {}};
    default:
        return {ErrorCode::FileUnreadable,
                tr("the file cannot be read (%1)").arg(QString::fromLocal8Bit(std::strerror(reason))),
                tr("try again, or copy it elsewhere"),
                path,
                {}};
    }
}

Error writeError(const QString &path, int reason)
{
    const auto error = [&](const QString &message, const QString &wayOut) {
        return Error{ErrorCode::FileNotWritten, message, wayOut, path, {}};
    };
    switch (reason) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return error(tr("the disk is full; what was there before is unchanged"),
                     tr("make room, or save elsewhere"));
    case EROFS:
    case EACCES:
    case EPERM:
        return error(tr("you may not write here; nothing was changed"), tr("save in a folder of yours"));
    case ENOENT:
    case ENOTDIR: return error(tr("there is no such folder"), tr("make the folder first"));
    case EISDIR: return error(tr("this is a folder"), tr("name a file"));
    default:
        return error(tr("the file cannot be written (%1); what was there before is unchanged")
                         .arg(QString::fromLocal8Bit(std::strerror(reason))),
                     tr("try again, or save elsewhere"));
    }
}

/// Reads to the end; errno tells why not.
bool readAll(int fd, std::string &out)
{
    constexpr std::size_t chunk = std::size_t(1) << 18;
    struct stat info = {};
    if (::fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0)
        out.reserve(static_cast<std::size_t>(info.st_size) + 1);
    while (true) {
        const std::size_t before = out.size();
        if (before >= std::numeric_limits<std::uint32_t>::max()) {
            errno = EFBIG;
            return false;
        }
        out.resize(before + chunk);
        const ssize_t count = ::read(fd, out.data() + before, chunk);
        out.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        if (count == 0)
            return true;
        if (count < 0 && errno != EINTR)
            return false;
    }
}

bool writeAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(fd, bytes.data(), bytes.size());
        if (count > 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
        else if (errno != EINTR)
            return false;
    }
    return true;
}

bool syncFolder(const QByteArray &folder)
{
    const Descriptor descriptor(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some file systems cannot flush a folder; the file itself is safe by then.
    return descriptor && (::fsync(descriptor.fd()) == 0 || errno == EINVAL || errno == EROFS);
}

/// Writes \a bytes to a new file beside \a target; its name comes back in \a name.
int writeBeside(const QByteArray &target, std::string_view bytes, QByteArray &name)
{
    name = target + ".XXXXXX";
    Descriptor file(::mkostemp(name.data(), O_CLOEXEC)); // mode 0600
    if (!file)
        return errno;
    const bool written = writeAll(file.fd(), bytes) && ::fsync(file.fd()) == 0;
    int reason = written ? 0 : errno;
    if (!file.close() && reason == 0)
        reason = errno;
    if (reason != 0)
        ::unlink(name.constData());
    return reason;
}

} // namespace

Result<std::string> readFile(const QString &path)
{
    const bool standardInput = path == QLatin1String("-");
    Descriptor file(standardInput ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                                  : ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
    if (!file)
        return readError(path, errno);
    std::string out;
    if (readAll(file.fd(), out))
        return out;
    if (errno == EFBIG)
        return Error{ErrorCode::FileTooLarge,
                     tr("the file is larger than 4 GB"),
                     tr("split it; events one a line may be of any size"),
                     path,
                     {}};
    return readError(path, errno);
}

Status saveFile(const QString &path, std::string_view bytes, Replace replace)
{
    const QFileInfo info(path);
    if (info.isDir())
        return writeError(path, EISDIR);
    const QString real = info.isSymLink() ? info.symLinkTarget() : path;
    const QByteArray target = QFile::encodeName(real);
    QByteArray beside;
    if (const int reason = writeBeside(target, bytes, beside))
        return writeError(path, reason);
    // A link that fails where the name is taken is the one way to refuse without a race.
    const int placed = replace == Replace::No ? ::link(beside.constData(), target.constData())
                                              : ::rename(beside.constData(), target.constData());
    const int reason = placed == 0 ? 0 : errno;
    if (reason != 0 || replace == Replace::No)
        ::unlink(beside.constData());
    if (reason == EEXIST && replace == Replace::No)
        return Error{ErrorCode::FileExists,
                     tr("this file is already there, and it is not replaced"),
                     tr("choose another name, or add --force"),
                     path,
                     {}};
    if (reason != 0)
        return writeError(path, reason);
    if (!syncFolder(QFile::encodeName(QFileInfo(real).absolutePath())))
        return writeError(path, errno);
    return ok();
}

} // namespace designer::workspace
