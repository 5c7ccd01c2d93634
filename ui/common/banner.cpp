// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/banner.h"

#include "ui/common/evidencebadge.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace designer::ui {

Banner::Banner(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_title(new QLabel(this)), m_body(new LinkLabel(this)),
      m_evidence(new EvidenceBadge(this)), m_row(new QHBoxLayout(this))
{
    buildLabels();
    const int edge = theme().size(Space::S12);
    m_row->setContentsMargins(edge, theme().size(Space::S8), edge, theme().size(Space::S8));
    m_row->setSpacing(theme().size(Space::S8));
    m_row->addWidget(m_icon, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(theme().size(Space::S4));
    words->addWidget(m_title);
    words->addWidget(m_body);
    m_row->addLayout(words, 1);
    m_row->addWidget(m_evidence, 0, Qt::AlignTop);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_body, &QLabel::linkActivated, this, &Banner::linkActivated);
    connect(&theme(), &Theme::changed, this, &Banner::colour);
    setContent({});
}

void Banner::buildLabels()
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::NoTextInteraction);
    m_evidence->hide();
}

void Banner::setContent(const Content &content)
{
    m_content = content;
    m_title->setText(content.title);
    m_title->setVisible(!content.title.isEmpty());
    m_body->setSentence(content.body);
    m_body->setVisible(!content.body.isEmpty());
    m_evidence->setVisible(content.evidence.has_value());
    if (content.evidence)
        m_evidence->setEvidence(*content.evidence);
    setAccessibleName(content.title);
    setAccessibleDescription(spokenTone(content.tone));
    colour();
}

void Banner::addAction(QWidget *widget)
{
    m_row->addWidget(widget, 0, Qt::AlignVCenter);
}

void Banner::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintBox(&painter, rect(),
             {.fill = theme().color(softColor(m_content.tone)),
              .edge = {},
              .edgeWidth = 0,
              .radius = 1.0 * theme().size(Metric::Radius)});
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::EnabledChange)
        update();
}

void Banner::colour()
{
    const Tone tone = m_content.tone;
    const bool isPlain = tone == Tone::Info || tone == Tone::Neutral;
    QPalette palette = m_title->palette();
    palette.setColor(QPalette::WindowText, theme().color(isPlain ? Color::Text : textColor(tone)));
    m_title->setPalette(palette);
    m_title->setFont(theme().font(Font::Bold));
    const auto kind = iconOf(tone);
    m_icon->setVisible(kind.has_value());
    if (kind) {
        const int side = theme().size(Metric::Icon);
        m_icon->setPixmap(icon(*kind, textColor(tone)).pixmap(QSize(side, side), devicePixelRatioF()));
        m_icon->setContentsMargins(0, theme().scaled(1), 0, 0);
    }
    update();
}

} // namespace designer::ui
