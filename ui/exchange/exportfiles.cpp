// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportfiles.h"

#include "workspace/file.h"
#include "json/text.h"

#include <QDir>

namespace designer::ui {

ExportFiles::ExportFiles(Prompter &prompter, QWidget *window) : m_prompter(prompter), m_window(window) { }

QString ExportFiles::fileName(const connection::Connection &connection, const QString &part)
{
    QString name = json::toQString(connection.id());
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    if (name.isEmpty())
        name = QStringLiteral("connection");
    return name + part + QStringLiteral(".json");
}

void ExportFiles::save(const connection::Connection &connection, const std::string &text, const Saved &saved)
{
    const Prompter::FileQuestion question{tr("Save the JSON"), {}, fileName(connection), tr("JSON (*.json)")};
    m_prompter.askFileToSave(m_window, question, [this, text, saved](const QString &path) {
        if (!path.isEmpty())
            write(
                path, [path, text] { return workspace::saveFile(path, text); }, saved);
    });
}

void ExportFiles::saveParts(const connection::Connection &connection, const std::array<std::string, 3> &parts,
                            const Saved &saved)
{
    const std::array<QString, 3> names{fileName(connection, QStringLiteral("-endpoint")),
                                       fileName(connection, QStringLiteral("-headers")),
                                       fileName(connection, QStringLiteral("-body"))};
    const auto writeInto = [names, parts](const QString &folder) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            const QString path = QDir(folder).filePath(names[i]);
            if (Status status = workspace::saveFile(path, parts[i] + '\n', workspace::Replace::No); !status)
                return status;
        }
        return ok();
    };
    const Prompter::FileQuestion question{tr("Save the three parts"), {}, {}, {}};
    m_prompter.askFolder(m_window, question, [this, writeInto, saved](const QString &folder) {
        if (!folder.isEmpty())
            write(
                folder, [writeInto, folder] { return writeInto(folder); }, saved);
    });
}

void ExportFiles::write(const QString &path, const std::function<Status()> &job, const Saved &saved)
{
    m_disk.run(job, this, [this, path, saved](const Status &status) {
        if (status)
            saved(path);
        else
            Q_EMIT failed(status.error());
    });
}

} // namespace designer::ui
