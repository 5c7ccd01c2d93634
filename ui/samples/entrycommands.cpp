// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/entrycommands.h"

#include "ui/samples/sampleediting.h"

#include <QCoreApplication>

#include <utility>

namespace designer::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SamplesPage", text);
}

QString shownName(const SampleEditing &editing)
{
    return editing.entries().nameOf(editing.shown());
}

} // namespace

RenameCommand::RenameCommand(SampleEditing &editing, QString wish)
    : QUndoCommand(tr("Rename “%1”").arg(shownName(editing))), m_editing(editing), m_id(editing.shown()),
      m_before(shownName(editing)), m_after(std::move(wish))
{ }

void RenameCommand::undo()
{
    rename(m_after, m_before);
}

void RenameCommand::redo()
{
    rename(m_before, m_after);
}

/// It may get another name than the one that was wished for.
void RenameCommand::rename(const QString &from, QString &to)
{
    const SampleId id = m_id.isPasted() ? m_id : SampleId::ofSample(from);
    if (m_editing.goTo(id))
        to = m_editing.entries().nameOf(m_editing.entries().rename(id, to));
}

RemoveCommand::RemoveCommand(SampleEditing &editing)
    : QUndoCommand(tr("Delete “%1”").arg(shownName(editing))), m_editing(editing), m_id(editing.shown()),
      m_name(shownName(editing))
{ }

RemoveCommand::~RemoveCommand() = default;

void RemoveCommand::undo()
{
    if (!m_outside)
        return;
    m_id = m_editing.entries().bringBack(*std::exchange(m_outside, std::nullopt));
    m_editing.show(m_id);
}

void RemoveCommand::redo()
{
    if (m_editing.goTo(m_id))
        m_outside = m_editing.takeShown();
}

} // namespace designer::ui
