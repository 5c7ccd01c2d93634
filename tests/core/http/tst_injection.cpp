// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultserver.h"
#include "perform.h"

#include <QRegularExpression>

using namespace designer;
using namespace designer::http;

namespace {

/// A request with one byte put into one of six places.
Result<Request> requestWith(const QByteArray &base, const QByteArray &place, char byte)
{
    const auto with = [&](const char *here, const char *text) {
        std::string out = text;
        if (place == here)
            out.insert(1, 1, byte);
        return out;
    };
    const std::string host = base.toStdString();
    const std::string url = host + with("path", "/ab") + "?" + with("query", "cd");
    return makeRequest(with("method", "PO"), url,
                       {{with("name", "XY"), with("value", "vw")}, {"X-Last", with("second value", "end")}},
                       "{}", "0");
}

} // namespace

class TestInjection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void everyByteInSixPlaces_data();
    void everyByteInSixPlaces();
};

void TestInjection::everyByteInSixPlaces_data()
{
    QTest::addColumn<QByteArray>("place");
    for (const char *place : {"method", "path", "query", "name", "value", "second value"})
        QTest::newRow(place) << QByteArray(place);
}

void TestInjection::everyByteInSixPlaces()
{
    QFETCH(QByteArray, place);
    int sent = 0;
    FaultServer server;
    server.answerWith(FaultServer::respond("HTTP/1.1 204 No\r\n\r\n"));
    const QByteArray base = server.url("");
    const auto plain = makeRequest("PO", view(base + "/"), {{"XY", "v"}, {"X-Last", "end"}}, "{}", "0");
    const qsizetype lines = bytes(plain->head()).count('\n') - 1;
    for (int byte = 0; byte < 256; ++byte) {
        const Result<Request> request = requestWith(base, place, static_cast<char>(byte));
        if (!request)
            continue;
        const Exchange exchange = perform(*request);
        QCOMPARE(exchange.response->status, 204);
        QCOMPARE(server.connections(), sent + 1);
        QVERIFY2(server.headLines(sent).size() == lines, qPrintable(QString::number(byte)));
        QVERIFY(server.received(sent).endsWith("\r\n\r\n{}"));
        ++sent;
    }
    QCOMPARE(server.requests(), sent);
    QVERIFY(sent > 60);
}

QTEST_GUILESS_MAIN(TestInjection)
#include "tst_injection.moc"
