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
    : QWidget(parent), m_icon(new QLabel(this)), m_sentence(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme().scaled(6));
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_sentence, 1);
    m_icon->hide();
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
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
    m_sentence->setText(richText);
    const bool hasLinks = richText.contains(QLatin1String("<a "));
    m_sentence->setFocusPolicy(hasLinks ? Qt::StrongFocus : Qt::NoFocus);
    const QString spoken = spokenTone(tone);
    m_sentence->setAccessibleName(spoken.isEmpty() ? plain(richText)
                                                   : QStringLiteral("%1: %2").arg(spoken, plain(richText)));
    colour();
}

void MessageLine::setHelp(const QString &richText)
{
    setMessage(Tone::Neutral, richText);
}

void MessageLine::setWordWrap(bool wrap)
{
    m_sentence->setWordWrap(wrap);
}

void MessageLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::EnabledChange)
        colour();
}

void MessageLine::colour()
{
    QPalette palette = m_sentence->palette();
    palette.setColor(QPalette::WindowText, theme().color(textColor(m_tone)));
    palette.setColor(QPalette::Link, theme().color(Color::Accent));
    m_sentence->setPalette(palette);
    m_sentence->setFont(theme().font(Font::Small));
    const auto kind = iconOf(m_tone);
    m_icon->setVisible(kind && !m_text.isEmpty());
    if (kind) {
        const int side = theme().size(Metric::SmallIcon);
        m_icon->setFixedSize(side, side); // never squeezed by a long sentence
        m_icon->setPixmap(icon(*kind, textColor(m_tone)).pixmap(QSize(side, side), devicePixelRatioF()));
    }
    // The document of a label keeps the colour of its links from when the text was set.
    const QString text = m_sentence->text();
    m_sentence->setText(QString());
    m_sentence->setText(text);
}

QString link(const QString &target, const QString &words)
{
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(target.toHtmlEscaped(), words.toHtmlEscaped());
}

} // namespace designer::ui
