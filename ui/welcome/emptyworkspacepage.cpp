// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/emptyworkspacepage.h"

#include "ui/common/emptystate.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace designer::ui {

EmptyWorkspacePage::EmptyWorkspacePage(QWidget *parent) : QWidget(parent)
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
    layout->addWidget(state);
    connect(add, &QPushButton::clicked, this, &EmptyWorkspacePage::addRequested);
    connect(import, &QPushButton::clicked, this, &EmptyWorkspacePage::importRequested);
}

} // namespace designer::ui
