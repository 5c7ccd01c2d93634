// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/diskqueue.h"
#include "ui/samples/sampledrafts.h"
#include "ui/samples/sampleediting.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace designer::ui {

/// That nothing of the samples' page is lost: what is in no sample's file is put aside on this computer as
/// long as it is so, and is there again the next time, whatever became of the window. Belongs to the window's
/// thread; the files are read and written on the disk's queue.
class SampleKeeping : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    SampleKeeping(SampleEditing &editing, DiskQueue &disk, QObject *parent = nullptr);
    ~SampleKeeping() override;
    Q_DISABLE_COPY_MOVE(SampleKeeping)

    /// There is a session: what earlier windows left comes among its entries.
    void begin();
    /// Before the session goes. The place is free for others when all is written.
    void leave();
    /// The names of what is not kept: samples that are not saved, and what is neither saved nor put aside.
    [[nodiscard]] QStringList unkept() const;
    /// Tries to keep all of that; how it went is known when \a done is called.
    void keep(const std::function<void()> &done);

Q_SIGNALS:
    /// It cannot be put aside at the moment.
    void failed(const designer::Error &error);

private:
    void takeLeft(const std::vector<SampleDraft> &left);
    void write();
    void holdBack();
    void written(const Status &status);
    void awaitDisk(const std::function<void()> &done);
    [[nodiscard]] std::vector<SampleDraft> drafts() const;
    [[nodiscard]] std::map<QString, std::string> unsavedTexts() const;
    [[nodiscard]] SampleDraft draftOf(const QString &name, const std::string &text) const;
    [[nodiscard]] bool isPutAside(const QString &name) const;

    SampleEditing &m_editing;
    SampleEntries &m_entries;
    DiskQueue &m_disk;
    QTimer m_typing; ///< goes on while keys come: what is typed without a pause is put aside meanwhile
    std::shared_ptr<SampleDrafts> m_drafts; ///< null: no session. The disk's queue alone uses it
    bool m_isLeftTaken = false; ///< what earlier windows left is here
    /// As the place has them when all is written that was asked for; nothing: writing them failed.
    std::optional<std::vector<SampleDraft>> m_written = std::vector<SampleDraft>();
    int m_writes = 0; ///< under way
};

} // namespace designer::ui
