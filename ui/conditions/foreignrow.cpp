// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/foreignrow.h"

#include "ui/theme/theme.h"

#include <QLineEdit>

namespace designer::ui {

ForeignRow::ForeignRow(ConditionEdits &edits, QWidget *parent)
    : ConditionRow(edits, parent), m_text(new QLineEdit(this))
{
    m_text->setReadOnly(true);
    m_text->setFont(theme().font(Font::Code));
    addStop(m_text);
}

void ForeignRow::showRow()
{
    m_text->setText(QString::fromStdString(row().raw).simplified());
    m_text->setCursorPosition(0);
    mark(m_text, true);
}

void ForeignRow::nameControls(int number)
{
    m_text->setAccessibleName(tr("What cannot be read, %1").arg(number));
}

void ForeignRow::arrange(const QRect &place)
{
    m_text->setGeometry(place);
}

QWidget *ForeignRow::controlFor(const QString & /*member*/) const
{
    return m_text;
}

} // namespace designer::ui
