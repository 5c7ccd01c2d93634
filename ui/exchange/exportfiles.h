// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/exportformats.h"
#include "ui/common/prompter.h"
#include "ui/document/diskqueue.h"

#include <QObject>

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

    void save(const connection::Connection &connection, const std::string &text);
    /// Writes over no file that is there.
    void saveParts(const connection::Connection &connection, const std::array<std::string, 3> &parts);

Q_SIGNALS:
    /// The file, or the folder of the parts.
    void saved(const QString &path);
    void failed(const designer::Error &error);

private:
    void write(const QString &path, const std::function<Status()> &job);

    Prompter &m_prompter;
    QWidget *m_window;
    DiskQueue m_disk;
};

} // namespace designer::ui
