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

/// The drafts of one workspace, in `.local/drafts`. Blocking; may be used from any thread, for one
/// name by one thread at a time.
class Drafts
{
public:
    Drafts() = default;
    explicit Drafts(Folder folder) : m_folder(std::move(folder)) { }

    [[nodiscard]] Status write(const Draft &draft) const;
    /// Nothing where there is none, or none that is a draft: such a file is set aside for people, as
    /// `NAME.json.unreadable`, and none that was set aside before is lost by it.
    [[nodiscard]] std::optional<Draft> read(const QString &name) const;
    [[nodiscard]] std::vector<Draft> all() const;
    void remove(const QString &name) const;

private:
    [[nodiscard]] QString pathOf(const QString &name) const;

    Folder m_folder;
};

} // namespace designer::workspace
