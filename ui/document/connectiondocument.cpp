// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/connectiondocument.h"

#include "ui/document/bodycommand.h"
#include "ui/document/formcommand.h"
#include "ui/document/shellcommand.h"
#include "json/difference.h"

#include <QElapsedTimer>
#include <QScopedValueRollback>

#include <utility>

namespace designer::ui {

namespace {

qint64 monotonicMilliseconds()
{
    static const QElapsedTimer timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return timer.elapsed();
}

} // namespace

ConnectionDocument::ConnectionDocument(const connection::Connection &connection, QObject *parent, Clock clock)
    : QObject(parent), m_parts(connection::TakenApart::of(connection)),
      m_clock(clock ? std::move(clock) : Clock(&monotonicMilliseconds))
{
    connect(&m_stack, &QUndoStack::cleanChanged, this,
            [this](bool clean) { Q_EMIT modifiedChanged(!clean); });
}

ConnectionDocument::~ConnectionDocument()
{
    m_stack.disconnect(this); // it goes after this object's own signals have
}

Result<connection::Connection> ConnectionDocument::whole() const
{
    return connection::putTogether(m_parts.shell, m_parts.body, m_parts.form);
}

std::optional<Error> ConnectionDocument::changeShell(const QString &stepName, const EditPlace &place,
                                                     const Result<connection::Connection> &next,
                                                     const QString &mergeKey)
{
    if (!next) {
        Q_EMIT refused(next.error());
        return next.error();
    }
    if (next->bytes() != m_parts.shell.bytes())
        push(new ShellCommand(*this, stepName, place, *next, mergeKey, m_clock()));
    return std::nullopt;
}

void ConnectionDocument::recordBodyEdit(const json::TextEdit &edit, const std::string &removed,
                                        const QObject *editor)
{
    push(new BodyCommand(*this, tr("Type in the body"), edit, removed, editor, m_clock()));
}

void ConnectionDocument::changeBody(const QString &stepName, const json::TextEdit &edit)
{
    const std::string removed = m_parts.body.substr(edit.begin, edit.end - edit.begin);
    if (removed != edit.text)
        push(new BodyCommand(*this, stepName, edit, removed, nullptr, std::nullopt));
}

void ConnectionDocument::replaceBody(const QString &stepName, std::string_view text)
{
    if (const auto edit = json::difference(m_parts.body, text))
        changeBody(stepName, *edit);
}

void ConnectionDocument::become(const QString &stepName, const connection::Connection &theirs)
{
    const connection::TakenApart parts = connection::TakenApart::of(theirs);
    m_stack.beginMacro(stepName);
    static_cast<void>(changeShell({}, {}, parts.shell));
    replaceBody({}, parts.body);
    push(new FormCommand(*this, parts.form));
    m_stack.endMacro();
}

/// A step that comes into the history while another one is taken back would break it.
void ConnectionDocument::push(QUndoCommand *step)
{
    Q_ASSERT(!m_travelling);
    m_stack.push(step);
}

void ConnectionDocument::undo()
{
    travel(&QUndoStack::undo);
}

void ConnectionDocument::redo()
{
    travel(&QUndoStack::redo);
}

/// Who goes to the place may change something there by that: not before the step is over.
void ConnectionDocument::travel(void (QUndoStack::*step)())
{
    {
        const QScopedValueRollback travelling(m_travelling, true);
        (m_stack.*step)();
    }
    if (const auto touched = std::exchange(m_touched, std::nullopt))
        Q_EMIT placeTouched(*touched);
}

void ConnectionDocument::rewriteHistory(const Rewrite &rewrite, const EditPlace &place)
{
    for (ShellCommand *step : m_shellSteps)
        step->rewrite(rewrite);
    const Result<connection::Connection> next = rewrite(m_parts.shell);
    if (!next)
        return;
    m_stack.resetClean();
    adoptShell(*next, place);
}

void ConnectionDocument::adoptShell(const connection::Connection &shell, const EditPlace &place)
{
    m_parts.shell = shell;
    ++m_revision;
    Q_EMIT shellChanged();
    Q_EMIT changed();
    if (m_travelling)
        m_touched = place;
}

connection::BodyForm ConnectionDocument::adoptForm(const connection::BodyForm &form)
{
    ++m_revision;
    connection::BodyForm before = std::exchange(m_parts.form, form);
    Q_EMIT changed();
    return before;
}

void ConnectionDocument::applyToBody(const json::TextEdit &edit, const QObject *editor)
{
    m_parts.body.replace(edit.begin, edit.end - edit.begin, edit.text);
    ++m_revision;
    Q_EMIT bodyChanged(edit, editor);
    Q_EMIT changed();
    if (m_travelling)
        m_touched = {Page::Body, QString::number(edit.begin)};
}

} // namespace designer::ui
