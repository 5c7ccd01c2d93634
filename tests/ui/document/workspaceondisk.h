// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/session.h"
#include "workspace/example.h"
#include "workspace/file.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// What a test of the open workspace is made of: the example workspace in a folder of its own.
class WorkspaceOnDisk
{
protected:
    void create()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = designer::workspace::exampleWorkspace(m_dir->filePath(QStringLiteral("w"))).value();
    }
    [[nodiscard]] std::unique_ptr<designer::ui::Session> open() const
    {
        return std::make_unique<designer::ui::Session>(m_folder);
    }
    static void changeLabel(designer::ui::Session &session, int row, const char *label)
    {
        using namespace designer;
        ui::ConnectionDocument &document = *session.document(row);
        QVERIFY(!document.changeShell({}, {},
                                      connection::withText(document.shell(), connection::key::label, label)));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    designer::workspace::Folder m_folder;
};
