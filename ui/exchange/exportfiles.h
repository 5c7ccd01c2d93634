// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/exportformats.h"
#include "ui/common/prompter.h"
#include "ui/document/diskqueue.h"

#include <QObject>

#include <functional>

namespace designer::ui {

/// Saves what is exported where people say, off the window's thread: one text in one file, Hardal's
/// parts each in a file of its own.
class ExportFiles : public QObject
{
    Q_OBJECT
public:
    /// \a prompter outlives it, and asks above \a window.
    ExportFiles(Prompter &prompter, QWidget *window);

    /// What the file is called: the id of \a connection, and "-headers" or so for a part.
    [[nodiscard]] static QString fileName(const connection::Connection &connection, const QString &part = {});

    /// Told of the file, or of the folder of the parts, once it is all there: a disk may take its time.
    using Saved = std::function<void(const QString &path)>;
    void save(const connection::Connection &connection, const std::string &text, const Saved &saved);
    /// Writes over no file that is there.
    void saveParts(const connection::Connection &connection, const std::array<std::string, 3> &parts,
                   const Saved &saved);

Q_SIGNALS:
    void failed(const designer::Error &error);

private:
    void write(const QString &path, const std::function<Status()> &job, const Saved &saved);

    Prompter &m_prompter;
    QWidget *m_window;
    DiskQueue m_disk;
};

} // namespace designer::ui
