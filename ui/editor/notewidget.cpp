// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/notewidget.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace designer::ui {

/// A label that ends in "…" where it has no room; its whole text is its tooltip and its name.
class ElidedText : public QLabel
{
public:
    ElidedText(const QString &text, QWidget *parent) : QLabel(text, parent)
    {
        setTextFormat(Qt::PlainText);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        setMinimumWidth(fontMetrics().averageCharWidth() * 8);
        setAccessibleName(text);
        setToolTip(text);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

NoteWidget::NoteWidget(const LineNote &note, const EditorColors &colors, const QFont &font, QWidget *parent)
    : QWidget(parent), m_note(note), m_colors(colors), m_reason(nullptr)
{
    setFont(font);
    setCursor(Qt::ArrowCursor);
    QPalette look = palette();
    look.setColor(QPalette::WindowText, colors.text);
    look.setColor(QPalette::Text, colors.text); // the role of what lies on a viewport
    look.setColor(QPalette::ButtonText, colors.accent);
    setPalette(look);
    const int space = fontMetrics().averageCharWidth();
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(signSize() + 2 * space, 0, space, 0);
    layout->setSpacing(2 * space);
    m_reason = new ElidedText(note.reason, this);
    layout->addWidget(m_reason);
    for (const NoteLink &link : note.links)
        addLink(link, *layout);
    layout->addStretch(1);
}

void NoteWidget::addLink(const NoteLink &link, QHBoxLayout &layout)
{
    auto *const button = new QPushButton(link.text, this);
    button->setFlat(true);
    button->setAutoDefault(false);
    button->setCursor(Qt::PointingHandCursor);
    button->setAccessibleDescription(m_note.reason);
    QFont font = this->font();
    font.setUnderline(true);
    button->setFont(font);
    button->setStyleSheet(
        QStringLiteral("QPushButton { color: %1; background: transparent; border: 2px solid transparent; "
                       "padding: 0 2px; } QPushButton:focus { border-color: %1; }")
            .arg(m_colors.accent.name()));
    connect(button, &QPushButton::clicked, this, [this, id = link.id] { Q_EMIT linkActivated(id); });
    layout.addWidget(button);
}

int NoteWidget::signSize() const
{
    return fontMetrics().ascent();
}

void NoteWidget::resizeEvent(QResizeEvent *event)
{
    for (QPushButton *const button : findChildren<QPushButton *>())
        button->setFixedHeight(height());
    QWidget::resizeEvent(event);
}

void NoteWidget::paintEvent(QPaintEvent *)
{
    const bool error = m_note.severity == MarkSeverity::Error;
    QPainter painter(this);
    painter.fillRect(rect(), error ? m_colors.errorSoft : m_colors.warningSoft);
    painter.setRenderHint(QPainter::Antialiasing);
    const double size = signSize();
    const QRectF sign(fontMetrics().averageCharWidth(), (height() - size) / 2.0, size, size);
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
