// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/folder.h"

#include <QDateTime>

#include <map>

namespace designer::workspace {

/// The last test of a connection that was accepted.
struct GreenTest
{
    Fingerprint of; ///< of what its outcome hangs on (testrun::testedPrint()), as it was tested
    QDateTime at;
    bool live = false; ///< else it was the sandbox that accepted it
    bool operator==(const GreenTest &) const = default;
};

/// What the window remembers about one connection.
struct RememberedConnection
{
    QString page;
    QString sample;
    std::optional<GreenTest> greenTest;
    bool operator==(const RememberedConnection &) const = default;
};

/// What the window remembers of a workspace from one day to the next: this computer's own, in
/// `.local/window.json`. Losing it costs nobody any work.
struct LocalState
{
    QStringList order; ///< of the destinations; those that are not listed come last
    QString selected;
    std::map<QString, RememberedConnection> connections;
    std::map<QString, QByteArray> views; ///< sizes and places, as Qt keeps them
    bool welcomed = false; ///< the first run's line was put away

    /// \a names in the remembered order.
    [[nodiscard]] QStringList ordered(const QStringList &names) const;

    /// The defaults where there is none, or none that can be read.
    [[nodiscard]] static LocalState read(const Folder &folder);
    [[nodiscard]] Status write(const Folder &folder) const;
    /// Writes what is another than in \a before alone, and leaves the rest as it is there by now: two
    /// windows do not take each other's memory away.
    [[nodiscard]] Status writeChanges(const Folder &folder, const LocalState &before) const;
};

} // namespace designer::workspace
