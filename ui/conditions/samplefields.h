// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/vocabulary.h"
#include "event/event.h"

#include <QStringList>

#include <optional>

namespace designer::ui {

/// The paths of a sample event that a rule can look at, in the event's order.
class SampleFields
{
public:
    SampleFields() = default;
    explicit SampleFields(const event::Event &event);

    /// Those in the list of \a type; all where there is none.
    [[nodiscard]] QStringList paths(std::optional<condition::Type> type) const;
    [[nodiscard]] const QString &eventName() const { return m_eventName; }

private:
    void collect(const json::Value &value, const QString &path, int depth);

    QStringList m_paths;
    QString m_eventName;
};

} // namespace designer::ui
