// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/mends.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::connection;

/// What mends a setting, whoever the receiver is.
class TestConnectionMends : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void settings_data();
    void settings();
};

void TestConnectionMends::settings_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("expected"); // empty: none
    const auto row
        = [](const char *name, const char *pointer, const char *code, const char *url, const char *expected) {
              QTest::newRow(name) << QByteArray(pointer) << QByteArray(code) << QByteArray(url)
                                  << QByteArray(expected);
          };
    row("an address without a scheme", "/endpoint_url", "ENDPOINT_INVALID", "a.b/c", "https://a.b/c");
    row("an address with one", "/endpoint_url", "ENDPOINT_INVALID", "ftp://a.b/c", "");
    row("no address", "/endpoint_url", "ENDPOINT_INVALID", " ", "");
    row("another receiver's rule on it", "/endpoint_url", "ENDPOINT_WRONG", "a.b/c", "");
    row("a method", "/request_method", "METHOD_WRONG", "", "POST");
    row("missing values", "/x_designer/missing_values", "SETTING_INVALID", "", "omit");
    row("values", "/x_designer/values", "SETTING_INVALID", "", "typed");
    row("a setting without a default", "/endpoint_label", "SETTING_INVALID", "", "");
}

void TestConnectionMends::settings()
{
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, expected);
    const auto loaded = Connection::load(R"({"endpoint_url":")" + url.toStdString() + "\"}");
    QVERIFY(loaded);
    Finding finding;
    finding.code = code.toStdString();
    const auto mended = mendedSetting(pointer.toStdString(), finding, *loaded);
    QCOMPARE(QByteArray::fromStdString(mended.value_or("")), expected);
}

QTEST_APPLESS_MAIN(TestConnectionMends)
#include "tst_mends.moc"
