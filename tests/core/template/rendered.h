// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "template/template.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace designer::test {

using Policy = tmpl::MissingPolicy;

/// What a template gives for an event: the payload, or "malformed", "missing", "too deep" for what
/// is not sent; and the missing paths, joined by blanks.
struct Rendered
{
    QByteArray bytes;
    QString missing;
};

inline Rendered rendered(const QByteArray &source, const QByteArray &event, const tmpl::Options &options = {})
{
    const auto compiled = tmpl::Template::compile(source.toStdString(), options);
    if (!compiled)
        return {"malformed", {}};
    const json::Document document(event.toStdString());
    if (!document.isValid())
        return {"the event is no JSON", {}};
    const tmpl::Rendering rendering = compiled->render(document.root());
    QStringList missing;
    for (const event::Path &path : rendering.missing)
        missing << QString::fromStdString(path.text());
    const char *blocked = rendering.blocked == tmpl::Blocked::MissingValues ? "missing" : "too deep";
    return {rendering.blocked == tmpl::Blocked::No ? QByteArray::fromStdString(rendering.bytes) : blocked,
            missing.join(QLatin1Char(' '))};
}

} // namespace designer::test
