// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/messageline.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTextDocumentFragment>

namespace designer::ui {
namespace {

QString plain(const QString &richText)
{
    return QTextDocumentFragment::fromHtml(richText).toPlainText();
}

} // namespace

MessageLine::MessageLine(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_sentence(new LinkLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme().scaled(6));
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_sentence, 1);
    m_icon->hide();
    m_sentence->setForegroundRole(QPalette::WindowText); // on a page or a table it would be another one
    connect(m_sentence, &QLabel::linkActivated, this, &MessageLine::linkActivated);
    connect(&theme(), &Theme::changed, this, &MessageLine::colour);
    colour();
}

void MessageLine::setMessage(Tone tone, const QString &richText)
{
    if (m_tone == tone && m_text == richText)
        return;
    m_tone = tone;
    m_text = richText;
    m_sentence->setSentence(richText);
    const QString spoken = spokenTone(tone);
    m_sentence->setAccessibleName(spoken.isEmpty() ? plain(richText)
                                                   : QStringLiteral("%1: %2").arg(spoken, plain(richText)));
    colour();
    layout()->invalidate(); // a label's hint changes without a word where it does not wrap
    updateGeometry();
}

void MessageLine::setHelp(const QString &richText)
{
    setMessage(Tone::Neutral, richText);
}

void MessageLine::setTextFont(Font font)
{
    m_font = font;
    colour();
}

void MessageLine::setOnLive(bool onLive)
{
    m_onLive = onLive;
    colour();
}

void MessageLine::setWordWrap(bool wrap)
{
    m_sentence->setWordWrap(wrap);
    layout()->setAlignment(m_icon, wrap ? Qt::AlignTop : Qt::AlignVCenter);
}

void MessageLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::EnabledChange)
        colour();
}

void MessageLine::colour()
{
    const Color words = m_onLive ? Color::OnLive : textColor(m_tone);
    QPalette palette = m_sentence->palette();
    palette.setColor(QPalette::WindowText, theme().color(words));
    if (m_onLive)
        palette.setColor(QPalette::Link, theme().color(words));
    m_sentence->setPalette(palette);
    m_sentence->setFont(theme().font(m_font));
    const auto kind = iconOf(m_tone);
    m_icon->setVisible(kind && !m_text.isEmpty());
    if (kind) {
        const int side = theme().size(m_font == Font::Small ? Metric::SmallIcon : Metric::Icon);
        m_icon->setFixedSize(side, side); // never squeezed by a long sentence
        m_icon->setPixmap(icon(*kind, words).pixmap(QSize(side, side), devicePixelRatioF()));
    }
}

} // namespace designer::ui
