// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clirunner.h"

#include <QRegularExpression>

namespace designer::journeys {

inline constexpr auto findingKeys = "code severity message evidence template payload sample placeholder fix";
inline constexpr auto connectionKeys
    = "endpoint_label endpoint_id endpoint_url request_method content_type request_format headers";

/// A connection to nobody in particular, whose template is \a requestFormat.
inline QByteArray connection(const QByteArray &requestFormat, const QByteArray &designerKey = {})
{
    QByteArray out = "{\n  \"endpoint_label\": \"Mine\",\n  \"endpoint_id\": \"mine\",\n"
                     "  \"endpoint_url\": \"https://collect.example.com/in\",\n"
                     "  \"request_method\": \"POST\",\n  \"content_type\": \"application/json\",\n"
                     "  \"request_format\": "
        + requestFormat + ",\n  \"headers\": {}";
    if (!designerKey.isEmpty())
        out += ",\n  \"x_designer\": " + designerKey;
    return out + "\n}\n";
}

/// Checks one finding against the promise.
inline void checkFinding(const json::Value &finding)
{
    QCOMPARE(keys(finding), QByteArray(findingKeys));
    static const QRegularExpression upperSnake(QStringLiteral("^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$"));
    QVERIFY(upperSnake.match(json::toQString(finding.find("code").text())).hasMatch());
    QVERIFY(QByteArrayList({"error", "warning", "info"}).contains(text(finding.find("severity"))));
    QVERIFY(!finding.find("message").text().empty());
    QVERIFY(QByteArrayList({"captured", "documented", "derived", "inferred", "undocumented", "ours"})
                .contains(text(finding.find("evidence"))));
    if (const json::Value place = finding.find("template"); !place.isNull()) {
        QCOMPARE(keys(place), QByteArray("pointer line column"));
        QCOMPARE(kind(place.find("pointer")), QByteArray("string"));
        QVERIFY(QByteArray(text(place.find("line"))).toInt() >= 1);
        QVERIFY(QByteArray(text(place.find("column"))).toInt() >= 1);
    }
    if (const json::Value place = finding.find("payload"); !place.isNull())
        QCOMPARE(keys(place), QByteArray("pointer"));
    for (const char *name : {"sample", "placeholder"})
        QVERIFY(finding.find(name).isNull() || finding.find(name).isString());
    if (const json::Value fix = finding.find("fix"); !fix.isNull())
        QCOMPARE(keys(fix), QByteArray("title"));
}

inline void checkFindings(const json::Value &findings)
{
    QVERIFY(findings.isArray());
    for (const json::Value &finding : findings.elements())
        checkFinding(finding);
}

} // namespace designer::journeys
