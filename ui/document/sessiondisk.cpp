// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/session.h"

namespace designer::ui {

namespace {

using workspace::FileKind;

struct Known
{
    QString name;
    workspace::Fingerprint print;
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
    m_disk.run([folder = m_folder, known] { return changedFiles(folder, known); }, this,
               [this](const std::vector<Known> &changed) {
                   for (const Known &one : changed)
                       takeOtherVersion(one.name, one.print);
               });
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
