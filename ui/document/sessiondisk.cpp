// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/session.h"

#include <utility>

namespace designer::ui {

namespace {

using workspace::FileKind;

struct Known
{
    QString name;
    workspace::Fingerprint print;
};

struct Look
{
    std::vector<Known> changed;
    bool isShared = false;
};

/// Those of \a known whose file says something else now.
std::vector<Known> changedFiles(const workspace::Folder &folder, const std::vector<Known> &known)
{
    std::vector<Known> out;
    for (const Known &one : known) {
        const Result<workspace::StoredFile> file = folder.read(FileKind::Connection, one.name);
        if (file && file->print != one.print)
            out.push_back({one.name, file->print});
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
    Destination &destination = *m_destinations[static_cast<std::size_t>(row)];
    Result<workspace::StoredFile> file = m_folder.read(FileKind::Connection, destination.name);
    if (!file) {
        Q_EMIT saveFailed(row, file.error());
        return;
    }
    const auto theirs = connection::Connection::load(file->bytes, destination.saved.file());
    if (!theirs) {
        Q_EMIT saveFailed(row, theirs.error());
        return;
    }
    const connection::TakenApart parts = connection::TakenApart::of(*theirs);
    QUndoStack &stack = destination.document->undoStack();
    stack.beginMacro(tr("Load the changed file"));
    static_cast<void>(destination.document->changeShell({}, {}, parts.shell));
    destination.document->replaceBody({}, parts.body);
    destination.document->setForm(parts.form);
    stack.endMacro();
    destination.print = file->print;
    m_disk.run([onDisk = destination.onDisk, print = file->print] { *onDisk = print; });
    destination.saved = *theirs;
    destination.document->markSaved();
    Q_EMIT changed(row);
}

void Session::checkDisk()
{
    std::vector<Known> known;
    for (const auto &destination : m_destinations) {
        if (destination->print)
            known.push_back({destination->name, *destination->print});
    }
    m_disk.run(
        [folder = m_folder, known, seat = m_seat.number()] {
            return Look{changedFiles(folder, known), workspace::Seat::othersAreTaken(folder, seat)};
        },
        this,
        [this](const Look &look) {
            setShared(look.isShared);
            for (const Known &one : look.changed)
                takeOtherVersion(one.name, one.print);
        });
    if (m_draftsFail && !m_draftTimer.isActive())
        m_draftTimer.start(); // it may be mended by now
}

void Session::setShared(bool isShared)
{
    if (std::exchange(m_isShared, isShared) != isShared)
        Q_EMIT sharedChanged(isShared);
}

/// Where nothing is unsaved, theirs is shown, as a step that can be undone; else people decide.
void Session::takeOtherVersion(const QString &name, const workspace::Fingerprint &print)
{
    const int row = rowOf(name);
    if (row < 0 || at(row).print == print) // gone, or saved meanwhile
        return;
    if (isModified(row))
        Q_EMIT changedOnDisk(row);
    else if (document(row))
        loadTheirs(row);
}

} // namespace designer::ui
