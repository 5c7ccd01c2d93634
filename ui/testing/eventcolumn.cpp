// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/eventcolumn.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/theming.h"
#include "ui/event/samplefieldsview.h"

#include <utility>

namespace designer::ui {

EventColumn::EventColumn(QWidget *parent)
    : Column(tr("Event"), parent), m_text(new CodeEditor(this)), m_fields(new SampleFieldsView(this))
{
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Sample event"));
    followTheme(*m_text);
    m_fields->setAccessibleName(tr("Fields of the sample event"));
    addView(tr("Formatted"), m_text);
    addView(tr("Fields"), m_fields);
    connect(this, &Column::viewChanged, this, &EventColumn::showFields);
    connect(m_fields, &SampleFieldsView::pathChosen, this, &EventColumn::pathChosen);
}

void EventColumn::setEvent(std::shared_ptr<const event::Event> event, const QString &title)
{
    m_shown = std::move(event);
    setRemark(title);
    m_text->setBytes(m_shown ? m_shown->document().text() : std::string());
    showFields();
}

/// Only while they are looked at: the body has its own.
void EventColumn::showFields()
{
    if (currentView() == 1)
        m_fields->setEvent(m_shown);
}

std::optional<int> EventColumn::markedLine() const
{
    return m_text->markedLine();
}

void EventColumn::markOffset(std::optional<std::size_t> offset)
{
    m_text->setMarkedLine(offset ? std::optional(m_text->lineOf(*offset)) : std::nullopt);
    if (offset && !m_text->hasFocus())
        m_text->setCaret(*offset);
}

} // namespace designer::ui
