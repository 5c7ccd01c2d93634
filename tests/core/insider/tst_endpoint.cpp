// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/endpoint.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::insider;

class TestEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void whose_data();
    void whose();
    void wrong_data();
    void wrong();
    void requestLine();
};

void TestEndpoint::whose_data()
{
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *url, bool expected) { QTest::newRow(url) << expected; };
    row("https://unification.useinsider.com/api/user/v1/upsert", true);
    row("https://UNIFICATION.UseInsider.com/api/user/v1/upsert", true);
    row("https://useinsider.com/api/user/v1/upsert", true);
    row("https://eu.unification.insiderone.com/api/user/v1/upsert?x=1#y", true);
    row("https://unification.useinsider.com:8443/api/user/v1/upsert", true);
    row("https://unification.useinsider.com./api/user/v1/upsert", true);
    row("http://127.0.0.1:4711/api/user/v1/upsert", true);
    row("http://127.8.9.255/api/user/v1/upsert", true);
    row("http://[::1]:80/api/user/v1/upsert", true);
    row("http://localhost/api/user/v1/upsert", true);
    row("http://127.1/api/user/v1/upsert", true); // as every resolver has it
    row("http://api.localhost/api/user/v1/upsert", true);
    row("http://[::ffff:127.0.0.1]/api/user/v1/upsert", true);
    row("https://notuseinsider.com/api/user/v1/upsert", false);
    row("https://useinsider.com.example.org/api/user/v1/upsert", false);
    row("https://unification.useinsider.com@example.org/api/user/v1/upsert", false);
    row("https://example.org\\@useinsider.com/api/user/v1/upsert", false);
    row("https://unification.useinsider.com/api/user/v1/upsert/", false);
    row("https://unification.useinsider.com/API/user/v1/upsert", false);
    row("https://unification.useinsider.com", false);
    row("http://128.0.0.1/api/user/v1/upsert", false);
    row("http://127.0.0.256/api/user/v1/upsert", false);
    row("http://127.0.0.1.example.org/api/user/v1/upsert", false);
    row("ftp://127.0.0.1/api/user/v1/upsert", false);
    row("unification.useinsider.com/api/user/v1/upsert", false);
    row("", false);
}

void TestEndpoint::whose()
{
    QFETCH(bool, expected);
    QCOMPARE(isUpsertEndpoint(QTest::currentDataTag()), expected);
}

void TestEndpoint::wrong_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *url, const QString &expected) { QTest::newRow(url) << expected; };
    row("https://unification.useinsider.com/api/user/v1/upsert", {});
    row("https://unification.useinsider.com/api/user/v1/upsert?a=b", {});
    row("https://example.org/api/user/v1/delete", {});
    row("http://127.0.0.1/api/user/v1/delete", {});
    row("https://unification.useinsider.com/api/user/v1/upser", QStringLiteral("error address"));
    row("https://unification.useinsider.com/api/event/v1/collect", QStringLiteral("error address"));
    row("https://unification.useinsider.com/api/user/v1/delete", QStringLiteral("error deletes"));
    row("https://unification.useinsider.com/api/user/v1/attribute/delete", QStringLiteral("error deletes"));
    row("https://api.useinsider.com/api/user/v1/upsert", QStringLiteral("error host"));
    row("http://unification.useinsider.com/api/user/v1/upsert", QStringLiteral("warning unencrypted"));
}

void TestEndpoint::wrong()
{
    QFETCH(QString, expected);
    const Findings findings = checkEndpoint(QTest::currentDataTag());
    QCOMPARE(findings.empty(), expected.isEmpty());
    if (expected.isEmpty())
        return;
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(findings.front().code, std::string("ENDPOINT_WRONG"));
    const QString severity = QString::fromStdString(std::string(name(findings.front().severity)));
    QCOMPARE(severity, expected.section(u' ', 0, 0));
    QVERIFY2(findings.front().message.contains(expected.section(u' ', 1)),
             qPrintable(findings.front().message));
}

void TestEndpoint::requestLine()
{
    QVERIFY(checkRequestLine("POST", "/api/user/v1/upsert?a=b").empty());
    QVERIFY(checkRequestLine("POST", "").empty());
    QCOMPARE(checkRequestLine("PUT", "").front().code, std::string("METHOD_WRONG"));
    QCOMPARE(checkRequestLine("POST", "/api/user/v1/delete").front().code, std::string("ENDPOINT_WRONG"));
}

QTEST_GUILESS_MAIN(TestEndpoint)

#include "tst_endpoint.moc"
