// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/listchecker.h"

#include "connection/fittingevent.h"
#include "testrun/evaluation.h"

#include <algorithm>

namespace designer::ui {

const Sample *fittingSample(const connection::Connection &connection, const std::vector<Sample> &samples)
{
    std::vector<const event::Event *> events;
    events.reserve(samples.size());
    for (const Sample &sample : samples)
        events.push_back(sample.event.get());
    const auto first = std::find_if(events.begin(), events.end(), [](const auto *event) { return event; });
    if (first == events.end())
        return nullptr;
    const auto fitting = connection::fittingEvent(connection, events);
    return &samples[fitting.value_or(static_cast<std::size_t>(first - events.begin()))];
}

ListChecker::ListChecker(std::function<insider::Moment()> now, QObject *parent)
    : QObject(parent), m_now(std::move(now))
{
    m_pool.setMaxThreadCount(1);
}

ListChecker::~ListChecker()
{
    stop();
    m_pool.waitForDone();
}

void ListChecker::stop()
{
    if (m_cancelled)
        *m_cancelled = true;
}

void ListChecker::start(const Session &session)
{
    stop();
    const auto cancelled = std::make_shared<std::atomic<bool>>(false);
    m_cancelled = cancelled;
    std::vector<std::pair<QString, connection::Connection>> connections;
    for (int row = 0; row < session.count(); ++row) {
        if (!session.at(row).unreadable)
            connections.emplace_back(session.at(row).name, session.at(row).saved);
    }
    m_pool.start([this, cancelled, connections, samples = session.samples().all(), now = m_now()] {
        for (const auto &[name, connection] : connections) {
            if (*cancelled)
                return;
            const Sample *const sample = fittingSample(connection, samples);
            testrun::EvaluationInput input{connection::TakenApart::of(connection),
                                           sample ? std::optional(*sample->event) : std::nullopt,
                                           {}};
            input.settings.now = now;
            const FindingCounts counts = count(testrun::evaluate(input, *cancelled).findings);
            QMetaObject::invokeMethod(
                this,
                [this, cancelled, name = name, counts] {
                    if (!*cancelled)
                        Q_EMIT checked(name, counts);
                },
                Qt::QueuedConnection);
        }
    });
}

} // namespace designer::ui
