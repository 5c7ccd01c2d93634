// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/connectionpage.h"
#include "ui/document/undokeys.h"

#include <QPointer>

#include <memory>

namespace designer::ui {

namespace Ui {
class NotesPage;
}

/// What people want to remember of a connection.
class NotesPage : public ConnectionPage
{
    Q_OBJECT
public:
    explicit NotesPage(QWidget *parent = nullptr);
    ~NotesPage() override;
    Q_DISABLE_COPY_MOVE(NotesPage)

    void setDocument(ConnectionDocument *document) override;
    void showLive(const LiveState &state) override;
    void reveal(const QString &field) override;

private:
    void change();
    void showDocument();

    const std::unique_ptr<Ui::NotesPage> m_ui;
    UndoKeys m_undoKeys;
    QPointer<ConnectionDocument> m_document;
    bool m_showing = false; ///< the field takes over what the document says
};

} // namespace designer::ui
