// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/bodycommand.h"

#include "ui/document/connectiondocument.h"

namespace designer::ui {

BodyCommand::BodyCommand(ConnectionDocument &document, const QString &stepName, const json::TextEdit &edit,
                         std::string removed, const QObject *editor, std::optional<qint64> typedAt)
    : QUndoCommand(stepName), m_document(document), m_begin(edit.begin), m_removed(std::move(removed)),
      m_inserted(edit.text), m_editor(editor), m_typedAt(typedAt)
{ }

void BodyCommand::undo()
{
    m_document.applyToBody({m_begin, end(), m_removed}, nullptr);
}

void BodyCommand::redo()
{
    const QObject *const editor = std::exchange(m_editor, nullptr);
    m_document.applyToBody({m_begin, m_begin + m_removed.size(), m_inserted}, editor);
}

int BodyCommand::id() const
{
    return m_typedAt ? bodyCommandId : -1;
}

bool BodyCommand::mergeWith(const QUndoCommand *other)
{
    const auto &later = *static_cast<const BodyCommand *>(other); // ids are equal
    if (*later.m_typedAt - *m_typedAt > typingPause || !mergeTyping(later))
        return false;
    m_typedAt = later.m_typedAt;
    setObsolete(m_removed == m_inserted);
    return true;
}

bool BodyCommand::mergeTyping(const BodyCommand &later)
{
    const bool typesOn = later.m_removed.empty() && later.m_begin == end() && !m_inserted.empty()
        && m_inserted.back() != '\n';
    if (typesOn) {
        m_inserted += later.m_inserted;
        return true;
    }
    if (!later.m_inserted.empty())
        return false;
    const std::size_t laterEnd = later.m_begin + later.m_removed.size();
    if (later.m_begin >= m_begin && laterEnd == end()) { // takes back what was just typed
        m_inserted.resize(later.m_begin - m_begin);
        return true;
    }
    if (!m_inserted.empty())
        return false;
    if (laterEnd == m_begin) { // Backspace
        m_removed.insert(0, later.m_removed);
        m_begin = later.m_begin;
        return true;
    }
    if (later.m_begin == m_begin) { // Delete
        m_removed += later.m_removed;
        return true;
    }
    return false;
}

} // namespace designer::ui
