// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/footbar.h"

#include "ui/common/elidedlabel.h"
#include "ui/common/messageline.h"
#include "ui/common/plaintooltip.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace designer::ui {

FootBar::FootBar(QWidget *parent)
    : QWidget(parent), m_sentence(new MessageLine(this)), m_verdicts{Verdict{new MessageLine(this), {}},
                                                                     Verdict{new MessageLine(this), {}}},
      m_right(new ElidedLabel(this))
{
    m_right->setFont(theme().font(Font::Small));
    m_right->setForegroundRole(QPalette::PlaceholderText);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(theme().size(Metric::LeftEdge), 0, theme().size(Metric::LeftEdge), 0);
    row->setSpacing(theme().size(Space::S16));
    row->addWidget(m_sentence);
    for (const Verdict &verdict : m_verdicts)
        row->addWidget(verdict.line);
    row->addStretch(1);
    row->addWidget(m_right);
    setFixedHeight(theme().size(Metric::FootBar));
    m_sentence->setAccessibleDescription(tr("How the connection stands"));
}

void FootBar::setSentence(const Sentence &sentence)
{
    m_sentence->setLine(sentence.tone, sentence.text);
    layOutAgain();
}

void FootBar::setVerdicts(std::optional<bool> wellFormed, std::optional<bool> payloadSound)
{
    showVerdict(m_verdicts[0], wellFormed,
                wellFormed.value_or(true) ? tr("✓ Template well formed") : tr("Template not well formed"),
                tr("Template"));
    showVerdict(m_verdicts[1], payloadSound,
                payloadSound.value_or(true) ? tr("✓ Payload valid JSON") : tr("Payload not valid JSON"),
                tr("Payload"));
    layOutAgain();
}

void FootBar::showVerdict(Verdict &verdict, std::optional<bool> sound, const QString &whole,
                          const QString &shorter)
{
    const bool isGood = sound.value_or(true);
    verdict.shorter = isGood ? QStringLiteral("✓ ") + shorter : shorter;
    verdict.line->setLine(isGood ? Tone::Neutral : Tone::Error, sound ? whole : QString());
    verdict.line->setShorter({verdict.shorter});
}

/// What is good may go without a word; what is not, may not.
bool FootBar::isShown(const Verdict &verdict, Room room) const
{
    return !verdict.line->text().isEmpty()
        && (room < Room::NoGoodVerdicts || verdict.line->tone() == Tone::Error);
}

int FootBar::widthOf(const Verdict &verdict, Room room) const
{
    return room < Room::NoWordsOnSoundness ? verdict.line->sizeHint().width()
                                           : verdict.line->widthOf(verdict.shorter);
}

QString FootBar::rightIn(Room room) const
{
    const QString where = room >= Room::NoAddress && !m_shortWhere.isEmpty() ? m_shortWhere : m_where;
    QString caret = m_caretShown ? m_caret : QString();
    if (!caret.isEmpty() && !m_matchingLines.isEmpty() && room < Room::NoMatchingLines)
        caret = tr("%1: %2").arg(caret, m_matchingLines);
    const bool both = !where.isEmpty() && !caret.isEmpty();
    return where + (both ? QStringLiteral(" · ") : QString()) + caret;
}

int FootBar::widthIn(Room room) const
{
    const QMargins margins = layout()->contentsMargins();
    const int gap = layout()->spacing();
    int width = margins.left() + margins.right() + m_sentence->sizeHint().width() + gap
        + QFontMetrics(m_right->font()).horizontalAdvance(rightIn(room));
    for (const Verdict &verdict : m_verdicts)
        width += isShown(verdict, room) ? gap + widthOf(verdict, room) : 0;
    return width;
}

/// The sentence says most, and is cut last.
void FootBar::arrange(Room room)
{
    m_right->setText(rightIn(room));
    m_right->setToolTip(rightIn(room) == rightIn(Room::Plenty) ? QString()
                                                               : plainToolTip(rightIn(Room::Plenty)));
    m_sentence->setMinimumWidth(0); // a hint is never less than that
    m_sentence->setMinimumWidth(std::clamp(m_sentence->sizeHint().width(), 1, std::max(width() * 3 / 4, 1)));
    for (const Verdict &verdict : m_verdicts) {
        verdict.line->setVisible(isShown(verdict, room));
        verdict.line->setFixedWidth(widthOf(verdict, room));
    }
    layout()->invalidate(); // its own size stays: nobody else would ask for it
    layout()->activate();
}

void FootBar::layOutAgain()
{
    m_sentence->setMinimumWidth(0);
    Room room = Room::Plenty;
    while (room != Room::NoGoodVerdicts && widthIn(room) > width())
        room = static_cast<Room>(static_cast<int>(room) + 1);
    arrange(room);
}

void FootBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOutAgain();
}

void FootBar::setWhere(const QString &where, const QString &shorter)
{
    m_where = where;
    m_shortWhere = shorter;
    layOutAgain();
}

void FootBar::setCaret(const QString &caret)
{
    m_caret = caret;
    layOutAgain();
}

void FootBar::setMatchingLines(const QString &lines)
{
    if (std::exchange(m_matchingLines, lines) != lines)
        layOutAgain();
}

void FootBar::setCaretShown(bool shown)
{
    m_caretShown = shown;
    layOutAgain();
}

void FootBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Color::Window));
    painter.setPen(theme().color(Color::Rule));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace designer::ui
