// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/session.h"

#include <utility>

namespace designer::ui {

namespace {

using workspace::FileKind;

struct Known
{
    QString name;
    OnDisk onDisk;
    bool isUnreadable = false;
};

/// What somebody else left in the file of \a name.
struct Theirs
{
    QString name;
    workspace::Fingerprint print;
    Result<connection::Connection> connection;
};

struct Look
{
    std::vector<Theirs> changed;
    bool isShared = false;
};

Theirs theirsOf(const workspace::Folder &folder, workspace::StoredFile file)
{
    const QString path = folder.filePath(FileKind::Connection, file.name);
    return {file.name, file.print, connection::Connection::load(std::move(file.bytes), path)};
}

/// Those of \a known whose file says something else now, or could not be read before, and the files of
/// which nothing is known.
std::vector<Theirs> changedFiles(const workspace::Folder &folder, const std::vector<Known> &known)
{
    std::vector<Theirs> out;
    QSet<QString> knownNames;
    for (const Known &one : known) {
        knownNames.insert(one.name);
        Result<workspace::StoredFile> file = folder.read(FileKind::Connection, one.name);
        const bool isChanged = file && *one.onDisk && file->print != **one.onDisk;
        if (isChanged || (file && one.isUnreadable))
            out.push_back(theirsOf(folder, std::move(file).value()));
    }
    for (const QString &name : folder.names(FileKind::Connection)) {
        if (knownNames.contains(name))
            continue;
        if (Result<workspace::StoredFile> file = folder.read(FileKind::Connection, name))
            out.push_back(theirsOf(folder, std::move(file).value()));
    }
    return out;
}

struct Written
{
    connection::Connection what;
    Result<workspace::Fingerprint> print;
};

/// What the file of \a name comes to now; nothing: there is none.
OnDisk::element_type printThere(const workspace::Folder &folder, const QString &name)
{
    const Result<workspace::StoredFile> there = folder.read(FileKind::Connection, name);
    return there ? std::optional(there->print) : std::nullopt;
}

/// On the disk's queue.
Written writeFile(const workspace::Folder &folder, const QString &name, const connection::TakenApart &parts,
                  Session::Over over, OnDisk::element_type &onDisk)
{
    Result<connection::Connection> whole = connection::putTogether(parts.shell, parts.body, parts.form);
    if (!whole)
        return {{}, whole.error()};
    const auto known = over == Session::Over::Anything ? printThere(folder, name) : onDisk;
    auto print = folder.save(FileKind::Connection, name, whole->bytes(), known);
    if (print)
        onDisk = *print;
    return {std::move(whole).value(), std::move(print)};
}

} // namespace

void Session::save(int row)
{
    write(row, Over::Known);
}

void Session::saveOver(int row)
{
    write(row, Over::Anything);
}

void Session::write(int row, Over over)
{
    ConnectionDocument *const changedDocument = document(row);
    if (!changedDocument)
        return;
    const QString name = at(row).name;
    const quint64 revision = changedDocument->revision();
    m_disk.run([folder = m_folder, name, parts = changedDocument->parts(), onDisk = at(row).onDisk,
                over] { return writeFile(folder, name, parts, over, *onDisk); },
               this,
               [this, name, revision](const Written &result) {
                   written(name, revision, result.what, result.print);
               });
}

void Session::written(const QString &name, quint64 revision, const connection::Connection &what,
                      const Result<workspace::Fingerprint> &result)
{
    const int row = rowOf(name);
    if (row < 0)
        return;
    if (!result) {
        Q_EMIT saveFailed(row, result.error());
        return;
    }
    Destination &destination = *m_destinations[static_cast<std::size_t>(row)];
    destination.print = *result;
    destination.saved = what;
    destination.restored = false;
    if (destination.document->revision() == revision) {
        destination.document->markSaved();
        removeDraft(name);
    }
    Q_EMIT saved(row);
    Q_EMIT changed(row);
}

void Session::loadTheirs(int row)
{
    const QString name = at(row).name;
    m_disk.run(
        [folder = m_folder, name]() -> Result<Theirs> {
            Result<workspace::StoredFile> file = folder.read(FileKind::Connection, name);
            if (!file)
                return file.error();
            return theirsOf(folder, std::move(file).value());
        },
        this,
        [this, name](const Result<Theirs> &theirs) {
            if (const int now = rowOf(name); now >= 0 && !theirs)
                tellRefused(now, theirs.error());
            else if (now >= 0)
                adopt(now, theirs->print, theirs->connection);
        });
}

void Session::tellRefused(int row, Error why)
{
    why.message
        = tr("Somebody else changed this file, and it cannot be read (%1): you see the connection as it "
             "was before")
              .arg(why.message);
    Q_EMIT failed(row, why);
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
    m_disk.run([onDisk = destination.onDisk, print] { *onDisk = print; });
    changedDocument->markSaved();
    Q_EMIT changed(row);
}

void Session::checkDisk()
{
    std::vector<Known> known;
    for (const auto &destination : m_destinations)
        known.push_back({destination->name, destination->onDisk, destination->unreadable.has_value()});
    m_disk.run(
        [folder = m_folder, known, seat = m_seat.number()] {
            return Look{changedFiles(folder, known), workspace::Seat::othersAreTaken(folder, seat)};
        },
        this,
        [this](const Look &look) {
            setShared(look.isShared);
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
    const std::optional<Error> before = std::exchange(destination.unreadable, std::nullopt);
    if (theirs)
        destination.saved = *theirs;
    else
        destination.unreadable = theirs.error();
    if (theirs || before->line() != theirs.error().line())
        Q_EMIT reread(row);
}

} // namespace designer::ui
