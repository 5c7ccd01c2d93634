// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/notewidget.h"

#include "ui/common/plaintooltip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>
#include <vector>

namespace designer::ui {

namespace {

int signSizeOf(const QFontMetrics &metrics)
{
    return metrics.ascent();
}

} // namespace

/// A label that ends in "…" where it has no room, on as many lines as it is high; its whole text is
/// its tooltip and its name.
class ElidedText : public QLabel
{
public:
    ElidedText(const QString &text, QWidget *parent) : QLabel(text, parent)
    {
        setTextFormat(Qt::PlainText);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
        setMinimumWidth(fontMetrics().averageCharWidth() * 8);
        setAccessibleName(text);
        setToolTip(plainToolTip(text));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const int most = std::max(1, height() / fontMetrics().height());
        QTextLayout layout(text(), font(), this);
        layout.beginLayout();
        std::vector<QString> lines;
        while (static_cast<int>(lines.size()) < most) {
            QTextLine line = layout.createLine();
            if (!line.isValid())
                break;
            line.setLineWidth(width());
            const bool last = static_cast<int>(lines.size()) + 1 == most;
            const QString words
                = last ? text().mid(line.textStart()) : text().mid(line.textStart(), line.textLength());
            lines.push_back(fontMetrics().elidedText(words.trimmed(), Qt::ElideRight, width()));
        }
        layout.endLayout();
        QPainter painter(this);
        const int row = height() / std::max(1, static_cast<int>(lines.size()));
        for (int i = 0; i < static_cast<int>(lines.size()); ++i)
            painter.drawText(QRect(0, i * row, width(), row),
                             Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                             lines[static_cast<std::size_t>(i)]);
    }
};

NoteWidget::Room NoteWidget::roomFor(const LineNote &note, const QFont &font, int width)
{
    const QFontMetrics metrics(font);
    const int space = metrics.averageCharWidth();
    const int full = width - signSizeOf(metrics) - 3 * space;
    int links = 0;
    for (const NoteLink &link : note.links)
        links += 4 * space + metrics.horizontalAdvance(link.text);
    const int words = metrics.horizontalAdvance(note.reason);
    if (words <= full - links)
        return {1, false};
    constexpr double wrapping = 1.8; // lines that break at words are not quite full
    if (words <= (full - links) * wrapping)
        return {2, false};
    return {words <= full ? 2 : 3, !note.links.empty()};
}

NoteWidget::NoteWidget(const LineNote &note, const EditorColors &colors, const QFont &font, bool linksBelow,
                       QWidget *parent)
    : QWidget(parent), m_note(note), m_colors(colors), m_linksBelow(linksBelow)
{
    setFont(font);
    setCursor(Qt::ArrowCursor);
    QPalette look = palette();
    look.setColor(QPalette::WindowText, colors.text);
    look.setColor(QPalette::Text, colors.text); // the role of what lies on a viewport
    look.setColor(QPalette::ButtonText, colors.accent);
    setPalette(look);
    const int space = fontMetrics().averageCharWidth();
    auto *const layout = new QBoxLayout(linksBelow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, this);
    layout->setContentsMargins(signSize() + 2 * space, 0, space, 0);
    layout->setSpacing(linksBelow ? 0 : 2 * space);
    m_reason = new ElidedText(note.reason, this);
    layout->addWidget(m_reason, linksBelow ? 1 : 0);
    QBoxLayout *row = layout;
    if (linksBelow) {
        row = new QHBoxLayout;
        row->setSpacing(2 * space);
        layout->addLayout(row);
    }
    for (const NoteLink &link : note.links)
        addLink(link, *row);
    row->addStretch(1);
}

void NoteWidget::addLink(const NoteLink &link, QBoxLayout &layout)
{
    auto *const button = new QPushButton(link.text, this);
    button->setObjectName(link.id);
    button->setFlat(true);
    button->setCursor(Qt::PointingHandCursor);
    button->setAccessibleDescription(m_note.reason);
    QFont font = this->font();
    font.setUnderline(true);
    button->setFont(font);
    button->setStyleSheet(
        QStringLiteral("QPushButton { color: %1; background: transparent; border: %2px solid transparent; "
                       "padding: 0 %2px; } QPushButton:focus { border-color: %1; }")
            .arg(m_colors.accent.name(),
                 QString::number(style()->pixelMetric(QStyle::PM_FocusFrameHMargin))));
    connect(button, &QPushButton::clicked, this, [this, id = link.id] { Q_EMIT linkActivated(id); });
    layout.addWidget(button);
}

QRect NoteWidget::placeOf(const QString &link) const
{
    const auto *const button = findChild<QPushButton *>(link);
    return button ? button->geometry() : QRect();
}

int NoteWidget::signSize() const
{
    return signSizeOf(fontMetrics());
}

void NoteWidget::resizeEvent(QResizeEvent *event)
{
    for (QPushButton *const button : findChildren<QPushButton *>())
        button->setFixedHeight(std::min(height(), button->minimumSizeHint().height()));
    QWidget::resizeEvent(event);
}

void NoteWidget::paintEvent(QPaintEvent *)
{
    const bool error = m_note.severity == MarkSeverity::Error;
    QPainter painter(this);
    painter.fillRect(rect(), error ? m_colors.errorSoft : m_colors.warningSoft);
    painter.setRenderHint(QPainter::Antialiasing);
    const double size = signSize();
    const double line = m_linksBelow ? fontMetrics().height() * 1.2 : height();
    const QRectF sign(fontMetrics().averageCharWidth(), (line - size) / 2.0, size, size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(error ? m_colors.error : m_colors.warning);
    painter.drawEllipse(sign);
    painter.setPen(QPen(m_colors.background, size / 8, Qt::SolidLine, Qt::RoundCap));
    const QPointF middle = sign.center();
    const double arm = size / 5;
    if (error) {
        painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm));
        painter.drawLine(middle - QPointF(arm, -arm), middle + QPointF(arm, -arm));
    } else {
        painter.drawLine(middle - QPointF(0, arm * 1.4), middle + QPointF(0, arm * 0.2));
        painter.drawPoint(middle + QPointF(0, arm * 1.4));
    }
}

} // namespace designer::ui
