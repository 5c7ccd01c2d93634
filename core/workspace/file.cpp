// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/file.h"

#include "workspace/fileerror.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <limits>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace designer::workspace {

namespace {

constexpr auto largest = std::numeric_limits<std::uint32_t>::max();

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

/// Reads to the end; errno tells why not.
bool readAll(int fd, std::string &out)
{
    constexpr std::size_t chunk = std::size_t(1) << 18;
    struct stat info = {};
    const bool regular = ::fstat(fd, &info) == 0 && S_ISREG(info.st_mode);
    if (regular && info.st_size < largest)
        out.reserve(static_cast<std::size_t>(info.st_size) + chunk);
    while (true) {
        const std::size_t before = out.size();
        if (before >= largest || (regular && info.st_size >= largest)) {
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

/// 0, or the errno.
int writeAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(fd, bytes.data(), bytes.size());
        if (count > 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
        else if (count == 0)
            return EIO;
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}

QByteArray folderOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash < 0 ? QByteArray(".") : path.left(std::max<qsizetype>(slash, 1));
}

/// 0, or the errno.
int syncFolder(const QByteArray &folder)
{
    const Descriptor descriptor(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // A folder that may be written and not be read, and some file systems, cannot be flushed.
    if (!descriptor)
        return errno == EACCES || errno == EPERM ? 0 : errno;
    return ::fsync(descriptor.fd()) == 0 || errno == EINVAL || errno == EROFS ? 0 : errno;
}

/// Follows \a path from link to link, to the name that is no link (and need not be there). Each
/// link counts from the folder that holds it, without tidying up `..`, as the system does.
int followLinks(QByteArray &path)
{
    constexpr int mostLinks = 40; // Linux gives up there too
    std::array<char, PATH_MAX> link = {};
    for (int i = 0; i < mostLinks; ++i) {
        const ssize_t length = ::readlink(path.constData(), link.data(), link.size());
        if (length < 0)
            return errno == EINVAL || errno == ENOENT ? 0 : errno;
        const QByteArray to(link.data(), length);
        path = to.startsWith('/') ? to : folderOf(path) + '/' + to;
    }
    return ELOOP;
}

/// Writes \a bytes to a new file beside \a target; its name comes back in \a name. 0, or the errno.
int writeBeside(const QByteArray &target, std::string_view bytes, QByteArray &name)
{
    // Not the target's name and more: that could be too long where the target's is not.
    name = folderOf(target) + "/.saving-XXXXXX";
    Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
    if (!file)
        return errno;
    // mkostemp() makes it 0600 less what the umask takes away.
    int reason = ::fchmod(file.fd(), S_IRUSR | S_IWUSR) == 0 ? writeAll(file.fd(), bytes) : errno;
    if (reason == 0 && ::fsync(file.fd()) != 0)
        reason = errno;
    if (!file.close() && reason == 0)
        reason = errno;
    if (reason != 0)
        ::unlink(name.constData());
    return reason;
}

/// Gives \a from the name \a to, in one step. 0, or the errno; then \a from has its name still.
int moveTo(const QByteArray &from, const QByteArray &to, Replace replace)
{
    int moved = replace == Replace::Yes
        ? ::rename(from.constData(), to.constData())
        : ::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE);
    // Where the file system cannot do that, a link that fails on a taken name does as much.
    if (moved != 0 && replace == Replace::No && (errno == EINVAL || errno == ENOSYS)) {
        moved = ::link(from.constData(), to.constData());
        if (moved == 0)
            ::unlink(from.constData());
    }
    return moved == 0 ? 0 : errno;
}

/// A device or a pipe cannot be replaced (its name would become a file's): it is written to.
Status writeInto(const QString &path, std::string_view bytes)
{
    Descriptor file(::open(QFile::encodeName(path).constData(), O_WRONLY | O_NOCTTY | O_CLOEXEC));
    const int reason = file ? writeAll(file.fd(), bytes) : errno;
    return reason == 0 ? ok() : Status(writeError(path, reason));
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
    return errno == EFBIG ? tooLarge(path) : readError(path, errno);
}

Result<std::string> readPlainFile(const QString &path)
{
    // To open a pipe would wait for somebody who writes into it.
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    struct stat info = {};
    if (!file || ::fstat(file.fd(), &info) != 0)
        return readError(path, errno);
    if (!S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode))
        return notPlain(path);
    return readFile(path);
}

Status saveFile(const QString &path, std::string_view bytes, Replace replace)
{
    QByteArray target = QFile::encodeName(path);
    struct stat info = {};
    const bool there = ::stat(target.constData(), &info) == 0;
    if (there && S_ISDIR(info.st_mode))
        return writeError(path, EISDIR);
    if (there && !S_ISREG(info.st_mode))
        return writeInto(path, bytes);
    if (there && replace == Replace::No)
        return alreadyThere(path);
    if (const int reason = followLinks(target))
        return writeError(path, reason);
    QByteArray beside;
    if (const int reason = writeBeside(target, bytes, beside))
        return writeError(path, reason);
    if (const int reason = moveTo(beside, target, replace)) {
        ::unlink(beside.constData());
        return reason == EEXIST && replace == Replace::No ? alreadyThere(path) : writeError(path, reason);
    }
    if (const int reason = syncFolder(folderOf(target)))
        return unconfirmed(path, reason);
    return ok();
}

Status moveFile(const QString &from, const QString &to)
{
    const QByteArray source = QFile::encodeName(from);
    struct stat info = {};
    if (::lstat(source.constData(), &info) != 0)
        return readError(from, errno);
    const int reason = moveTo(source, QFile::encodeName(to), Replace::No);
    if (reason == EEXIST)
        return alreadyThere(to);
    return reason == 0 ? ok() : Status(writeError(to, reason));
}

} // namespace designer::workspace
