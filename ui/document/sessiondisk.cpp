// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/session.h"

#include <utility>

namespace designer::ui {

namespace {

using workspace::FileKind;

struct Known
{
    QString name;
    workspace::Fingerprint print;
};

struct Look
{
    std::vector<Known> changed;
    bool isShared = false;
};

/// Those of \a known whose file says something else now.
std::vector<Known> changedFiles(const workspace::Folder &folder, const std::vector<Known> &known)
{
    std::vector<Known> out;
    for (const Known &one : known) {
        const Result<workspace::StoredFile> file = folder.read(FileKind::Connection, one.name);
        if (file && file->print != one.print)
            out.push_back({one.name, file->print});
    }
    return out;
}

} // namespace

void Session::checkDisk()
{
    std::vector<Known> known;
    for (const auto &destination : m_destinations) {
        if (destination->print)
            known.push_back({destination->name, *destination->print});
    }
    m_disk.run(
        [folder = m_folder, known, seat = m_seat.number()] {
            return Look{changedFiles(folder, known), workspace::Seat::othersAreTaken(folder, seat)};
        },
        this,
        [this](const Look &look) {
            setShared(look.isShared);
            for (const Known &one : look.changed)
                takeOtherVersion(one.name, one.print);
        });
    if (m_draftsFail && !m_draftTimer.isActive())
        m_draftTimer.start(); // it may be mended by now
}

void Session::setShared(bool isShared)
{
    if (std::exchange(m_isShared, isShared) != isShared)
        Q_EMIT sharedChanged(isShared);
}

/// Where nothing is unsaved, theirs is shown, as a step that can be undone; else people decide.
void Session::takeOtherVersion(const QString &name, const workspace::Fingerprint &print)
{
    const int row = rowOf(name);
    if (row < 0 || at(row).print == print) // gone, or saved meanwhile
        return;
    if (isModified(row))
        Q_EMIT changedOnDisk(row);
    else if (document(row))
        loadTheirs(row);
}

} // namespace designer::ui
