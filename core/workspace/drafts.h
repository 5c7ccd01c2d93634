// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/folder.h"

#include <QDateTime>

#include <vector>

namespace designer::workspace {

/// Work on a connection that is not saved yet, kept apart from the saved file so that a crash costs
/// nobody more than a moment's typing.
struct Draft
{
    QString name; ///< of the connection's file
    std::string bytes; ///< the connection
    Fingerprint base; ///< of the file it was made from; empty: it was never saved
    QDateTime writtenAt;
};

/// The drafts of one program at a workspace, in a folder of their own under `.local`. Blocking; may be
/// used from any thread, for one name by one thread at a time.
class Drafts
{
public:
    Drafts() = default;
    /// \a place is the folder's name. Who shares the workspace with other programs asks a Seat for it.
    explicit Drafts(Folder folder, QString place = QStringLiteral("drafts"))
        : m_folder(std::move(folder)), m_place(std::move(place))
    { }

    [[nodiscard]] Status write(const Draft &draft) const;
    /// Nothing where there is none, or none that is a draft: such a file is set aside for people, as
    /// `NAME.json.unreadable`, and none that was set aside before is lost by it.
    [[nodiscard]] std::optional<Draft> read(const QString &name) const;
    [[nodiscard]] std::vector<Draft> all() const;
    void remove(const QString &name) const;
    /// For a draft that read() gives and that is no connection: keeps its file for people, likewise.
    void setAside(const QString &name) const;
    /// Moves all of \a other here. One that is here too, and says something else, gets a name that no
    /// connection has.
    void takeOver(const Drafts &other) const;

private:
    [[nodiscard]] QString fileOf(const QString &name) const;
    [[nodiscard]] QString pathOf(const QString &name) const;
    [[nodiscard]] QStringList names() const;
    void takeOver(const Drafts &other, const QString &name) const;

    Folder m_folder;
    QString m_place = QStringLiteral("drafts");
};

} // namespace designer::workspace
