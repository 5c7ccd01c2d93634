// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/phasebars.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>

namespace designer::ui {

namespace {

constexpr std::array kinds{http::Phase::Resolve, http::Phase::Connect, http::Phase::Tls,
                           http::Phase::Send,    http::Phase::Wait,    http::Phase::Receive};

const http::Phase *phaseOf(const std::vector<http::Phase> &phases, http::Phase::Kind kind)
{
    const auto found = std::find_if(phases.begin(), phases.end(),
                                    [kind](const http::Phase &phase) { return phase.kind == kind; });
    return found == phases.end() ? nullptr : &*found;
}

int rowHeight()
{
    return theme().size(Space::S24);
}

} // namespace

QString shownDuration(std::chrono::microseconds duration)
{
    const double ms = static_cast<double>(duration.count()) / 1000.0;
    return QCoreApplication::translate("Testing", "%1 ms").arg(QLocale().toString(ms, 'f', ms < 100 ? 1 : 0));
}

QString phaseTitle(http::Phase::Kind kind)
{
    switch (kind) {
    case http::Phase::Resolve: return QCoreApplication::translate("Testing", "Find the address");
    case http::Phase::Connect: return QCoreApplication::translate("Testing", "Connect");
    case http::Phase::Tls: return QCoreApplication::translate("Testing", "Secure the line");
    case http::Phase::Send: return QCoreApplication::translate("Testing", "Send");
    case http::Phase::Wait: return QCoreApplication::translate("Testing", "Wait for the answer");
    case http::Phase::Receive: return QCoreApplication::translate("Testing", "Receive");
    }
    return {};
}

PhaseBars::PhaseBars(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Timing"));
}

void PhaseBars::setPhases(const std::vector<http::Phase> &phases, std::chrono::microseconds elapsed)
{
    m_phases = phases;
    m_elapsed = elapsed;
    setAccessibleDescription(spoken());
    update();
}

QString PhaseBars::spoken() const
{
    QStringList out;
    for (const http::Phase &phase : m_phases)
        out << phaseTitle(phase.kind) + QStringLiteral(": ") + shownDuration(phase.duration);
    return out.join(QStringLiteral("; "));
}

QSize PhaseBars::sizeHint() const
{
    return {theme().scaled(400), rowHeight() * static_cast<int>(kinds.size())};
}

QSize PhaseBars::minimumSizeHint() const
{
    return {theme().scaled(260), sizeHint().height()};
}

void PhaseBars::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setFont(theme().font(Font::Text));
    const QFontMetrics metrics(painter.font());
    int titleWidth = 0;
    for (const http::Phase::Kind kind : kinds)
        titleWidth = std::max(titleWidth, metrics.horizontalAdvance(phaseTitle(kind)));
    const int gap = theme().size(Space::S16);
    const int valueWidth = std::max(metrics.horizontalAdvance(tr("not needed")),
                                    metrics.horizontalAdvance(QStringLiteral("00000.0 ms")));
    const int left = titleWidth + gap;
    const int width = std::max(this->width() - left - gap - valueWidth, 1);
    const int thickness = theme().scaled(8);
    const double total = std::max<double>(static_cast<double>(m_elapsed.count()), 1);
    double begin = 0;
    int row = 0;
    for (const http::Phase::Kind kind : kinds) {
        const QRect line(0, row++ * rowHeight(), this->width(), rowHeight());
        const http::Phase *const phase = phaseOf(m_phases, kind);
        painter.setPen(theme().color(Color::Text));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, phaseTitle(kind));
        const QRect track(left, line.center().y() - thickness / 2, width, thickness);
        painter.fillRect(track, theme().color(Color::Window));
        if (phase) {
            const double length = static_cast<double>(phase->duration.count());
            const int from = static_cast<int>(begin / total * width);
            const int to = static_cast<int>(std::min((begin + length) / total, 1.0) * width);
            painter.fillRect(left + from, track.top(), std::max(to - from, theme().scaled(2)), thickness,
                             theme().color(Color::Accent));
            begin += length;
        }
        painter.setPen(theme().color(phase ? Color::Text : Color::Dim));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                         phase ? shownDuration(phase->duration) : tr("not needed"));
    }
}

} // namespace designer::ui
