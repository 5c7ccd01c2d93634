// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/shellcommand.h"

#include "ui/document/bodycommand.h"

#include <utility>

namespace designer::ui {

ShellCommand::ShellCommand(ConnectionDocument &document, const QString &stepName, EditPlace place,
                           connection::Connection next, QString mergeKey, qint64 now)
    : QUndoCommand(stepName), m_document(document), m_place(std::move(place)), m_before(document.shell()),
      m_after(std::move(next)), m_mergeKey(std::move(mergeKey)), m_at(now)
{
    m_document.m_shellSteps.push_back(this);
}

ShellCommand::~ShellCommand()
{
    std::erase(m_document.m_shellSteps, this);
}

void ShellCommand::rewrite(const ConnectionDocument::Rewrite &rewrite)
{
    for (connection::Connection *shell : {&m_before, &m_after}) {
        if (auto next = rewrite(*shell))
            *shell = std::move(next).value();
    }
}

void ShellCommand::undo()
{
    m_document.adoptShell(m_before, m_place);
}

void ShellCommand::redo()
{
    m_document.adoptShell(m_after, m_place);
}

int ShellCommand::id() const
{
    return m_mergeKey.isEmpty() ? -1 : shellCommandId;
}

bool ShellCommand::mergeWith(const QUndoCommand *other)
{
    const auto *const later = static_cast<const ShellCommand *>(other); // ids are equal
    if (later->m_mergeKey != m_mergeKey || later->m_at - m_at > typingPause)
        return false;
    m_after = later->m_after;
    m_at = later->m_at;
    setObsolete(m_after.bytes() == m_before.bytes());
    return true;
}

} // namespace designer::ui
