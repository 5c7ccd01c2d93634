// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/connectiondocument.h"

#include <QPointer>

namespace designer::ui {

/// An event filter for the fields of a page. Fields have a history of their own, which would undo
/// something else than the document's: their keys for undo and redo go to the window's actions, or,
/// where there are none, to the document. The wheel turns no field that has not the focus, so that a
/// page can be scrolled without changing it.
class UndoKeys : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void setDocument(ConnectionDocument *document) { m_document = document; }
    void watch(QWidget *field);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handleKey(QEvent *event);

    QPointer<ConnectionDocument> m_document;
};

} // namespace designer::ui
