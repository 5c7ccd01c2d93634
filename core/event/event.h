// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/finding.h"
#include "finding/result.h"
#include "json/document.h"

#include <QString>

namespace designer::event {

/// One event as it stands: any JSON object. The bytes are the author's.
class Event
{
public:
    Event() = default;
    /// An event of that text. Errors: not JSON, not an object (ErrorCode::NotAnObject); the error
    /// carries the place and \a name as its file. A byte order mark is kept and passed over.
    static Result<Event> parse(std::string text, const QString &name = {});

    [[nodiscard]] const json::Document &document() const { return m_document; }
    [[nodiscard]] json::Value root() const { return m_document.root(); }
    [[nodiscard]] const QString &name() const { return m_name; }
    /// `event_name`, unescaped; empty where there is none.
    [[nodiscard]] std::string eventName() const;

    /// DUPLICATE_KEY for names that stand twice, BOM for a byte order mark; the `sample` of each is
    /// name().
    [[nodiscard]] Findings findings() const;

private:
    json::Document m_document;
    QString m_name;
};

} // namespace designer::event
