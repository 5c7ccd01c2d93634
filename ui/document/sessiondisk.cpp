// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/session.h"

#include <utility>

namespace designer::ui {

namespace {

using workspace::FileKind;

struct Written
{
    connection::Connection what;
    Result<workspace::Fingerprint> print;
    bool isGone = false; ///< the file that it was to be written over
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
        return {{}, whole.error(), false};
    const auto known = over == Session::Over::Anything ? printThere(folder, name) : onDisk;
    auto print = folder.save(FileKind::Connection, name, whole->bytes(), known);
    const bool isGone = !print && print.error().code == ErrorCode::FileChanged && !printThere(folder, name);
    if (print)
        onDisk = *print;
    else if (isGone)
        onDisk.reset();
    return {std::move(whole).value(), std::move(print), isGone};
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
                   if (result.isGone)
                       takeGone(name, result.print.error());
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
    destination.gone.reset();
    if (destination.document->revision() == revision) {
        destination.document->markSaved();
        removeDraft(name);
        forgetDraftsFailure();
    }
    Q_EMIT saved(row);
    Q_EMIT changed(row);
}

} // namespace designer::ui
