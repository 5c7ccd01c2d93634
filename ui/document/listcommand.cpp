// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/listcommand.h"

#include "ui/document/session.h"

#include <QCoreApplication>

namespace designer::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Session", text);
}

} // namespace

ListCommand::ListCommand(Session &session, const QString &stepName, int from, int to)
    : QUndoCommand(stepName), m_session(session), m_from(from), m_to(to)
{ }

ListCommand::~ListCommand() = default;

ListCommand *ListCommand::adding(Session &session, std::unique_ptr<Destination> destination)
{
    const QString stepName = tr("Add “%1”").arg(destination->title());
    auto *const command = new ListCommand(session, stepName, nowhere, session.count());
    command->m_outside = std::move(destination);
    return command;
}

ListCommand *ListCommand::removing(Session &session, int row)
{
    return new ListCommand(session, tr("Delete “%1”").arg(session.at(row).title()), row, nowhere);
}

ListCommand *ListCommand::moving(Session &session, int from, int to)
{
    return new ListCommand(session, tr("Move “%1”").arg(session.at(from).title()), from, to);
}

void ListCommand::redo()
{
    if (m_from != nowhere && m_to != nowhere)
        return m_session.shift(m_from, m_to);
    if (m_from != nowhere)
        takeOut(m_from);
    if (m_to != nowhere)
        putIn(m_to);
}

void ListCommand::undo()
{
    if (m_from != nowhere && m_to != nowhere)
        return m_session.shift(m_to, m_from);
    if (m_to != nowhere)
        takeOut(m_to);
    if (m_from != nowhere)
        putIn(m_from);
}

void ListCommand::putIn(int row)
{
    m_session.insertAt(row, std::move(m_outside));
}

void ListCommand::takeOut(int row)
{
    m_outside = m_session.takeAt(row);
}

} // namespace designer::ui
