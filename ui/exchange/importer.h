// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/connection.h"
#include "event/conversion.h"
#include "ui/document/diskqueue.h"

#include <QObject>
#include <QStringList>

#include <string>
#include <variant>
#include <vector>

class QMimeData;

namespace designer::ui {

/// A connection that came in, and what was done to read it.
struct ImportedConnection
{
    connection::Connection connection;
    QStringList notes;
};
/// An event that came in, as it came: whoever keeps it converts it.
struct ImportedEvent
{
    QString name; ///< of its file; empty where it was pasted
    std::string text;
    event::Shape shape = event::Shape::Canonical;
};
using ImportedThing = std::variant<ImportedConnection, ImportedEvent>;

/// Decides what \a bytes are: one connection, parts of one, a list of whole connections, or an event.
/// Errors: those of connection::imported() and event::convert().
[[nodiscard]] Result<std::vector<ImportedThing>> importedThings(const std::string &bytes,
                                                                const QString &name = {});

/// Reads what is dropped, pasted or chosen, off the window's thread, and says what it was.
class Importer : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Whether there is something in it that could be read: files of this computer, or text.
    [[nodiscard]] static bool accepts(const QMimeData &data);
    void read(const QMimeData &data);
    void readFiles(const QStringList &paths);
    void readText(const std::string &bytes, const QString &name = {});

Q_SIGNALS:
    void connectionRead(const designer::ui::ImportedConnection &imported);
    void eventRead(const designer::ui::ImportedEvent &imported);
    void failed(const designer::Error &error);

private:
    void tell(const Result<std::vector<ImportedThing>> &things);

    DiskQueue m_disk;
};

} // namespace designer::ui
