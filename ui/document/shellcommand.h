// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/connectiondocument.h"

#include <QUndoCommand>

namespace designer::ui {

/// A step from one shell to another: serves every edit but those of the body.
class ShellCommand : public QUndoCommand
{
public:
    ShellCommand(ConnectionDocument &document, const QString &stepName, EditPlace place,
                 connection::Connection next, QString mergeKey, qint64 now);
    ~ShellCommand() override;
    Q_DISABLE_COPY_MOVE(ShellCommand)

    /// See ConnectionDocument::rewriteHistory(). What cannot be rewritten stays.
    void rewrite(const ConnectionDocument::Rewrite &rewrite);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

private:
    ConnectionDocument &m_document;
    EditPlace m_place;
    connection::Connection m_before;
    connection::Connection m_after;
    QString m_mergeKey;
    qint64 m_at; ///< when it was last added to
};

} // namespace designer::ui
