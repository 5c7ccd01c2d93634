// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tone.h"

#include <QWidget>

class QPainter;

namespace designer::ui {

/// What a badge shows. A value, so that delegates paint the same badge as the widget.
struct BadgeContent
{
    enum class Shape { Pill, Chip };

    Tone tone = Tone::Neutral;
    QString text;
    bool withIcon = false; ///< the tone's icon before the text
    Shape shape = Shape::Pill;
    bool operator==(const BadgeContent &) const = default;
};

[[nodiscard]] QSize badgeSize(const BadgeContent &content);
/// Fills \a rect, which is badgeSize() or less wide: then the text is elided.
void paintBadge(QPainter *painter, const QRect &rect, const BadgeContent &content);
/// On \a fill, where the tone's soft colour would not be seen.
void paintBadge(QPainter *painter, const QRect &rect, const BadgeContent &content, const QColor &fill);

/// A word or a number in a coloured pill ("active", "2") or chip ("not saved").
class Badge : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(QWidget *parent = nullptr);

    [[nodiscard]] const BadgeContent &content() const { return m_content; }
    /// Also makes the accessible name. An empty text hides the badge.
    void setContent(const BadgeContent &content);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BadgeContent m_content;
};

} // namespace designer::ui
