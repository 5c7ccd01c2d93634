// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody else does to the files of a workspace that is open.
#include "ui/document/session.h"

#include <utility>

namespace designer::ui {

namespace {

using workspace::FileKind;

struct Known
{
    QString name;
    OnDisk onDisk;
    std::optional<workspace::Fingerprint> gone;
    bool isUnreadable = false;
};

/// What somebody else left in the file of \a name.
struct Theirs
{
    QString name;
    workspace::Fingerprint print;
    Result<connection::Connection> connection;
};

/// A file that is not there any more.
struct Gone
{
    QString name;
    Error why;
};

struct Look
{
    std::vector<Theirs> changed;
    std::vector<Gone> gone;
    QStringList back; ///< that were gone
    bool isShared = false;
};

Theirs theirsOf(const workspace::Folder &folder, workspace::StoredFile file)
{
    const QString path = folder.filePath(FileKind::Connection, file.name);
    return {file.name, file.print, connection::Connection::load(std::move(file.bytes), path)};
}

/// The file of \a one, from now on, is none that anybody knows.
void lookAtMissing(const Known &one, const Error &why, Look &look)
{
    const bool wasThere = one.isUnreadable || *one.onDisk;
    if (!wasThere || why.code != ErrorCode::FileNotFound)
        return;
    one.onDisk->reset();
    look.gone.push_back({one.name, why});
}

/// Whether its file says something else now, could not be read before, is gone, or is back.
void lookAt(const workspace::Folder &folder, const Known &one, Look &look)
{
    Result<workspace::StoredFile> file = folder.read(FileKind::Connection, one.name);
    if (!file)
        return lookAtMissing(one, file.error(), look);
    if (one.gone && !*one.onDisk) { // not saved again meanwhile
        *one.onDisk = one.gone;
        look.back << one.name;
    }
    const bool isChanged = *one.onDisk && file->print != **one.onDisk;
    if (isChanged || one.isUnreadable)
        look.changed.push_back(theirsOf(folder, std::move(file).value()));
}

/// What others did to the files of \a known, and the files of which nothing is known.
Look lookAtFiles(const workspace::Folder &folder, const std::vector<Known> &known)
{
    Look look;
    QSet<QString> knownNames;
    for (const Known &one : known) {
        knownNames.insert(one.name);
        lookAt(folder, one, look);
    }
    for (const QString &name : folder.names(FileKind::Connection)) {
        if (knownNames.contains(name))
            continue;
        if (Result<workspace::StoredFile> file = folder.read(FileKind::Connection, name))
            look.changed.push_back(theirsOf(folder, std::move(file).value()));
    }
    return look;
}

Error refusal(Error why)
{
    why.message = Session::tr("Somebody else changed this file, and it cannot be read (%1): you see the "
                              "connection as it was before")
                      .arg(why.message);
    return why;
}

} // namespace

void Session::loadTheirs(int row)
{
    const QString name = at(row).name;
    m_disk.run(
        [folder = m_folder, name, onDisk = at(row).onDisk]() -> Result<Theirs> {
            Result<workspace::StoredFile> file = folder.read(FileKind::Connection, name);
            if (!file) {
                if (file.error().code == ErrorCode::FileNotFound)
                    onDisk->reset();
                return file.error();
            }
            return theirsOf(folder, std::move(file).value());
        },
        this,
        [this, name](const Result<Theirs> &theirs) {
            const int now = rowOf(name);
            if (!theirs && theirs.error().code == ErrorCode::FileNotFound)
                takeGone(name, theirs.error());
            else if (now >= 0 && !theirs)
                Q_EMIT theirsRefused(now, refusal(theirs.error()));
            else if (now >= 0)
                loaded(now, theirs->print, theirs->connection);
        });
}

void Session::loaded(int row, const workspace::Fingerprint &print,
                     const Result<connection::Connection> &theirs)
{
    if (theirs)
        return adopt(row, print, theirs);
    m_destinations[static_cast<std::size_t>(row)]->refused = print;
    Q_EMIT theirsRefused(row, refusal(theirs.error()));
}

void Session::tellRefused(int row, const Error &why)
{
    Q_EMIT failed(row, refusal(why));
}

/// As a step that can be undone.
void Session::adopt(int row, const workspace::Fingerprint &print,
                    const Result<connection::Connection> &theirs)
{
    if (!theirs) {
        m_destinations[static_cast<std::size_t>(row)]->refused = print;
        return tellRefused(row, theirs.error());
    }
    ConnectionDocument *const changedDocument = document(row);
    if (!changedDocument)
        return;
    changedDocument->become(tr("Load the changed file"), *theirs);
    Destination &destination = *m_destinations[static_cast<std::size_t>(row)];
    destination.print = print;
    destination.saved = *theirs;
    destination.gone.reset();
    m_disk.run([onDisk = destination.onDisk, print] { *onDisk = print; });
    changedDocument->markSaved();
    Q_EMIT changed(row);
}

void Session::checkDisk()
{
    std::vector<Known> known;
    for (const auto &destination : m_destinations)
        known.push_back(
            {destination->name, destination->onDisk, destination->gone, destination->unreadable.has_value()});
    m_disk.run(
        [folder = m_folder, known, seat = m_seat.number()] {
            Look look = lookAtFiles(folder, known);
            look.isShared = workspace::Seat::othersAreTaken(folder, seat);
            return look;
        },
        this,
        [this](const Look &look) {
            setShared(look.isShared);
            for (const Gone &gone : look.gone)
                takeGone(gone.name, gone.why);
            for (const QString &name : look.back)
                takeBack(name);
            for (const Theirs &theirs : look.changed)
                takeOtherVersion(theirs.name, theirs.print, theirs.connection);
        });
    m_samples.check();
    if (m_draftsFail && !m_draftTimer.isActive())
        m_draftTimer.start(); // it may be mended by now
}

void Session::setShared(bool isShared)
{
    if (std::exchange(m_isShared, isShared) != isShared)
        Q_EMIT sharedChanged(isShared);
}

/// Where nothing is unsaved, theirs is shown, as a step that can be undone; else people decide.
void Session::takeOtherVersion(const QString &name, const workspace::Fingerprint &print,
                               const Result<connection::Connection> &theirs)
{
    const int row = rowOf(name);
    if (row < 0)
        return takeNew(name, print, theirs);
    if (at(row).unreadable)
        return takeMended(row, print, theirs);
    if (at(row).print == print || at(row).refused == print) // saved meanwhile, or told
        return;
    if (isModified(row))
        Q_EMIT changedOnDisk(row);
    else
        adopt(row, print, theirs);
}

/// At the end of the list, where no step of its history is about it. What was deleted here stays so.
void Session::takeNew(const QString &name, const workspace::Fingerprint &print,
                      const Result<connection::Connection> &theirs)
{
    if (m_usedNames.contains(name))
        return;
    auto destination = std::make_unique<Destination>();
    destination->name = name;
    destination->print = print;
    *destination->onDisk = print;
    if (theirs)
        destination->saved = *theirs;
    else
        destination->unreadable = theirs.error();
    const int row = count();
    Q_EMIT aboutToInsert(row);
    m_destinations.push_back(std::move(destination));
    rememberOrder();
    Q_EMIT inserted(row);
    Q_EMIT appeared(row);
}

void Session::takeMended(int row, const workspace::Fingerprint &print,
                         const Result<connection::Connection> &theirs)
{
    Destination &destination = *m_destinations[static_cast<std::size_t>(row)];
    m_disk.run([onDisk = destination.onDisk, print] { *onDisk = print; });
    destination.print = print;
    if (!theirs)
        return takeUnreadable(row, theirs.error());
    destination.unreadable.reset();
    destination.saved = *theirs;
    Q_EMIT reread(row);
}

/// Now for another reason, perhaps.
void Session::takeUnreadable(int row, const Error &why)
{
    Destination &destination = *m_destinations[static_cast<std::size_t>(row)];
    const std::optional<Error> before = std::exchange(destination.unreadable, why);
    if (before->line() != why.line())
        Q_EMIT reread(row);
}

/// What is shown is all that there is of it: it stays, and is kept as what was never saved is.
void Session::takeGone(const QString &name, const Error &why)
{
    const int row = rowOf(name);
    if (row < 0)
        return;
    if (at(row).unreadable)
        return takeUnreadable(row, why);
    Destination &destination = *m_destinations[static_cast<std::size_t>(row)];
    if (!destination.print) // it is known
        return;
    ConnectionDocument *const kept = document(row);
    destination.gone = std::exchange(destination.print, std::nullopt);
    destination.refused.reset();
    kept->undoStack().resetClean();
    m_draftTimer.start();
    Q_EMIT goneChanged(row);
    Q_EMIT changed(row);
}

/// Perhaps as another version, of which more is told then.
void Session::takeBack(const QString &name)
{
    const int row = rowOf(name);
    if (row < 0 || !at(row).gone)
        return;
    Destination &destination = *m_destinations[static_cast<std::size_t>(row)];
    destination.print = std::exchange(destination.gone, std::nullopt);
    const Result<connection::Connection> whole = destination.document->whole();
    if (whole && whole->bytes() == destination.saved.bytes())
        destination.document->markSaved();
    m_draftTimer.start();
    Q_EMIT goneChanged(row);
    Q_EMIT changed(row);
}

} // namespace designer::ui
