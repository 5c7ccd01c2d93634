// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../../shipped.h"
#include "testrun/evaluation.h"

#include <atomic>

namespace designer::testrun {

inline const std::atomic<bool> never = false;
inline const insider::Moment now = std::chrono::system_clock::from_time_t(1'790'000'000);

/// A sample event that ships, as it is now.
inline event::Event shippedEvent(const char *name)
{
    const event::ShippedSample sample = shippedSample(name, now);
    return event::Event::parse(sample.text, sample.fileName).value();
}

/// \a connection with \a event, at a sandbox that nobody asks.
inline EvaluationInput inputOf(const connection::Connection &connection,
                               const std::optional<event::Event> &event = shippedEvent("purchase"))
{
    EvaluationInput out{connection::TakenApart::of(connection), event, {}};
    out.settings.now = now;
    out.settings.sandbox = http::parseEndpoint("http://127.0.0.1:1").value();
    return out;
}

} // namespace designer::testrun
