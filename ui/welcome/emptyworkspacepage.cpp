// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/emptyworkspacepage.h"

#include "ui/common/emptystate.h"
#include "ui/common/messageline.h"
#include "ui/theme/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace designer::ui {

EmptyWorkspacePage::EmptyWorkspacePage(QWidget *parent) : QWidget(parent), m_said(new MessageLine(this))
{
    auto *const state = new EmptyState(this);
    state->setContent(
        Icon::Send, tr("No destinations yet"),
        tr("A destination is one address that receives your Hardal events, such as Insider. Start "
           "from a template, or bring one that you have: paste its JSON, or drop its file here."));
    QPushButton *const add = state->addPrimaryButton(tr("Add Destination"));
    QPushButton *const import = state->addButton(Icon::File, tr("Import JSON…"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_said);
    layout->addWidget(state, 1);
    connect(add, &QPushButton::clicked, this, &EmptyWorkspacePage::addRequested);
    connect(import, &QPushButton::clicked, this, &EmptyWorkspacePage::importRequested);
    connect(m_said, &MessageLine::linkActivated, this, &EmptyWorkspacePage::linkActivated);
    m_said->setContentsMargins(theme().size(Metric::LeftEdge), theme().size(Space::S12),
                               theme().size(Metric::LeftEdge), 0);
    say(Tone::Neutral, {});
}

void EmptyWorkspacePage::say(Tone tone, const QString &richText)
{
    m_said->setMessage(tone, richText);
    m_said->setVisible(!richText.isEmpty());
}

} // namespace designer::ui
