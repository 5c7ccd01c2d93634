// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/editing.h"
#include "ui/document/editplace.h"
#include "json/edit.h"

#include <QObject>
#include <QUndoStack>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace designer::ui {

class ShellCommand;

/// One connection while it is edited: its present state, and the history of its edits. Pages change
/// it through the functions below and otherwise only listen.
///
/// It is held in two parts: the shell, a connection whose template is empty, and the body, the
/// template's text at the left edge. An edit of the body is kept as a text delta, any other edit as
/// the shell before and after it, which are small.
///
/// Belongs to the window's thread.
class ConnectionDocument : public QObject
{
    Q_OBJECT
public:
    /// Milliseconds from any fixed moment on; tests hold it still.
    using Clock = std::function<qint64()>;

    explicit ConnectionDocument(const connection::Connection &connection, QObject *parent = nullptr,
                                Clock clock = {});
    ~ConnectionDocument() override;
    Q_DISABLE_COPY_MOVE(ConnectionDocument)

    /// All but the template: label, address, headers, conditions ...
    [[nodiscard]] const connection::Connection &shell() const { return m_parts.shell; }
    [[nodiscard]] const std::string &body() const { return m_parts.body; }
    /// A snapshot for work elsewhere. Copies the body.
    [[nodiscard]] const connection::TakenApart &parts() const { return m_parts; }
    /// The whole connection. As slow as its template is long: for large ones off this thread, by
    /// connection::putTogether() on parts().
    [[nodiscard]] Result<connection::Connection> whole() const;

    /// Grows with every change, undo and redo included: a result that was worked out for another
    /// number belongs to another text.
    [[nodiscard]] quint64 revision() const { return m_revision; }
    [[nodiscard]] QUndoStack &undoStack() { return m_stack; }
    [[nodiscard]] bool isModified() const { return !m_stack.isClean(); }
    void markSaved() { m_stack.setClean(); }

    /// One step of the history: \a stepName ("Change the address") leads from the shell to \a next.
    /// Steps of the same \a mergeKey that follow each other at typing speed become one; one that ends
    /// where it began drops out. Where \a next is an error nothing happens but that refused() tells people
    /// and that it is returned.
    std::optional<Error> changeShell(const QString &stepName, const EditPlace &place,
                                     const Result<connection::Connection> &next,
                                     const QString &mergeKey = {});

    /// An edit that an editor has made already, by the user's hand: \a removed stood in its range.
    /// \a editor is told nothing of it, all others are.
    void recordBodyEdit(const json::TextEdit &edit, const std::string &removed, const QObject *editor);
    /// An edit of the body from elsewhere: a switch, a fix, a format. One step of its own.
    void changeBody(const QString &stepName, const json::TextEdit &edit);
    /// The whole body becomes \a text, by the smallest edit that makes it so.
    void replaceBody(const QString &stepName, std::string_view text);

    /// The whole connection becomes \a theirs, another file's, which writes its template in its own
    /// way: one step.
    void become(const QString &stepName, const connection::Connection &theirs);

    void undo();
    void redo();

    /// Makes of the shell and of every step of the history what \a rewrite makes of it, so that a text
    /// that is to be kept nowhere, such as a credential, is gone for good. It is no step itself, and
    /// what it took away does not come back; the document counts as not saved then.
    using Rewrite = std::function<Result<connection::Connection>(const connection::Connection &)>;
    void rewriteHistory(const Rewrite &rewrite, const EditPlace &place);

Q_SIGNALS:
    void shellChanged();
    /// \a edit has been applied to body(). \a editor made it and shows it already; else null.
    void bodyChanged(const designer::json::TextEdit &edit, const QObject *editor);
    /// After either of them.
    void changed();
    void modifiedChanged(bool modified);
    /// An edit could not be made.
    void refused(const designer::Error &error);
    /// Undo or redo changed something there; comes when the step is over.
    void placeTouched(const designer::ui::EditPlace &place);

private:
    friend class ShellCommand;
    friend class BodyCommand;
    friend class FormCommand;
    void push(QUndoCommand *step);
    void travel(void (QUndoStack::*step)());
    void adoptShell(const connection::Connection &shell, const EditPlace &place);
    void applyToBody(const json::TextEdit &edit, const QObject *editor);
    /// Gives the one before.
    [[nodiscard]] connection::BodyForm adoptForm(const connection::BodyForm &form);

    connection::TakenApart m_parts;
    std::vector<ShellCommand *> m_shellSteps; ///< of the stack, which outlives none of them
    QUndoStack m_stack;
    Clock m_clock;
    quint64 m_revision = 0;
    bool m_travelling = false; ///< inside undo() or redo(), where nothing new may come into the history
    std::optional<EditPlace> m_touched; ///< there
};

} // namespace designer::ui
