// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/segmentedcontrol.h"

#include "ui/theme/paint.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QRadioButton>

#include <algorithm>

namespace designer::ui {
namespace {

/// A radio button, as assistive tools and the arrow keys know it, that fills its part of the frame.
class Segment : public QRadioButton
{
public:
    Segment(const QString &text, Tone tone, QWidget *parent) : QRadioButton(text, parent), m_tone(tone)
    {
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const int words = QFontMetrics(theme().font(Font::Bold)).horizontalAdvance(text());
        return {words + 2 * theme().size(Space::S12), theme().size(Metric::Control)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.save();
        const QRect whole = parentWidget()->rect().translated(-pos());
        QPainterPath inside;
        const int gap = isRinged() && isOnLive(this) ? 3 : 0; // white on white would not be seen
        inside.addRoundedRect(whole.adjusted(gap, gap, -gap, -gap), theme().size(Metric::Radius),
                              theme().size(Metric::Radius));
        painter.setClipPath(inside);
        painter.fillRect(rect(), fill());
        painter.restore();
        paintFrame(&painter, whole);
        painter.setFont(theme().font(isChecked() ? Font::Bold : Font::Text));
        painter.setPen(theme().color(ink()));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextHideMnemonic, text());
    }

    /// Its part of the frame, or of the ring of the focus, around the whole control.
    void paintFrame(QPainter *painter, const QRect &whole) const
    {
        const double radius = theme().size(Metric::Radius);
        if (isRinged()) {
            paintFocusRing(painter, whole, theme().color(isOnLive(this) ? Color::OnLive : Color::Accent),
                           radius);
            return;
        }
        const Color edge = isEnabled() ? Color::Edge : Color::Rule;
        paintBox(painter, whole, {.fill = {}, .edge = theme().color(edge), .edgeWidth = 1, .radius = radius});
    }

    /// Whether one of the segments has the focus.
    [[nodiscard]] bool isRinged() const
    {
        const QWidget *focused = parentWidget()->focusWidget();
        return focused && focused->hasFocus();
    }

    [[nodiscard]] QColor fill() const
    {
        if (isChecked())
            return theme().color(m_tone == Tone::Live ? Color::LiveSoft : Color::AccentSoft);
        const QColor panel = theme().color(Color::Panel);
        return underMouse() && isEnabled() ? mixed(panel, theme().color(Color::Text), 0.07) : panel;
    }

    [[nodiscard]] Color ink() const
    {
        if (!isEnabled())
            return Color::Dim;
        if (!isChecked())
            return Color::Text;
        return m_tone == Tone::Live ? Color::LiveText : Color::Accent;
    }

    [[nodiscard]] bool hitButton(const QPoint &position) const override { return rect().contains(position); }

    void focusInEvent(QFocusEvent *event) override
    {
        QRadioButton::focusInEvent(event);
        parentWidget()->update();
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        QRadioButton::focusOutEvent(event);
        parentWidget()->update();
    }

private:
    Tone m_tone;
};

} // namespace

SegmentedControl::SegmentedControl(QWidget *parent) : QWidget(parent), m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme(), &Theme::changed, this, &QWidget::updateGeometry);
}

int SegmentedControl::addSegment(const QString &text, Tone tone)
{
    auto *segment = new Segment(text, tone, this);
    const int index = count();
    m_segments.push_back(segment);
    m_layout->addWidget(segment);
    segment->setChecked(index == 0);
    segment->setFocusPolicy(index == 0 ? Qt::StrongFocus : Qt::ClickFocus);
    connect(segment, &QAbstractButton::toggled, this, [this, segment, index](bool chosen) {
        segment->setFocusPolicy(chosen ? Qt::StrongFocus : Qt::ClickFocus); // Tab enters at the chosen one
        if (chosen)
            Q_EMIT currentChanged(index);
    });
    connect(segment, &QAbstractButton::clicked, this, [this, index] { Q_EMIT currentChosen(index); });
    return index;
}

int SegmentedControl::currentIndex() const
{
    const auto chosen = std::find_if(m_segments.begin(), m_segments.end(),
                                     [](const QAbstractButton *segment) { return segment->isChecked(); });
    return chosen == m_segments.end() ? -1 : static_cast<int>(chosen - m_segments.begin());
}

void SegmentedControl::setCurrentIndex(int index)
{
    m_segments.at(static_cast<std::size_t>(index))->setChecked(true);
}

QAbstractButton *SegmentedControl::segment(int index) const
{
    return m_segments.at(static_cast<std::size_t>(index));
}

} // namespace designer::ui
