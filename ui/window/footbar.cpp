// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/footbar.h"

#include "ui/common/elidedlabel.h"
#include "ui/common/messageline.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace designer::ui {

FootBar::FootBar(QWidget *parent)
    : QWidget(parent), m_sentence(new MessageLine(this)), m_template(new MessageLine(this)),
      m_payload(new MessageLine(this)), m_right(new ElidedLabel(this))
{
    m_right->setFont(theme().font(Font::Small));
    m_right->setForegroundRole(QPalette::PlaceholderText);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(theme().size(Metric::LeftEdge), 0, theme().size(Metric::LeftEdge), 0);
    row->setSpacing(theme().size(Space::S16));
    for (MessageLine *const line : {m_sentence, m_template, m_payload})
        row->addWidget(line);
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
    showVerdict(*m_template, wellFormed, tr("✓ Template well formed"), tr("Template not well formed"),
                tr("Template"));
    showVerdict(*m_payload, payloadSound, tr("✓ Payload valid JSON"), tr("Payload not valid JSON"),
                tr("Payload"));
    layOutAgain();
}

/// Where there is no room for \a good or \a bad, \a what with its sign is enough, and a tick alone.
void FootBar::showVerdict(MessageLine &line, std::optional<bool> sound, const QString &good,
                          const QString &bad, const QString &what)
{
    line.setLine(sound.value_or(true) ? Tone::Neutral : Tone::Error,
                 !sound       ? QString()
                     : *sound ? good
                              : bad);
    const QString tick = QStringLiteral("✓");
    line.setShorter(sound.value_or(true) ? QStringList{tick + QLatin1Char(' ') + what, tick}
                                         : QStringList{what});
}

/// The sentences of the foot come and go while its own size stays: nobody else would ask for it.
void FootBar::layOutAgain()
{
    share();
    layout()->invalidate();
    layout()->activate();
}

/// The sentence has what it needs, then where tests go; the verdicts say less in what is left.
void FootBar::share()
{
    for (QWidget *const part : {static_cast<QWidget *>(m_sentence), static_cast<QWidget *>(m_right)})
        part->setMinimumWidth(0); // a hint is never less than that
    int room = contentsRect().marginsRemoved(layout()->contentsMargins()).width();
    for (const MessageLine *const line : {m_sentence, m_template, m_payload})
        room -= line->text().isEmpty() ? 0 : layout()->spacing();
    const int sentence = std::clamp(m_sentence->sizeHint().width(), 1, std::max(room, 1));
    m_sentence->setMinimumWidth(sentence);
    const int least = 2 * QFontMetrics(theme().font(Font::Small)).horizontalAdvance(QStringLiteral("✓ "));
    m_right->setMinimumWidth(
        std::clamp(m_right->sizeHint().width(), 1, std::max(room - sentence - least, 1)));
}

void FootBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOutAgain();
}

void FootBar::setWhere(const QString &where)
{
    m_where = where;
    showRight();
}

void FootBar::setCaret(const QString &caret)
{
    m_caret = caret;
    showRight();
}

void FootBar::setCaretShown(bool shown)
{
    m_caretShown = shown;
    showRight();
}

void FootBar::showRight()
{
    const QString caret = m_caretShown ? m_caret : QString();
    const bool both = !m_where.isEmpty() && !caret.isEmpty();
    m_right->setText(m_where + (both ? QStringLiteral(" · ") : QString()) + caret);
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
