// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clirunner.h"

#include <QRegularExpression>

namespace designer::journeys {

/// A connection whose members after the URL are \a rest.
inline QByteArray withRest(const QByteArray &rest)
{
    return "{\"endpoint_url\":\"https://collect.example.com/in\"," + rest + "}";
}

inline QByteArray withTemplate(const QByteArray &requestFormat)
{
    return withRest("\"request_format\":" + requestFormat);
}

inline QByteArray withUrl(const QByteArray &url)
{
    return "{\"endpoint_url\":\"" + url + "\",\"request_format\":{}}";
}

inline QByteArray withHeader(const QByteArray &header)
{
    return withRest("\"request_format\":{},\"headers\":{" + header + "}");
}

inline QByteArray withRule(const QByteArray &rule)
{
    return withRest(R"("request_format":{},"x_designer":{"conditions":{"match":"all","rules":[)" + rule
                    + "]}}");
}

/// Codes of the findings of an outcome of `lint --json` or `validate --json`.
inline QByteArrayList codes(const json::Value &findings)
{
    QByteArrayList out;
    for (const json::Value &finding : findings.elements())
        out << text(finding.find("severity")) + ' ' + text(finding.find("code"));
    return out;
}

/// The way out that an error names: what stands after the semicolon.
inline bool namesAWayOut(const QByteArray &complaint)
{
    return complaint.lastIndexOf("; ") > 0;
}

} // namespace designer::journeys
