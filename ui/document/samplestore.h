// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/event.h"
#include "finding/result.h"
#include "ui/document/ondisk.h"

#include <QObject>
#include <QSet>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace designer::ui {

class DiskQueue;

/// A sample event of the workspace.
struct Sample
{
    QString name;
    std::string text;
    OnDisk onDisk;
    std::shared_ptr<const event::Event> event; ///< null: it is no event
    std::optional<Error> error; ///< why not
    bool hasOriginal = false; ///< it was converted, and what it was made of is kept
    /// What it was made of while that is not on the disk yet. The disk's queue alone writes and reads it.
    std::shared_ptr<std::string> original = std::make_shared<std::string>();
    std::optional<std::string> saved; ///< what its file says, as far as we know; nothing: there is none
    std::optional<Error> notSaved; ///< why the text could not be saved when that was tried last

    [[nodiscard]] bool isSaved() const { return saved == text; }
};

/// A sample that was taken out, and what brings it back.
struct RemovedSample
{
    Sample sample;
    /// The name that its file has in the trash; empty: none. The disk's queue alone writes and reads it.
    std::shared_ptr<QString> trashed = std::make_shared<QString>();
};

/// The sample events of a workspace, by name. Each change is saved at once, by the disk's queue; what
/// could not be saved stays here and is tried again. Belongs to the window's thread.
class SampleStore : public QObject
{
    Q_OBJECT
public:
    /// \a disk outlives it.
    SampleStore(workspace::Folder folder, DiskQueue &disk, QObject *parent = nullptr);

    /// Reads the folder. What cannot be read is there all the same, with the reason.
    void read();

    [[nodiscard]] const std::vector<Sample> &all() const { return m_samples; }
    [[nodiscard]] const Sample *find(const QString &name) const; ///< null: none of that name
    /// Keeps \a text as a sample under a name like \a wish, with \a original beside it where that is
    /// not empty; gives the name.
    QString add(const QString &wish, const std::string &text, const std::string &original);
    /// Another of the same, with what it was converted from; gives its name.
    QString duplicate(const QString &name, const QString &wish);
    void change(const QString &name, const std::string &text);
    QString rename(const QString &name, const QString &wish);
    /// There has to be one of that name.
    RemovedSample remove(const QString &name);
    /// Gives its name, which is another one where its own was taken meanwhile.
    QString bringBack(const RemovedSample &removed);

    /// The names of those whose text is not in their file, or may not be: it is being saved.
    [[nodiscard]] QStringList unsaved() const;
    /// Tries again to save where that failed. Whether it went well is known when \a done is called, which
    /// happens also where there was nothing to do.
    void save(QObject *context, const std::function<void()> &done);
    void save();
    /// Those that are not saved say again what was saved of them; one that never was goes.
    void discard();
    /// Samples into which something was typed that they do not say yet: they do not follow others' files.
    void hold(const QSet<QString> &names) { m_held = names; }
    /// Looks whether somebody else changed or added files, and follows them.
    void check();
    /// Reads what a sample was converted from, after all that was asked of the disk before.
    void readOriginal(const QString &name, QObject *context,
                      const std::function<void(const Result<std::string> &)> &done);

Q_SIGNALS:
    void changed();
    void failed(const designer::Error &error);
    /// The text that \a name has now is in its file.
    void saved(const QString &name);
    /// Comes before changed().
    void renamed(const QString &from, const QString &to);
    /// Its file could not be renamed: \a wished has its old name, \a name, again.
    void notRenamed(const QString &wished, const QString &name);
    /// Somebody else changed the file of \a name, which shows that from now on; what was to be saved is
    /// kept as \a copy.
    void keptBeside(const QString &name, const QString &copy);
    /// Somebody else changed the file of \a name, which says now what is there.
    void followed(const QString &name);

private:
    using Iterator = std::vector<Sample>::iterator;

    // samplestore.cpp
    [[nodiscard]] Iterator search(const QString &name);
    [[nodiscard]] Iterator search(const OnDisk &onDisk);
    [[nodiscard]] QString freeName(const QString &wish) const;
    void insert(Sample sample);
    [[nodiscard]] Sample copyOf(const Sample &sample, const QString &to);

    // samplestoredisk.cpp
    void tell(const Status &status);
    void write(const Sample &sample);
    void written(const OnDisk &onDisk, const std::string &text, const Status &result);
    void notSaved(Sample &sample, const Error &why);
    void await(QObject *context, const std::function<void()> &done);
    void keepBeside(const QString &name, const Error &why);
    void takeTheirs(const QString &name, const Result<workspace::StoredFile> &theirs, const Error &why);
    void stays(const OnDisk &onDisk, const QString &name, const Error &why);
    void notThrownAway(const Sample &sample, const Error &why);
    void follow(const std::vector<Sample> &theirs, bool isListKnown);
    void follow(Sample &sample, const Sample &theirs);

    workspace::Folder m_folder;
    DiskQueue &m_disk;
    std::vector<Sample> m_samples; ///< in the order in which they are listed
    QSet<QString> m_held;
    QStringList m_leaving; ///< names that the disk's queue is about to take from files
    int m_moves = 0; ///< so often one came, went, or was given another name
};

} // namespace designer::ui
