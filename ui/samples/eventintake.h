// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/error.h"
#include "ui/common/prompter.h"
#include "ui/document/diskqueue.h"
#include "ui/samples/pastedevent.h"

#include <QObject>

class QMimeData;
class QWidget;

namespace designer::ui {

/// The ways by which events come into the samples' page: the clipboard, files, drops. Belongs to the window's
/// thread; files are read on the disk's queue.
class EventIntake : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it. Questions are asked over \a page, its parent.
    EventIntake(Prompter &prompter, DiskQueue &disk, QWidget *page);

    void paste();
    void open();
    void drop(const QMimeData &dropped);
    /// \a name is empty: it is named after what it says.
    void take(const std::string &text, const QString &name);

Q_SIGNALS:
    /// Also what does not read as an event.
    void came(const designer::ui::PastedEvent &event);
    void nothingCame();
    void connectionCame(const std::string &text);
    void failed(const designer::Error &error);

private:
    void read(const QString &path);

    Prompter &m_prompter;
    DiskQueue &m_disk;
    QWidget *m_page; ///< the parent
};

} // namespace designer::ui
