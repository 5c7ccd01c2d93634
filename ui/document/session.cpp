// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/session.h"

#include "connection/importformats.h"
#include "json/text.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>
#include <utility>

namespace designer::ui {

namespace {

using workspace::FileKind;

/// Work is in a draft at the latest so long after the key that did it.
constexpr std::chrono::milliseconds draftDelay{1000};

Result<connection::Connection> putTogether(const connection::TakenApart &parts)
{
    return connection::putTogether(parts.shell, parts.body, parts.form);
}

} // namespace

QString Destination::title() const
{
    QString label = json::toQString(shown().label()).trimmed();
    if (!label.isEmpty())
        return label;
    QString id = json::toQString(shown().id()).trimmed();
    return id.isEmpty() ? name : id;
}

Session::Session(const workspace::Folder &folder, QObject *parent)
    : QObject(parent), m_folder(folder), m_drafts(m_seat.drafts(folder)),
      m_state(workspace::LocalState::read(folder)), m_writtenState(m_state), m_samples(folder, m_disk)
{
    static_cast<void>(takeSeat()); // tried again, and told, when there is something to write
    m_isShared = workspace::Seat::othersAreTaken(m_folder, m_seat.number());
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftDelay);
    connect(&m_draftTimer, &QTimer::timeout, this, &Session::writeDrafts);
    readDestinations();
    connect(&m_samples, &SampleStore::renamed, this, &Session::renameRemembered);
    m_samples.read();
    restoreDrafts();
}

Session::~Session()
{
    flush();
    finish();
}

/// A sample has another name.
void Session::renameRemembered(const QString &from, const QString &to)
{
    for (auto &[connection, remembered] : m_state.connections) {
        if (remembered.sample == from)
            remembered.sample = to;
    }
}

void Session::readDestinations()
{
    for (const QString &name : m_state.ordered(m_folder.names(FileKind::Connection))) {
        auto destination = std::make_unique<Destination>();
        destination->name = name;
        Result<workspace::StoredFile> file = m_folder.read(FileKind::Connection, name);
        if (file) {
            destination->print = file->print;
            *destination->onDisk = file->print;
            auto loaded = connection::Connection::load(std::move(file->bytes),
                                                       m_folder.filePath(FileKind::Connection, name));
            if (loaded)
                destination->saved = std::move(loaded).value();
            else
                destination->unreadable = loaded.error();
        } else {
            destination->unreadable = file.error();
        }
        m_destinations.push_back(std::move(destination));
    }
}

void Session::restoreDrafts()
{
    m_seat.takeOverAbandoned(m_folder);
    std::vector<workspace::Draft> drafts = m_drafts.all();
    // Those that need a name of their own come last, when all other names are known.
    std::stable_partition(drafts.begin(), drafts.end(), [this](const workspace::Draft &draft) {
        const int row = rowOf(draft.name);
        return row < 0 || !at(row).unreadable;
    });
    for (const workspace::Draft &draft : drafts)
        restoreDraft(draft);
}

void Session::restoreDraft(const workspace::Draft &draft)
{
    Result<connection::Connection> kept
        = connection::Connection::load(draft.bytes, m_folder.filePath(FileKind::Connection, draft.name));
    if (!kept) {
        m_drafts.setAside(draft.name); // the next draft is not to take its place
        return;
    }
    if (isSaved(draft)) // it could not be deleted when it was
        return m_drafts.remove(draft.name);
    const int row = rowOf(draft.name);
    if (row < 0)
        return restoreAs(draft.name, *kept);
    if (at(row).unreadable)
        return restoreAs(movedDraft(draft), *kept);
    Destination &destination = *m_destinations[static_cast<std::size_t>(row)];
    ConnectionDocument *const restored = document(row);
    // What was begun on an older file is saved over a newer one only when asked for.
    destination.print = draft.base;
    *destination.onDisk = draft.base;
    restored->become(tr("Bring back unsaved work"), *kept);
    destination.restored = true;
    m_draftRevisions[draft.name] = restored->revision() + 1;
}

/// Also under the name of another: of two drafts of one destination, one gets a name of its own.
bool Session::isSaved(const workspace::Draft &draft) const
{
    return std::any_of(m_destinations.begin(), m_destinations.end(), [&](const auto &destination) {
        return destination->print && !destination->unreadable && destination->saved.bytes() == draft.bytes;
    });
}

/// As a destination of its own: there is no file that it could be unsaved work on.
void Session::restoreAs(const QString &name, const connection::Connection &kept)
{
    auto destination = std::make_unique<Destination>();
    destination->name = name;
    destination->saved = madeUnique(kept); // the second version of one that was edited twice
    destination->restored = true;
    m_destinations.push_back(std::move(destination));
    static_cast<void>(document(count() - 1));
    m_draftRevisions[name] = 0; // there is one, and it is written again
}

/// What was done to a file that cannot be read now gets a name of its own, so that it neither is lost
/// nor gets in the way of the file when that is mended. The old draft goes when there is a new one.
QString Session::movedDraft(const workspace::Draft &draft)
{
    QString name = freeName(tr("%1 (unsaved)").arg(draft.name));
    if (m_seat.number() > 0 && m_drafts.write({name, draft.bytes, {}, draft.writtenAt}))
        m_drafts.remove(draft.name);
    return name;
}

workspace::RememberedConnection &Session::remembered(const QString &name)
{
    return m_state.connections[name];
}

int Session::rowOf(const QString &name) const
{
    const auto found = std::find_if(m_destinations.begin(), m_destinations.end(),
                                    [&](const auto &destination) { return destination->name == name; });
    return found == m_destinations.end() ? -1 : static_cast<int>(found - m_destinations.begin());
}

ConnectionDocument *Session::document(int row)
{
    if (row < 0 || row >= count())
        return nullptr;
    Destination &destination = *m_destinations[static_cast<std::size_t>(row)];
    if (!destination.document && !destination.unreadable) {
        destination.document = std::make_unique<ConnectionDocument>(destination.saved);
        if (!destination.print)
            destination.document->undoStack().resetClean();
        watch(destination);
    }
    return destination.document.get();
}

void Session::watch(Destination &destination)
{
    const QString name = destination.name;
    connect(destination.document.get(), &ConnectionDocument::changed, this, [this, name] {
        if (!m_draftTimer.isActive())
            m_draftTimer.start();
        const int row = rowOf(name);
        if (row >= 0)
            m_destinations[static_cast<std::size_t>(row)]->restored = false;
        Q_EMIT changed(row);
    });
    connect(destination.document.get(), &ConnectionDocument::modifiedChanged, this,
            [this, name] { Q_EMIT changed(rowOf(name)); });
}

bool Session::isModified(int row) const
{
    const Destination &destination = at(row);
    return !destination.print || (destination.document && destination.document->isModified());
}

QStringList Session::modifiedTitles() const
{
    QStringList out;
    for (int row = 0; row < count(); ++row) {
        if (isModified(row) && !at(row).unreadable)
            out << at(row).title();
    }
    return out;
}

bool Session::isIdTaken(const std::string &id, int exceptRow) const
{
    for (int row = 0; row < count(); ++row) {
        if (row != exceptRow && at(row).shown().id() == id)
            return true;
    }
    return false;
}

void Session::writeDrafts()
{
    for (int row = 0; row < count(); ++row) {
        const ConnectionDocument *const edited = at(row).document.get();
        const auto drafted = m_draftRevisions.find(at(row).name);
        const bool isDrafted = drafted != m_draftRevisions.end();
        if (!edited || !isModified(row)) {
            if (isDrafted) // the work was taken back
                removeDraft(at(row).name);
            continue;
        }
        const quint64 revision = edited->revision() + 1; // 0 is no draft at all
        if (isDrafted && drafted->second == revision)
            continue;
        m_draftRevisions[at(row).name] = revision;
        writeDraft(at(row), edited->parts());
    }
    forgetDraftsFailure();
}

void Session::writeDraft(const Destination &destination, const connection::TakenApart &parts)
{
    if (const Status seated = takeSeat(); !seated)
        return tellDrafts(seated);
    m_disk.run(
        [drafts = m_drafts, parts, name = destination.name, onDisk = destination.onDisk] {
            const auto whole = putTogether(parts);
            const workspace::Fingerprint base = onDisk->value_or(workspace::Fingerprint());
            return whole ? drafts.write({name, whole->bytes(), base, QDateTime::currentDateTimeUtc()}) : ok();
        },
        this, [this](const Status &status) { tellDrafts(status); });
}

/// A folder that could not be written when it was opened may be writable by now.
Status Session::takeSeat()
{
    if (m_seat.number() > 0)
        return ok();
    Result<workspace::Seat> seat = workspace::Seat::take(m_folder);
    if (!seat)
        return seat.error();
    m_seat = std::move(seat).value();
    m_drafts = m_seat.drafts(m_folder);
    return ok();
}

void Session::removeDraft(const QString &name)
{
    m_draftRevisions.erase(name);
    if (m_seat.number() > 0)
        m_disk.run([drafts = m_drafts, name] { drafts.remove(name); });
}

/// Says that something is wrong when it begins to be, and when it ends.
void Session::tellDrafts(const Status &status)
{
    for (auto &[name, revision] : m_draftRevisions) {
        if (!status)
            revision = 0; // none of them can be relied on, and older ones may be there
    }
    const bool isMissed = !status && !modifiedTitles().isEmpty(); // by what is not saved
    if (!isMissed && !m_draftsFail)
        return;
    m_draftsFail = isMissed;
    Q_EMIT draftsFailed(isMissed ? std::optional(status.error()) : std::nullopt);
}

/// Where all is saved, nothing needs a draft.
void Session::forgetDraftsFailure()
{
    if (m_draftsFail && modifiedTitles().isEmpty())
        tellDrafts(ok());
}

void Session::discardAll()
{
    m_draftTimer.stop();
    for (auto &destination : m_destinations) {
        removeDraft(destination->name);
        if (destination->document)
            destination->document->markSaved();
    }
    m_samples.discard();
}

void Session::flush()
{
    if (m_draftTimer.isActive()) {
        m_draftTimer.stop();
        writeDrafts();
    }
    m_disk.run([state = m_state, before = std::exchange(m_writtenState, m_state), folder = m_folder] {
        static_cast<void>(state.writeChanges(folder, before));
    });
}

void Session::keepDrafts(QObject *context, const std::function<void()> &done)
{
    m_draftTimer.stop();
    writeDrafts();
    await(context, done);
}

void Session::await(QObject *context, const std::function<void()> &done)
{
    m_disk.run([] { return true; }, context, [done](bool) { done(); });
}

void Session::finish()
{
    m_disk.finish();
}

} // namespace designer::ui
