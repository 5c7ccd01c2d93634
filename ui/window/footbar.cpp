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
    if (!wellFormed)
        m_template->setLine(Tone::Neutral, {});
    else
        m_template->setLine(*wellFormed ? Tone::Neutral : Tone::Error,
                            *wellFormed ? tr("✓ Template well formed") : tr("Template not well formed"));
    if (!payloadSound)
        m_payload->setLine(Tone::Neutral, {});
    else
        m_payload->setLine(*payloadSound ? Tone::Neutral : Tone::Error,
                           *payloadSound ? tr("✓ Payload valid JSON") : tr("Payload not valid JSON"));
    layOutAgain();
}

/// The sentences of the foot come and go while its own size stays: nobody else would ask for it.
void FootBar::layOutAgain()
{
    layout()->invalidate();
    layout()->activate();
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

void FootBar::showRight()
{
    const bool both = !m_where.isEmpty() && !m_caret.isEmpty();
    m_right->setText(m_where + (both ? QStringLiteral(" · ") : QString()) + m_caret);
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
