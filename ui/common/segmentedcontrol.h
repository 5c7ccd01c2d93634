// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tone.h"

#include <QWidget>

#include <vector>

class QAbstractButton;
class QBoxLayout;

namespace designer::ui {

/// One of a few, side by side: "Sandbox | Live". Arrow keys choose; Tab enters at the chosen one.
/// Give it an accessible name that says what is chosen.
class SegmentedControl : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget *parent = nullptr);

    /// The index of the new segment. The first is chosen at once, without a signal. A segment of
    /// Tone::Live wears the colours of live while it is chosen.
    int addSegment(const QString &text, Tone tone = Tone::Neutral);
    [[nodiscard]] int count() const { return static_cast<int>(m_segments.size()); }
    [[nodiscard]] int currentIndex() const;
    void setCurrentIndex(int index);
    [[nodiscard]] QAbstractButton *segment(int index) const;

Q_SIGNALS:
    /// By whomever. Ask before what is costly with currentChosen() instead.
    void currentChanged(int index);
    /// By the person who uses the program, not by setCurrentIndex().
    void currentChosen(int index);

private:
    std::vector<QAbstractButton *> m_segments; ///< children
    QBoxLayout *m_layout = nullptr;
};

} // namespace designer::ui
