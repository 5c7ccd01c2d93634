// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/stopwatch.h"

namespace designer::http {

using std::chrono::duration_cast;
using std::chrono::microseconds;

void Stopwatch::start()
{
    m_begin = m_end = Clock::now();
}

void Stopwatch::enter(Phase::Kind kind)
{
    stop();
    m_current = kind;
    m_phaseBegin = m_end;
}

void Stopwatch::stop()
{
    m_end = Clock::now();
    if (m_current)
        m_phases.push_back({*m_current, duration_cast<microseconds>(m_end - m_phaseBegin)});
    m_current.reset();
}

microseconds Stopwatch::elapsed() const
{
    return duration_cast<microseconds>(m_end - m_begin);
}

} // namespace designer::http
