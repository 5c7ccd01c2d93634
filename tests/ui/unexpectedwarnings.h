// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

/// For QTest::failOnWarning(): every warning but what the offscreen platform says of itself.
inline QRegularExpression unexpectedWarnings()
{
    return QRegularExpression(QStringLiteral("^(?!This plugin does not support )"));
}
