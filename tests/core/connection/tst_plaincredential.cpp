// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/plaincredential.h"

#include <QTest>

using namespace designer;

/// What would leave the file, or be read in it, as it stands.
class TestPlainCredential : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void is_data();
    void is();
};

void TestPlainCredential::is_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *name, const char *header, const char *value, bool expected) {
        QTest::newRow(name) << QByteArray(header) << QByteArray(value) << expected;
    };
    row("a token", "X-REQUEST-TOKEN", "4f9a", true);
    row("a token with its scheme", "Authorization", "Bearer 4f9a", true);
    row("of no credential's header", "X-PARTNER-NAME", "ornekmoda", false);
    row("empty", "X-REQUEST-TOKEN", "", false);
    row("blanks alone", "X-REQUEST-TOKEN", " \t", false);
    row("the name of a secret", "X-REQUEST-TOKEN", "{{secret:T}}", false);
    row("a placeholder", "X-REQUEST-TOKEN", "##properties.token##", false);
    row("a word to write over", "X-REQUEST-TOKEN", "YOUR_INSIDER_TOKEN", false);
    row("a word to write over, with its scheme", "Authorization", "Bearer YOUR_TOKEN", false);
}

void TestPlainCredential::is()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QTEST(connection::isPlainCredential(header.toStdString(), value.toStdString()), "expected");
}

QTEST_GUILESS_MAIN(TestPlainCredential)
#include "tst_plaincredential.moc"
