// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/exchange.h"

#include <QWidget>

#include <chrono>
#include <vector>

namespace designer::ui {

/// The six stretches of one attempt, a bar each on one scale.
class PhaseBars : public QWidget
{
    Q_OBJECT
public:
    explicit PhaseBars(QWidget *parent = nullptr);

    void setPhases(const std::vector<http::Phase> &phases, std::chrono::microseconds elapsed);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString spoken() const;

    std::vector<http::Phase> m_phases;
    std::chrono::microseconds m_elapsed{0};
};

/// "2.6 ms", as the language writes numbers.
[[nodiscard]] QString shownDuration(std::chrono::microseconds duration);
/// "Wait for the answer"
[[nodiscard]] QString phaseTitle(http::Phase::Kind kind);

} // namespace designer::ui
