// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/seat.h"

#include "workspace/fileerror.h"

#include <QDir>
#include <QLockFile>

#include <algorithm>
#include <cerrno>

namespace designer::workspace {

namespace {

/// More programs than people have windows.
constexpr int seats = 64;

QString lockPath(const Folder &folder, int number)
{
    return folder.localPath(QStringLiteral("window-%1.lock").arg(number));
}

QString draftsPlace(int number)
{
    return number == 1 ? QStringLiteral("drafts") : QStringLiteral("drafts-%1").arg(number);
}

std::unique_ptr<QLockFile> lockOf(const Folder &folder, int number)
{
    auto lock = std::make_unique<QLockFile>(lockPath(folder, number));
    lock->setStaleLockTime(0); // however long its holder has run; one that does not run any more is told
    return lock;
}

/// Whether a program that runs has it.
bool isHeld(const Folder &folder, int number)
{
    if (!QFileInfo::exists(lockPath(folder, number)))
        return false;
    const auto lock = lockOf(folder, number);
    return !lock->tryLock(0) && lock->error() == QLockFile::LockFailedError;
}

} // namespace

Seat::Seat() = default;
Seat::~Seat() = default;
Seat::Seat(Seat &&other) noexcept = default;
Seat &Seat::operator=(Seat &&other) noexcept = default;

Result<Seat> Seat::take(const Folder &folder)
{
    if (const Status made = folder.makeLocalFolder(lockPath(folder, 1)); !made)
        return made.error();
    for (int number = 1; number <= seats; ++number) {
        auto lock = lockOf(folder, number);
        if (lock->tryLock(0)) {
            Seat out;
            out.m_number = number;
            out.m_lock = std::move(lock);
            return out;
        }
        if (lock->error() != QLockFile::LockFailedError)
            return writeError(lockPath(folder, number), EACCES);
    }
    return writeError(lockPath(folder, seats), EBUSY);
}

Drafts Seat::drafts(const Folder &folder) const
{
    return Drafts(folder, draftsPlace(std::max(m_number, 1)));
}

bool Seat::othersAreTaken(const Folder &folder, int number)
{
    for (int other = 1; other <= seats; ++other) {
        if (other != number && isHeld(folder, other))
            return true;
    }
    return false;
}

void Seat::takeOverAbandoned(const Folder &folder) const
{
    for (int number = 1; m_number > 0 && number <= seats; ++number) {
        const QString place = draftsPlace(number);
        if (number == m_number || !QDir(folder.localPath(place)).exists())
            continue;
        const auto lock = lockOf(folder, number);
        if (lock->tryLock(0)) // else somebody works on them
            drafts(folder).takeOver(Drafts(folder, place));
    }
}

} // namespace designer::workspace
