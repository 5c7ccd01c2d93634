// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/exchange.h"

#include <optional>

namespace designer::http {

/// Measures the phases of one attempt on the steady clock: entering one ends the one before.
class Stopwatch
{
public:
    using Clock = std::chrono::steady_clock;

    void start();
    void enter(Phase::Kind kind);
    void stop();

    [[nodiscard]] std::optional<Phase::Kind> current() const { return m_current; }
    [[nodiscard]] const std::vector<Phase> &phases() const { return m_phases; }
    [[nodiscard]] std::chrono::microseconds elapsed() const;

private:
    Clock::time_point m_begin;
    Clock::time_point m_phaseBegin;
    Clock::time_point m_end;
    std::optional<Phase::Kind> m_current;
    std::vector<Phase> m_phases;
};

} // namespace designer::http
