// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/connectionhead.h"

#include "ui/common/plaintooltip.h"
#include "ui/theme/theme.h"
#include "ui_connectionhead.h"

#include <QPainter>
#include <QTextDocumentFragment>

#include <algorithm>

namespace designer::ui {

ConnectionHead::ConnectionHead(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ConnectionHead>())
{
    m_ui->setupUi(this);
    const int edge = theme().size(Metric::LeftEdge);
    m_ui->headLayout->setContentsMargins(edge, 0, edge, 0);
    m_ui->headLayout->setSpacing(theme().size(Space::S12));
    m_ui->labelLabel->setFont(theme().font(Font::Title));
    m_ui->labelLabel->setMaximumWidth(theme().scaled(420));
    setFixedHeight(theme().size(Metric::HeadBar));
    connect(m_ui->activeSwitch, &QAbstractButton::clicked, this, &ConnectionHead::activeRequested);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &ConnectionHead::exportRequested);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ConnectionHead::saveRequested);
    connect(m_ui->messageLine, &MessageLine::linkActivated, this, &ConnectionHead::linkActivated);
}

ConnectionHead::~ConnectionHead() = default;

void ConnectionHead::setTitle(const QString &title)
{
    m_ui->labelLabel->setText(title);
    makeRoom();
}

void ConnectionHead::setChips(const BadgeContent &saved, const BadgeContent &tested)
{
    m_ui->savedChip->setContent(saved);
    m_tested = tested;
    makeRoom();
}

/// What is said has the room of the chip that the foot says as well, where there are two.
void ConnectionHead::makeRoom()
{
    const bool isSaying = !m_ui->messageLine->text().isEmpty();
    const bool isShort = isSaying && !m_ui->savedChip->content().text.isEmpty();
    m_ui->testedChip->setContent(isShort ? BadgeContent() : m_tested);
    m_ui->testedChip->setMaximumWidth(isSaying ? theme().scaled(120) : QWIDGETSIZE_MAX);
    m_ui->labelLabel->setMaximumWidth(theme().scaled(isSaying ? 240 : 420));
    m_ui->labelLabel->setMinimumWidth(std::min(m_ui->labelLabel->sizeHint().width(), theme().scaled(120)));
}

void ConnectionHead::setActive(bool active)
{
    m_ui->activeSwitch->setChecked(active);
}

void ConnectionHead::focusSwitch()
{
    m_ui->activeSwitch->setFocus(Qt::OtherFocusReason);
}

/// A button that cannot be pressed any more would hand the focus on to wherever comes next.
void ConnectionHead::setSavable(bool savable)
{
    if (!savable && m_ui->saveButton->hasFocus())
        focusSwitch();
    m_ui->saveButton->setEnabled(savable);
}

void ConnectionHead::setMessage(Tone tone, const QString &richText)
{
    m_ui->messageLine->setMessage(tone, richText);
    makeRoom();
    // Where even two lines hold not all of it.
    m_ui->messageLine->setToolTip(plainToolTip(QTextDocumentFragment::fromHtml(richText).toPlainText()));
}

void ConnectionHead::unsay(const QString &richText)
{
    if (m_ui->messageLine->text() == richText)
        setMessage(Tone::Neutral, {});
}

void ConnectionHead::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Color::Panel));
    painter.setPen(theme().color(Color::Rule));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace designer::ui
