// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/connectiondocument.h"
#include "ui/document/diskqueue.h"
#include "ui/document/samplestore.h"
#include "workspace/drafts.h"
#include "workspace/folder.h"
#include "workspace/localstate.h"
#include "workspace/seat.h"

#include <QSet>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace designer::ui {

/// A destination of the list: a connection's file, and the document where it is open.
struct Destination
{
    QString name; ///< of its file
    connection::Connection saved; ///< as it is on the disk, as far as we know
    std::optional<workspace::Fingerprint> print; ///< of that; nothing: it was never saved
    OnDisk onDisk = std::make_shared<OnDisk::element_type>(); ///< the same, for the disk's queue
    std::unique_ptr<ConnectionDocument> document; ///< null: nobody has looked at it yet
    std::optional<Error> unreadable; ///< why there is no connection in the file
    std::optional<workspace::Fingerprint> refused; ///< of another's version that cannot be read, and was told
    /// What its file came to, which somebody else deleted or moved; nothing: it is there, or never was. What
    /// is shown stays, and counts as never saved.
    std::optional<workspace::Fingerprint> gone;
    /// The name that its file has in the trash while it is out of the list; empty: it has none there.
    /// The disk's queue alone writes and reads it.
    std::shared_ptr<QString> trashed = std::make_shared<QString>();
    bool restored = false; ///< holds work that an earlier run could not save, as it came back

    [[nodiscard]] const connection::Connection &shown() const { return document ? document->shell() : saved; }
    /// What it is called wherever it is listed: its label, else its ID as that is now, else its name.
    [[nodiscard]] QString title() const;
};

/// An open workspace: its destinations, in their order, with their documents; its samples; what is
/// remembered about them. All that touches the disk after opening goes through a queue of its own
/// and never holds the window up. Belongs to the window's thread.
class Session : public QObject
{
    Q_OBJECT
public:
    /// Reads the folder. What cannot be read is in the list all the same, with the reason.
    explicit Session(const workspace::Folder &folder, QObject *parent = nullptr);
    ~Session() override;
    Q_DISABLE_COPY_MOVE(Session)

    [[nodiscard]] const workspace::Folder &folder() const { return m_folder; }
    [[nodiscard]] workspace::LocalState &state() { return m_state; }
    [[nodiscard]] const workspace::LocalState &state() const { return m_state; }
    [[nodiscard]] workspace::RememberedConnection &remembered(const QString &name);

    [[nodiscard]] int count() const { return static_cast<int>(m_destinations.size()); }
    [[nodiscard]] const Destination &at(int row) const
    {
        return *m_destinations[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] int rowOf(const QString &name) const; ///< -1: none of that name
    /// The document of a destination that can be read; made when it is first asked for.
    [[nodiscard]] ConnectionDocument *document(int row);
    [[nodiscard]] bool isModified(int row) const;
    /// Whether unsaved work cannot be kept apart from the saved files at the moment.
    [[nodiscard]] bool draftsFail() const { return m_draftsFail; }
    [[nodiscard]] QStringList modifiedTitles() const;
    /// Whether another destination than \a exceptRow has this endpoint id.
    [[nodiscard]] bool isIdTaken(const std::string &id, int exceptRow) const;

    /// Adds a destination at the end and gives its row. Label and id are made unlike those that are
    /// there. It is not saved yet. Can be undone, as all edits of the list.
    int add(const connection::Connection &connection);
    void remove(int row);
    /// The title of what the list's last step removed, which an undo brings back; nothing: it did something
    /// else.
    [[nodiscard]] std::optional<QString> lastDeleted() const;
    void move(int from, int to);
    /// The history of the list itself.
    [[nodiscard]] QUndoStack &listHistory() { return m_listHistory; }

    /// What a save may write over: the version that it was made from, or whatever is there.
    enum class Over { Known, Anything };
    /// Saves what is in the document now; saved() or saveFailed() says how it went.
    void save(int row);
    /// After saveFailed() with FileChanged: writes over what is there now.
    void saveOver(int row);
    /// The other way out: the document becomes what is on the disk, as a step that can be undone, as
    /// soon as it is read. changed(), theirsRefused() or goneChanged() says how it went.
    void loadTheirs(int row);
    /// Looks whether other windows are open, and whether somebody else changed, added or deleted files: what
    /// is not being edited follows the changes, of the rest changedOnDisk() tells, and of files that are gone
    /// goneChanged(); what could not be read is read anew.
    /// Asked for when the window comes to the front.
    void checkDisk();
    /// Drops unsaved work for good, and its draft: the program ends. Samples are as they were saved.
    void discardAll();
    /// Until all that was asked of the disk is done.
    void finish();

    /// Whether other windows have this workspace open. Each keeps its unsaved work apart, and saves
    /// over what another saved only where people say so.
    [[nodiscard]] bool isShared() const { return m_isShared; }

    [[nodiscard]] SampleStore &samples() { return m_samples; }
    [[nodiscard]] const SampleStore &samples() const { return m_samples; }

    /// Writes drafts and what is remembered now instead of soon.
    void flush();
    /// Writes drafts now; whether they are kept, draftsFail() says when \a done is called.
    void keepDrafts(QObject *context, const std::function<void()> &done);
    /// Calls \a done when all that was asked of the disk until now is answered.
    void await(QObject *context, const std::function<void()> &done);

Q_SIGNALS:
    // Each before the list changes, while it is as it was, and after.
    void aboutToInsert(int row);
    void inserted(int row);
    void aboutToRemove(int row);
    void removed(int row);
    void aboutToMove(int from, int to); ///< \a to is the row that it has afterwards
    void moved(int from, int to);
    void added(int row); ///< after inserted(), where people put it in, or brought it back
    void appeared(int row); ///< after inserted(), where somebody else's file is new
    void changed(int row); ///< what the list shows of it
    /// What could not be read has been read anew: there is a connection now, or another reason why not.
    void reread(int row);
    void saved(int row);
    void saveFailed(int row, const designer::Error &error);
    /// Something else went wrong with a destination, and the message says what: a deletion failed (what is
    /// on the disk all the same is in the list again), a file did not come back from the trash, another's
    /// version cannot be read. \a row is -1 where too much was done to the list since.
    void failed(int row, const designer::Error &error);
    /// Somebody else changed the file of a destination that has unsaved work.
    void changedOnDisk(int row);
    /// loadTheirs() could not: what is shown is what it was.
    void theirsRefused(int row, const designer::Error &error);
    /// Somebody else deleted or moved the file of a destination, or it is back: see Destination::gone.
    void goneChanged(int row);
    void sharedChanged(bool isShared);
    /// Unsaved work cannot be kept apart from the saved file at the moment; nothing: it can again.
    void draftsFailed(const std::optional<designer::Error> &error);

private:
    friend class ListCommand;
    void readDestinations();
    void restoreDrafts();
    void restoreDraft(const workspace::Draft &draft);
    [[nodiscard]] bool isSaved(const workspace::Draft &draft) const;
    void restoreAs(const QString &name, const connection::Connection &kept);
    [[nodiscard]] QString movedDraft(const workspace::Draft &draft);
    void renameRemembered(const QString &from, const QString &to);
    void watch(Destination &destination);
    void write(int row, Over over);
    void written(const QString &name, quint64 revision, const connection::Connection &what,
                 const Result<workspace::Fingerprint> &result);
    [[nodiscard]] Status takeSeat();
    void writeDrafts();
    void writeDraft(const Destination &destination, const connection::TakenApart &parts);
    void removeDraft(const QString &name);
    void tellDrafts(const Status &status);
    void forgetDraftsFailure();
    void setShared(bool isShared);
    void takeOtherVersion(const QString &name, const workspace::Fingerprint &print,
                          const Result<connection::Connection> &theirs);
    void takeNew(const QString &name, const workspace::Fingerprint &print,
                 const Result<connection::Connection> &theirs);
    void takeMended(int row, const workspace::Fingerprint &print,
                    const Result<connection::Connection> &theirs);
    void tellRefused(int row, const Error &why);
    void takeGone(const QString &name, const Error &why);
    void takeBack(const QString &name);
    void takeUnreadable(int row, const Error &why);
    void loaded(int row, const workspace::Fingerprint &print, const Result<connection::Connection> &theirs);
    void adopt(int row, const workspace::Fingerprint &print, const Result<connection::Connection> &theirs);
    [[nodiscard]] QString freeName(const QString &wish) const;
    void rememberOrder();
    void insertAt(int row, std::unique_ptr<Destination> destination);
    void broughtBack(const QString &name, const std::optional<workspace::Fingerprint> &print,
                     const Status &status);
    [[nodiscard]] std::unique_ptr<Destination> takeAt(int row);
    void notThrownAway(const QString &name, const QString &label, const Error &why);
    [[nodiscard]] const Destination *lastRemoved() const;
    void shift(int from, int to);
    [[nodiscard]] connection::Connection madeUnique(const connection::Connection &connection) const;

    workspace::Folder m_folder;
    workspace::Seat m_seat;
    workspace::Drafts m_drafts;
    workspace::LocalState m_state;
    workspace::LocalState m_writtenState; ///< as it was read or written last
    bool m_isShared = false;
    bool m_draftsFail = false;
    std::vector<std::unique_ptr<Destination>> m_destinations;
    QSet<QString> m_usedNames; ///< of files whose destinations were deleted
    QSet<QString> m_stillThere; ///< of files that could not be deleted, and are not in the list
    QUndoStack m_listHistory;
    DiskQueue m_disk;
    SampleStore m_samples;
    QTimer m_draftTimer;
    std::map<QString, quint64> m_draftRevisions; ///< of what the drafts hold
};

} // namespace designer::ui
