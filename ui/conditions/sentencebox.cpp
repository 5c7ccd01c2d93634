// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/sentencebox.h"

#include "ui/common/linklabel.h"
#include "ui/theme/theme.h"

#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace designer::ui {

namespace {

QString plain(const QString &richText)
{
    return QTextDocumentFragment::fromHtml(richText).toPlainText();
}

/// Behind \a at in \a html: a tag or an entity as a whole, or a letter.
qsizetype pieceAt(const QString &html, qsizetype at)
{
    const QChar end = html.at(at) == u'<' ? u'>' : html.at(at) == u'&' ? u';' : QChar();
    const qsizetype found = end.isNull() ? at : html.indexOf(end, at);
    return (found < 0 ? at : found) + 1 - at;
}

} // namespace

SentenceBox::SentenceBox(QWidget *parent)
    : SoftBox(parent), m_area(new QScrollArea(this)), m_label(new LinkLabel(m_area))
{
    m_label->setObjectName(QStringLiteral("sentence"));
    m_label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_area->setWidget(m_label);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setSizePolicy(QSizePolicy::Expanding,
                          QSizePolicy::Fixed); // else the box would grow with the page
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->viewport()->setAutoFillBackground(false);
    m_label->setAutoFillBackground(false);
    auto *const layout = new QVBoxLayout(this);
    layout->addWidget(m_area);
    connect(m_label, &QLabel::linkActivated, this, [this] { unfold(!m_unfolded); });
    connect(&theme(), &Theme::changed, this, &SentenceBox::fit);
}

void SentenceBox::setSentence(const QString &richText)
{
    m_sentence = richText;
    m_label->setAccessibleName(plain(richText));
    fit();
}

void SentenceBox::setPageHeight(int height)
{
    if (std::exchange(m_pageHeight, height) != height)
        fit();
}

void SentenceBox::resizeEvent(QResizeEvent *event)
{
    SoftBox::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void SentenceBox::unfold(bool unfolded)
{
    m_unfolded = unfolded;
    fit();
    // The link that had it is another one now, and a label that has it already does not go to its link.
    m_label->clearFocus();
    m_label->setFocus(Qt::TabFocusReason);
}

void SentenceBox::fold()
{
    if (std::exchange(m_unfolded, false))
        fit();
}

void SentenceBox::put(const QString &richText)
{
    if (m_label->text() == richText)
        return; // what is selected in it stays so
    m_label->setSentence(richText);
    const bool hasLink = m_label->focusPolicy() != Qt::NoFocus;
    // It can be copied. Setting the flags sets the focus policy too: without a link it is no tab stop.
    m_label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_label->setFocusPolicy(hasLink ? Qt::StrongFocus : Qt::ClickFocus);
}

void SentenceBox::fit()
{
    const int line = m_label->fontMetrics().lineSpacing();
    const int lines = m_pageHeight < theme().scaled(240) ? 2 : 3;
    const int most = lines * line + line / 2; // what is bold, or of another script, may be a little higher
    const bool isLong = heightOf(m_sentence) > most;
    const QString less = QLatin1Char(' ') + link(QStringLiteral("less"), tr("Show less"));
    const QString shown = !isLong ? m_sentence : m_unfolded ? m_sentence + less : folded(most);
    put(shown);
    const int half = std::max(most, m_pageHeight / 2);
    m_area->setVerticalScrollBarPolicy(isLong && m_unfolded ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_area->setFixedHeight(std::min(heightOf(shown), half));
    m_area->verticalScrollBar()->setValue(0);
}

int SentenceBox::heightOf(const QString &richText) const
{
    QTextDocument document;
    document.setDocumentMargin(0);
    document.setDefaultFont(m_label->font());
    document.setHtml(richText);
    const QMargins margins = layout()->contentsMargins();
    document.setTextWidth(std::max(width() - margins.left() - margins.right(), 1));
    return static_cast<int>(document.size().height()) + 1;
}

/// As much of it as is no higher than \a most, with the link.
QString SentenceBox::folded(int most) const
{
    const QString more = QStringLiteral("… ") + link(QStringLiteral("more"), tr("Show all"));
    int fits = 0;
    int tooMuch = static_cast<int>(plain(m_sentence).size());
    while (tooMuch - fits > 1) {
        const int middle = (fits + tooMuch) / 2;
        (heightOf(beginningOf(m_sentence, middle) + more) <= most ? fits : tooMuch) = middle;
    }
    return beginningOf(m_sentence, fits) + more;
}

QString SentenceBox::beginningOf(const QString &richText, int length)
{
    QString out;
    bool isBold = false;
    for (qsizetype at = 0; at < richText.size() && length > 0;) {
        const QString piece = richText.mid(at, pieceAt(richText, at));
        at += piece.size();
        out += piece;
        if (piece.startsWith(u'<'))
            isBold = !piece.startsWith(QLatin1String("</"));
        else
            --length;
    }
    return isBold ? out + QStringLiteral("</b>") : out;
}

} // namespace designer::ui
