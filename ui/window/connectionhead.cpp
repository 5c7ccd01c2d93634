// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/connectionhead.h"

#include "ui/common/plaintooltip.h"
#include "ui/theme/theme.h"
#include "ui_connectionhead.h"

#include <QPainter>
#include <QTextDocumentFragment>

#include <algorithm>

namespace designer::ui {

namespace {

/// In px at the design's text size: no narrower unless it is shorter, and what is said has a few words a
/// line.
constexpr int leastLabel = 100;
constexpr int leastMessage = 180;

} // namespace

ConnectionHead::ConnectionHead(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ConnectionHead>())
{
    m_ui->setupUi(this);
    const int edge = theme().size(Metric::LeftEdge);
    m_ui->headLayout->setContentsMargins(edge, 0, edge, 0);
    m_ui->headLayout->setSpacing(theme().size(Space::S12));
    m_ui->labelLabel->setFont(theme().font(Font::Title));
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
    share();
}

/// The label gives way first, then the chip that the foot says as well, then the other one.
void ConnectionHead::share()
{
    const bool isSaying = !m_ui->messageLine->text().isEmpty();
    const int label = m_ui->labelLabel->sizeHint().width();
    int room = roomForWords() - std::min(label, theme().scaled(leastLabel));
    for (Badge *const chip : {m_ui->savedChip, m_ui->testedChip}) {
        if (chip->isHidden())
            continue;
        const int most = isSaying ? theme().scaled(120) : QWIDGETSIZE_MAX;
        room -= m_ui->headLayout->spacing();
        const int width = std::min({chip->sizeHint().width(), most, std::max(room, 0)});
        chip->setFixedWidth(std::max(width, chip->minimumSizeHint().width()));
        room -= chip->width();
    }
    const int most
        = std::min(theme().scaled(isSaying ? 240 : 420), theme().scaled(leastLabel) + std::max(room, 0));
    m_ui->labelLabel->setFixedWidth(std::min(label, most));
}

/// Of the head, what is not taken by its controls, and by the gaps around them.
int ConnectionHead::roomForWords() const
{
    const QMargins margins = m_ui->headLayout->contentsMargins();
    int room = width() - margins.left() - margins.right() - m_ui->headLayout->spacing();
    for (const QWidget *const control :
         std::initializer_list<const QWidget *>{m_ui->activeSwitch, m_ui->exportButton, m_ui->saveButton})
        room -= control->sizeHint().width() + m_ui->headLayout->spacing();
    if (!m_ui->messageLine->text().isEmpty())
        room -= theme().scaled(leastMessage);
    return room;
}

void ConnectionHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    share();
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
