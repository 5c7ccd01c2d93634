// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/fileerror.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>

namespace designer::workspace {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("File", text);
}

QString inWords(int reason)
{
    return QString::fromLocal8Bit(std::strerror(reason));
}

} // namespace

Error readError(const QString &path, int reason)
{
    const auto unreadable = [&](const QString &message, const QString &wayOut) {
        return Error{ErrorCode::FileUnreadable, message, wayOut, path, {}};
    };
    switch (reason) {
    case ENOENT:
        return {ErrorCode::FileNotFound, tr("there is no such file"), tr("check the name"), path, {}};
    case ENOTDIR:
        return {ErrorCode::FileNotFound,
                tr("a part of this name is a file, and no folder"),
                tr("check the name"),
                path,
                {}};
    case EISDIR: return unreadable(tr("this is a folder"), tr("name a file"));
    case EACCES:
    case EPERM: return unreadable(tr("you may not read this file"), tr("ask its owner for permission"));
    default:
        return unreadable(tr("the file cannot be read (%1)").arg(inWords(reason)),
                          tr("try again, or copy it elsewhere"));
    }
}

Error writeError(const QString &path, int reason)
{
    const auto notWritten = [&](const QString &message, const QString &wayOut) {
        return Error{ErrorCode::FileNotWritten, message, wayOut, path, {}};
    };
    switch (reason) {
    case ENOSPC:
    case EDQUOT:
        return notWritten(tr("the disk is full; what was there before is unchanged"),
                          tr("make room, or save elsewhere"));
    case EFBIG:
        return notWritten(tr("the file is larger than is allowed here; what was there before is unchanged"),
                          tr("save elsewhere, or raise the limit on the size of files"));
    case EROFS:
    case EACCES:
    case EPERM:
        return notWritten(tr("you may not write here; nothing was changed"), tr("save in a folder of yours"));
    case ENOENT: return notWritten(tr("there is no such folder"), tr("make the folder first"));
    case ENOTDIR:
        return notWritten(tr("a part of this name is a file, and no folder"), tr("choose another name"));
    case EISDIR: return notWritten(tr("this is a folder"), tr("name a file"));
    case ENAMETOOLONG: return notWritten(tr("the name is too long"), tr("choose a shorter name"));
    case ELOOP: return notWritten(tr("this is a link that leads back to itself"), tr("name the file itself"));
    default:
        return notWritten(
            tr("the file cannot be written (%1); what was there before is unchanged").arg(inWords(reason)),
            tr("try again, or save elsewhere"));
    }
}

Error notPlain(const QString &path)
{
    return {ErrorCode::FileUnreadable,
            tr("this is a pipe or a device, and no file"),
            tr("choose a file"),
            path,
            {}};
}

Error tooLarge(const QString &path)
{
    return {ErrorCode::FileTooLarge,
            tr("the file is larger than 4 GB"),
            tr("split it; events one a line may be of any size"),
            path,
            {}};
}

Error alreadyThere(const QString &path)
{
    return {ErrorCode::FileExists,
            tr("this file is already there, and it is not replaced"),
            tr("choose another name"),
            path,
            {}};
}

Error unconfirmed(const QString &path, int reason)
{
    return {ErrorCode::FileNotWritten,
            tr("the file is written, but the disk did not confirm that it will keep it (%1)")
                .arg(inWords(reason)),
            tr("save once more, or save elsewhere"),
            path,
            {}};
}

} // namespace designer::workspace
