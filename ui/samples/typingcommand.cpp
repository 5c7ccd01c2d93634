// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/typingcommand.h"

#include "ui/samples/sampletext.h"

#include <QCoreApplication>

#include <utility>

namespace designer::ui {

namespace {

constexpr int typingCommandId = 1;

/// One letter, that continues a word.
bool isLetter(const std::string &text)
{
    return !text.empty() && text.size() <= 4 && text.find_first_of(" \t\r\n") == std::string::npos;
}

} // namespace

TypingCommand::TypingCommand(SampleText &text, const json::TextEdit &edit, std::string removed)
    : QUndoCommand(QCoreApplication::translate("SamplesPage", "Type in the event")), m_text(text),
      m_begin(edit.begin), m_removed(std::move(removed)), m_inserted(edit.text)
{ }

void TypingCommand::undo()
{
    const json::TextEdit edit{m_begin, m_begin + m_inserted.size(), m_removed};
    m_text.apply(edit);
    Q_EMIT m_text.travelled(edit);
}

void TypingCommand::redo()
{
    const json::TextEdit edit{m_begin, m_begin + m_removed.size(), m_inserted};
    m_text.apply(edit);
    if (!std::exchange(m_isShown, false))
        Q_EMIT m_text.travelled(edit);
}

int TypingCommand::id() const
{
    return typingCommandId;
}

bool TypingCommand::mergeWith(const QUndoCommand *other)
{
    const auto &later = *static_cast<const TypingCommand *>(other); // ids are equal
    const bool typesOn = later.m_removed.empty() && isLetter(later.m_inserted) && !m_inserted.empty()
        && later.m_begin == m_begin + m_inserted.size();
    if (typesOn)
        m_inserted += later.m_inserted;
    return typesOn;
}

} // namespace designer::ui
