// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/session.h"

#include "ui/document/blank.h"
#include "ui/document/listcommand.h"
#include "ui/document/throwaway.h"
#include "json/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

#include <utility>

namespace designer::ui {

namespace {

using workspace::FileKind;

/// Work that was never saved goes to the trash beside the file. True: it is there, or there was none.
bool keepUnsaved(const workspace::Folder &folder, const QString &name,
                 const std::optional<connection::TakenApart> &parts)
{
    if (!parts)
        return true;
    const auto whole = connection::putTogether(parts->shell, parts->body, parts->form);
    const QString time = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    return whole
        && folder.saveLocal(QStringLiteral("trash/unsaved/%1 %2.json").arg(name.left(150), time),
                            whole->bytes());
}

struct Back
{
    OnDisk::element_type print; ///< of the file that it has now
    Status status;
};

Error notBroughtBack(Error why)
{
    why.message = QCoreApplication::translate("Session", "Its file did not come back from the trash: %1")
                      .arg(why.message);
    return why;
}

Back bringBack(const workspace::Folder &folder, const QString &name, OnDisk::element_type &onDisk,
               QString &trashed)
{
    if (trashed.isEmpty())
        return {onDisk, ok()};
    const Status restored = folder.restore(FileKind::Connection, name, std::exchange(trashed, {}));
    if (restored)
        return {onDisk, ok()};
    onDisk.reset();
    return {{}, notBroughtBack(restored.error())};
}

} // namespace

/// What is blank stays so: it is called by something else, or asked for.
connection::Connection Session::madeUnique(const connection::Connection &connection) const
{
    const std::string label = connection.label();
    const std::string id = connection.id();
    if (isBlank(id) || !isIdTaken(id, -1))
        return connection;
    int number = 2;
    while (isIdTaken(id + '-' + std::to_string(number), -1))
        ++number;
    const std::string suffix = std::to_string(number);
    const auto named = isBlank(label)
        ? Result<connection::Connection>(connection)
        : connection::withText(connection, connection::key::label, label + ' ' + suffix);
    const auto made = named ? connection::withText(*named, connection::key::id, id + '-' + suffix) : named;
    return made ? *made : connection;
}

/// Not on the disk, nor one that somebody has who is not saved yet, or who is deleted now and may come
/// back. A number goes behind what can be a file's name, which not all that is wished for can.
QString Session::freeName(const QString &wish) const
{
    const QString free = m_folder.freeName(FileKind::Connection, wish);
    QString name = free;
    const auto isTaken = [&] {
        return m_usedNames.contains(name) || rowOf(name) >= 0
            || QFileInfo::exists(m_folder.filePath(FileKind::Connection, name));
    };
    for (int i = 2; isTaken(); ++i)
        name = free + QLatin1Char('-') + QString::number(i);
    return name;
}

int Session::add(const connection::Connection &connection)
{
    auto destination = std::make_unique<Destination>();
    destination->saved = madeUnique(connection);
    const std::string id = destination->saved.id();
    destination->name = freeName(json::toQString(id.empty() ? "connection" : id));
    m_listHistory.push(ListCommand::adding(*this, std::move(destination)));
    return count() - 1;
}

void Session::remove(int row)
{
    m_listHistory.push(ListCommand::removing(*this, row));
}

std::optional<QString> Session::lastDeleted() const
{
    const auto *const last
        = dynamic_cast<const ListCommand *>(m_listHistory.command(m_listHistory.index() - 1));
    return last && last->isRemoval() && last->outside() ? std::optional(last->outside()->title())
                                                        : std::nullopt;
}

void Session::move(int from, int to)
{
    if (from != to && to >= 0 && to < count())
        m_listHistory.push(ListCommand::moving(*this, from, to));
}

void Session::insertAt(int row, std::unique_ptr<Destination> destination)
{
    const QString name = destination->name;
    m_stillThere.remove(name);
    m_disk.run([folder = m_folder, name, onDisk = destination->onDisk,
                trashed = destination->trashed] { return bringBack(folder, name, *onDisk, *trashed); },
               this, [this, name](const Back &back) { broughtBack(name, back.print, back.status); });
    Q_EMIT aboutToInsert(row);
    m_destinations.insert(m_destinations.begin() + row, std::move(destination));
    rememberOrder();
    Q_EMIT inserted(row);
    Q_EMIT added(row);
    if (!m_draftTimer.isActive())
        m_draftTimer.start();
}

/// One whose file did not come with it is unsaved work from now on.
void Session::broughtBack(const QString &name, const std::optional<workspace::Fingerprint> &print,
                          const Status &status)
{
    const int row = rowOf(name);
    if (row < 0)
        return;
    Destination &destination = *m_destinations[static_cast<std::size_t>(row)];
    if (std::exchange(destination.print, print) != print) {
        if (ConnectionDocument *const unsaved = document(row); unsaved && !print)
            unsaved->undoStack().resetClean();
        if (!m_draftTimer.isActive())
            m_draftTimer.start();
        Q_EMIT changed(row);
    }
    if (!status)
        Q_EMIT failed(row, status.error());
}

std::unique_ptr<Destination> Session::takeAt(int row)
{
    const ConnectionDocument *const modified = isModified(row) ? document(row) : nullptr;
    const std::optional<connection::TakenApart> unsaved
        = modified ? std::optional(modified->parts()) : std::nullopt;
    Q_EMIT aboutToRemove(row);
    const auto place = m_destinations.begin() + row;
    std::unique_ptr<Destination> out = std::move(*place);
    const QString name = out->name;
    m_usedNames.insert(name);
    m_destinations.erase(place);
    m_draftRevisions.erase(name);
    m_disk.run(
        [folder = m_folder, name, unsaved, isUnreadable = out->unreadable.has_value(), onDisk = out->onDisk,
         trashed = out->trashed, drafts = m_seat.number() > 0 ? std::optional(m_drafts) : std::nullopt] {
            const bool isThere = isUnreadable || onDisk->has_value();
            Status thrown = isThere ? throwAway(folder, FileKind::Connection, name, *onDisk, *trashed) : ok();
            if (thrown && drafts && keepUnsaved(folder, name, unsaved))
                drafts->remove(name);
            return thrown;
        },
        this,
        [this, name, title = out->title()](const Status &thrown) {
            if (!thrown)
                notThrownAway(name, title, thrown.error());
        });
    rememberOrder();
    Q_EMIT removed(row);
    forgetDraftsFailure();
    return out;
}

/// What is on the disk all the same is in the list again, unless more was done to the list since.
void Session::notThrownAway(const QString &name, const QString &label, const Error &why)
{
    if (rowOf(name) >= 0) // people brought it back meanwhile
        return;
    m_stillThere.insert(name);
    for (const Destination *last = lastRemoved(); last && m_stillThere.contains(last->name);
         last = lastRemoved())
        m_listHistory.undo();
    Q_EMIT failed(rowOf(name),
                  {ErrorCode::FileNotWritten, tr("“%1” could not be deleted: %2").arg(label, why.message),
                   why.wayOut, why.file, std::nullopt});
}

/// By the last step of the list's history; null: that was another.
const Destination *Session::lastRemoved() const
{
    const int last = m_listHistory.index() - 1;
    // All its steps are such.
    return last < 0 ? nullptr : static_cast<const ListCommand *>(m_listHistory.command(last))->outside();
}

void Session::shift(int from, int to)
{
    Q_EMIT aboutToMove(from, to);
    std::unique_ptr<Destination> shifted = std::move(m_destinations[static_cast<std::size_t>(from)]);
    m_destinations.erase(m_destinations.begin() + from);
    m_destinations.insert(m_destinations.begin() + to, std::move(shifted));
    rememberOrder();
    Q_EMIT moved(from, to);
}

void Session::rememberOrder()
{
    m_state.order.clear();
    for (const auto &destination : m_destinations)
        m_state.order << destination->name;
}

} // namespace designer::ui
