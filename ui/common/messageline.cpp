// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/messageline.h"

#include "ui/common/plaintooltip.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QTextDocumentFragment>

#include <utility>

namespace designer::ui {
namespace {

QString plain(const QString &richText)
{
    return QTextDocumentFragment::fromHtml(richText).toPlainText();
}

/// The colour of a link is that of the program wherever its HTML says nothing else.
QString withLinksIn(const QColor &color, QString richText)
{
    return richText.replace(QLatin1String("<a "), QStringLiteral("<a style=\"color:%1\" ").arg(color.name()));
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
    if (!m_line && m_tone == tone && m_text == richText)
        return;
    m_line.reset();
    show(tone, richText);
}

void MessageLine::show(Tone tone, const QString &richText)
{
    m_tone = tone;
    m_text = richText;
    m_sentence->setSentence(m_onLive ? withLinksIn(theme().color(Color::OnLive), richText) : richText);
    const QString whole
        = m_line ? (m_line->words + QLatin1Char(' ') + m_line->linkWords).trimmed() : plain(richText);
    const QString spoken = spokenTone(tone);
    m_sentence->setAccessibleName(spoken.isEmpty() ? whole : QStringLiteral("%1: %2").arg(spoken, whole));
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
    if (std::exchange(m_onLive, onLive) != onLive)
        show(m_tone, m_text);
}

void MessageLine::setLine(Tone tone, const QString &words, const QString &target, const QString &linkWords)
{
    m_line = Line{words, linkWords.isEmpty() ? QString() : link(target, linkWords), linkWords, {}};
    setWordWrap(false);
    m_sentence->setMinimumWidth(1);
    m_tone = tone;
    show(tone, fitted());
    setToolTip(width() < sizeHint().width() ? plainToolTip(m_line->words) : QString());
}

void MessageLine::setShorter(const QStringList &shorter)
{
    if (!m_line)
        return;
    m_line->shorter = shorter;
    show(m_tone, fitted());
}

/// What the sign and the link take of the width.
int MessageLine::besideWords() const
{
    const QFontMetrics metrics(theme().font(m_font));
    const int side = theme().size(m_font == Font::Small ? Metric::SmallIcon : Metric::Icon);
    const int sign = iconOf(m_tone) ? side + layout()->spacing() : 0;
    return sign
        + (m_line->link.isEmpty() ? 0 : metrics.horizontalAdvance(QLatin1String("  ") + m_line->linkWords));
}

/// As much of the words as there is room for, or fewer words, and the whole link.
QString MessageLine::fitted() const
{
    const QFontMetrics metrics(theme().font(m_font));
    const int room = width() - besideWords();
    QString words = m_line->words;
    for (const QString &shorter : m_line->shorter) {
        if (metrics.horizontalAdvance(words) > room)
            words = shorter;
    }
    words = metrics.elidedText(words, Qt::ElideRight, room);
    return (words.toHtmlEscaped() + QLatin1Char(' ') + m_line->link).trimmed();
}

QSize MessageLine::sizeHint() const
{
    return m_line ? QSize(widthOf(m_line->words), QWidget::sizeHint().height()) : QWidget::sizeHint();
}

int MessageLine::widthOf(const QString &words) const
{
    const QFontMetrics metrics(theme().font(m_font));
    // A pixel more than the words measure, for a label rounds.
    return (m_line ? besideWords() : 0) + metrics.horizontalAdvance(words) + 1;
}

void MessageLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_line)
        return;
    if (const QString text = fitted(); text != m_text)
        show(m_tone, text);
    setToolTip(width() < sizeHint().width() ? plainToolTip(m_line->words) : QString());
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
