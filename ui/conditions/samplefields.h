// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/vocabulary.h"
#include "event/event.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace designer::ui {

/// The paths of a sample event that a rule can look at, in the event's order.
class SampleFields
{
public:
    SampleFields() = default;
    explicit SampleFields(std::shared_ptr<const event::Event> event);

    /// Those in the list of \a type; all where there is none.
    [[nodiscard]] QStringList paths(std::optional<condition::Type> type) const;
    /// \a path as a list of that type shows it: without what the type says already.
    [[nodiscard]] static QString shortened(const QString &path, std::optional<condition::Type> type);
    [[nodiscard]] const QString &eventName() const { return m_eventName; }
    /// What a rule of \a type sees at \a field, as JSON texts: one value, or those of an array that
    /// are no arrays or objects themselves.
    [[nodiscard]] std::vector<std::string> values(std::optional<condition::Type> type,
                                                  const std::string &field) const;

private:
    std::shared_ptr<const event::Event> m_event; ///< null: no sample
    QStringList m_paths;
    QString m_eventName;
};

} // namespace designer::ui
