// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headers/headerlayout.h"

#include "ui/common/placeholderlineedit.h"
#include "ui/theme/icons.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace designer::ui {
namespace {

/// More of a value is never seen in one line.
constexpr qsizetype longestShown = 1000;

std::optional<Icon> iconFor(const HeaderNote &note)
{
    return note.isAboutSecret ? std::optional(Icon::Lock) : iconOf(note.tone);
}

/// As MessageLine has it: the sentence in the tone's colour, the link in the accent.
std::unique_ptr<QTextDocument> documentOf(const HeaderNote &note)
{
    auto out = std::make_unique<QTextDocument>();
    out->setDocumentMargin(0);
    out->setDefaultFont(theme().font(Font::Small));
    const QString css
        = QStringLiteral("body { color: %1 } a { color: %2 }")
              .arg(theme().color(textColor(note.tone)).name(), theme().color(Color::Accent).name());
    out->setDefaultStyleSheet(css);
    QString html = note.sentence.toHtmlEscaped();
    if (!note.wayOut.isEmpty()) {
        QString words = note.wayOut;
        words.replace(u' ', QChar::Nbsp); // stays together
        html += QStringLiteral(" <a href=\"#\">%1</a>").arg(words.toHtmlEscaped());
    }
    out->setHtml(QStringLiteral("<body>%1</body>").arg(html));
    return out;
}

int lineHeight()
{
    return theme().size(Metric::CodeLine);
}

int padding()
{
    return (theme().size(Metric::RuleRow) - lineHeight()) / 2;
}

} // namespace

HeaderLayout::HeaderLayout(const QString &value, std::vector<HeaderNote> notes, const QRect &cell, Font font)
    : m_value(value.left(longestShown)), m_cell(cell), m_font(font)
{
    const QFontMetrics metrics(theme().font(m_font));
    const int textWidth = std::min(metrics.horizontalAdvance(m_value) + 1, cell.width());
    m_valueRect = QRect(cell.left(), cell.top() + padding(), textWidth, lineHeight());
    int right = m_value.isEmpty() ? cell.left() : m_valueRect.right() + theme().size(Space::S12);
    int bottom = m_valueRect.bottom() + 1;
    for (HeaderNote &note : notes) {
        Placed placed{.note = std::move(note), .document = nullptr, .iconRect = {}, .textRect = {}};
        placed.document = documentOf(placed.note);
        place(placed, right, bottom);
        m_notes.push_back(std::move(placed));
    }
    m_height = bottom + padding() - cell.top();
}

HeaderLayout::~HeaderLayout() = default;

/// Beside what is there already, where it may stand there and there is room; else below it all.
void HeaderLayout::place(Placed &placed, int &right, int &bottom)
{
    const int side = theme().size(Metric::SmallIcon);
    const int gap = iconFor(placed.note) ? side + theme().scaled(6) : 0;
    const int ideal = static_cast<int>(std::ceil(placed.document->idealWidth()));
    const bool isOnFirstLine = bottom == m_valueRect.bottom() + 1;
    const bool fits = right + gap + ideal <= m_cell.right();
    int left = m_cell.left();
    int top = bottom;
    if (!placed.note.isBelow && isOnFirstLine && fits) {
        left = right;
        top = m_valueRect.top();
        right += gap + ideal + theme().size(Space::S12);
    }
    placed.document->setTextWidth(std::max(m_cell.right() - left - gap + 1, side));
    const int textHeight = static_cast<int>(std::ceil(placed.document->size().height()));
    const int oneLine = QFontMetrics(theme().font(Font::Small)).height();
    const int above = (lineHeight() - oneLine) / 2;
    placed.iconRect = QRect(left, top + (lineHeight() - side) / 2, gap ? side : 0, side);
    placed.textRect = QRect(left + gap, top + above, m_cell.right() - left - gap + 1, textHeight);
    if (top == bottom)
        bottom += std::max(lineHeight(), textHeight + 2 * above);
}

void HeaderLayout::paint(QPainter *painter, bool isDim) const
{
    paintValue(painter, isDim);
    for (const Placed &placed : m_notes) {
        if (const auto kind = iconFor(placed.note))
            paintIcon(painter, placed.iconRect, *kind, theme().color(textColor(placed.note.tone)));
        painter->save();
        painter->translate(placed.textRect.topLeft());
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, theme().color(textColor(placed.note.tone)));
        placed.document->documentLayout()->draw(painter, context);
        painter->restore();
    }
}

void HeaderLayout::paintValue(QPainter *painter, bool isDim) const
{
    const QFont font = theme().font(m_font);
    const QString shown = QFontMetrics(font).elidedText(m_value, Qt::ElideRight, m_valueRect.width() + 1);
    QTextLayout layout(shown, font);
    QList<QTextLayout::FormatRange> formats;
    for (const TextSpan &span : textSpans(shown)) {
        QTextCharFormat format;
        format.setForeground(theme().color(Color::Placeholder));
        format.setBackground(theme().color(Color::PlaceholderSoft));
        formats.append({static_cast<int>(span.begin), static_cast<int>(span.length), format});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    if (!line.isValid())
        return;
    painter->setPen(theme().color(isDim ? Color::Dim : Color::Text));
    layout.draw(painter,
                QPointF(m_valueRect.left(), m_valueRect.top() + (m_valueRect.height() - line.height()) / 2));
}

const HeaderNote *HeaderLayout::linkAt(const QPoint &position) const
{
    for (const Placed &placed : m_notes) {
        const QPointF inside = position - placed.textRect.topLeft();
        if (!placed.document->documentLayout()->anchorAt(inside).isEmpty())
            return &placed.note;
    }
    return nullptr;
}

} // namespace designer::ui
