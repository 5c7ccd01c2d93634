// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/compiledconnection.h"
#include "event/event.h"
#include "json/text.h"

#include <QByteArray>
#include <QtGlobal>

#include <string>

namespace designer {

/// What the tests of the room begin with. A text that cannot be used ends the test: it is the test's
/// own mistake.
inline connection::Connection loaded(const QByteArray &bytes)
{
    const auto loaded = connection::Connection::load(bytes.toStdString(), QStringLiteral("c.json"));
    if (!loaded)
        qFatal("does not load: %s", qPrintable(loaded.error().line()));
    return *loaded;
}

inline connection::CompiledConnection compiled(const QByteArray &bytes)
{
    const auto compiled = connection::compile(loaded(bytes));
    if (!compiled)
        qFatal("does not compile: %s", qPrintable(compiled.error().line()));
    return *compiled;
}

inline event::Event eventOf(const QByteArray &text)
{
    const auto event = event::Event::parse(text.toStdString(), QStringLiteral("e.json"));
    if (!event)
        qFatal("no event: %s", qPrintable(event.error().line()));
    return *event;
}

/// \a text as a JSON string, with its quotes.
inline QByteArray quoted(const QByteArray &text)
{
    return QByteArray::fromStdString(json::quoted(text.toStdString()));
}

/// `CODE severity /template/pointer line:column placeholder`, as much as there is.
inline QString shown(const Finding &finding)
{
    QString out = QString::fromStdString(finding.code) + u' '
        + QString::fromStdString(std::string(name(finding.severity)));
    if (finding.templatePlace)
        out += QStringLiteral(" %1 %2:%3")
                   .arg(QString::fromStdString(finding.templatePlace->pointer))
                   .arg(finding.templatePlace->position.line)
                   .arg(finding.templatePlace->position.column);
    if (finding.placeholder)
        out += u' ' + QString::fromStdString(*finding.placeholder);
    return out;
}

inline QStringList shown(const Findings &findings)
{
    QStringList out;
    for (const Finding &finding : findings)
        out += shown(finding);
    return out;
}

} // namespace designer
