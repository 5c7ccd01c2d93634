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
/// And no wider; less where what is said beside it has not the room it needs.
constexpr int mostLabel = 420;
constexpr int mostLabelBeside = 240;
constexpr int mostChipBeside = 120;
/// The first of two lines ends so much before its edge at worst.
constexpr int longWord = 70;

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

/// The label gives way first, then the chip that the foot says as well, then the other one; and both no more
/// than what is said needs.
void ConnectionHead::share()
{
    const int label = m_ui->labelLabel->sizeHint().width();
    const int all = roomForWords();
    const int message = roomForMessage(all);
    const bool isTight = message < messageWidth();
    int room = all - message - std::min(label, theme().scaled(leastLabel));
    for (Badge *const chip : {m_ui->savedChip, m_ui->testedChip}) {
        if (chip->isHidden())
            continue;
        const int most = isTight ? theme().scaled(mostChipBeside) : QWIDGETSIZE_MAX;
        room -= m_ui->headLayout->spacing();
        const int width = std::min({chip->sizeHint().width(), most, std::max(room, 0)});
        chip->setFixedWidth(std::max(width, chip->minimumSizeHint().width()));
        room -= chip->width();
    }
    const int most = std::min(theme().scaled(isTight ? mostLabelBeside : mostLabel),
                              theme().scaled(leastLabel) + std::max(room, 0));
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
    return room;
}

/// Of what is said: on one line where that is short, else on two.
int ConnectionHead::messageWidth() const
{
    if (m_said.isEmpty())
        return 0;
    const int sign = theme().size(Metric::Icon) + theme().size(Space::S8);
    const int whole = m_ui->messageLine->widthOf(m_said) + sign;
    const int folded = whole / 2 + theme().scaled(longWord);
    return std::min(whole, std::max(folded, theme().scaled(leastMessage)));
}

/// No more than it needs, and of \a all what label and chip leave that keep to their bounds beside it.
int ConnectionHead::roomForMessage(int all) const
{
    int left = all - std::min(m_ui->labelLabel->sizeHint().width(), theme().scaled(mostLabelBeside));
    for (const Badge *const chip : {m_ui->savedChip, m_ui->testedChip}) {
        if (!chip->isHidden())
            left -= std::min(chip->sizeHint().width(), theme().scaled(mostChipBeside))
                + m_ui->headLayout->spacing();
    }
    return std::min(messageWidth(), std::max(left, theme().scaled(leastMessage)));
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
    m_said = QTextDocumentFragment::fromHtml(richText).toPlainText();
    makeRoom();
    m_ui->messageLine->setToolTip(plainToolTip(m_said)); // where even two lines hold not all of it
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
