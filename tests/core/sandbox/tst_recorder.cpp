// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/recorder.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::sandbox;
using State = Recorder::State;

Q_DECLARE_METATYPE(designer::sandbox::Recorder::State)

class TestRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void keepsTheHeadAsWritten();
    void states_data();
    void states();
    void countsWhatIsNotAnnounced();
    void targets_data();
    void targets();
};

namespace {

/// Feeds \a text whole and byte by byte; both must come to the same.
State feed(const QByteArray &text)
{
    const std::string all = text.toStdString();
    Recorder whole(10);
    whole.feed(all);
    Recorder pieces(10);
    for (const char c : all)
        pieces.feed(std::string_view(&c, 1));
    return whole.state() == pieces.state() || whole.state() == State::Body ? pieces.state() : State::Head;
}

} // namespace

void TestRecorder::keepsTheHeadAsWritten()
{
    Recorder recorder(1000);
    QCOMPARE(recorder.feed("PURGE /A%2fb?c=d HTTP/1.1\r\nHost: x\r\nX-MiXed: 1\r\nx-mixed:  2 \r\nEx"),
             State::Head);
    QCOMPARE(recorder.feed("pect: 100-Continue\r\n\r\nbody"), State::Body);
    QCOMPARE(recorder.request().method, std::string("PURGE"));
    QCOMPARE(recorder.request().target, std::string("/A%2fb?c=d"));
    QCOMPARE(recorder.request().path(), std::string_view("/A%2fb"));
    const std::vector<http::Header> headers{
        {"Host", "x"}, {"X-MiXed", "1"}, {"x-mixed", "2"}, {"Expect", "100-Continue"}};
    QVERIFY(recorder.request().headers == headers);
    QCOMPARE(recorder.request().header("X-MIXED"), std::string_view("1"));
    QVERIFY(recorder.expectsContinue());
}

void TestRecorder::states_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<State>("state");
    const QByteArray post("POST / HTTP/1.1\r\n");
    QTest::newRow("nothing") << QByteArray() << State::Head;
    QTest::newRow("half a head") << post << State::Head;
    QTest::newRow("no body") << post + "\r\n" << State::Body;
    QTest::newRow("line feeds alone") << QByteArray("GET / HTTP/1.0\n\n") << State::Body;
    QTest::newRow("announced") << post + "Content-Length: 10\r\n\r\n" << State::Body;
    QTest::newRow("announced too much") << post + "Content-Length: 11\r\n\r\n" << State::BodyTooLarge;
    QTest::newRow("announced beyond numbers") << post + "Content-Length: 99999999999999999999999\r\n\r\n"
                                              << State::BodyTooLarge;
    QTest::newRow("garbage") << QByteArray("hello\r\n\r\n") << State::HeadMalformed;
    QTest::newRow("no version") << QByteArray("GET /\r\n\r\n") << State::HeadMalformed;
    QTest::newRow("blank in target") << QByteArray("GET /a b HTTP/1.1\r\n\r\n") << State::HeadMalformed;
    QTest::newRow("bad header") << post + "nonsense\r\n\r\n" << State::HeadMalformed;
    QTest::newRow("length of letters") << post + "Content-Length: ten\r\n\r\n" << State::HeadMalformed;
    QTest::newRow("empty length") << post + "Content-Length: \r\n\r\n" << State::HeadMalformed;
    QTest::newRow("endless head") << post + "X: " + QByteArray(70'000, 'x') << State::HeadTooLarge;
    QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n\n", 13)
                         << State::HeadMalformed;
}

void TestRecorder::states()
{
    QFETCH(QByteArray, text);
    QTEST(feed(text), "state");
}

void TestRecorder::countsWhatIsNotAnnounced()
{
    Recorder recorder(10);
    QCOMPARE(recorder.feed("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"), State::Body);
    QCOMPARE(recorder.feed("0123456789"), State::Body);
    QCOMPARE(recorder.feed("x"), State::BodyTooLarge);
    QCOMPARE(recorder.feed("y"), State::BodyTooLarge);
    QCOMPARE(recorder.bodyBytes(), 11U);
    QCOMPARE(recorder.announcedBytes(), 11U);
    Recorder beyond(10);
    QCOMPARE(beyond.feed("POST / HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\n012"),
             State::BodyTooLarge);
    QCOMPARE(beyond.announcedBytes(), 3U); // and no number that nobody said
    Recorder atOnce(10);
    QCOMPARE(atOnce.feed("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0123456789x"),
             State::BodyTooLarge);
    QCOMPARE(atOnce.bodyBytes(), 11U);
}

void TestRecorder::targets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("/a?b") << QByteArray("/a?b");
    QTest::newRow("http://host:1/a?b") << QByteArray("/a?b");
    QTest::newRow("http://host") << QByteArray("/");
    QTest::newRow("*") << QByteArray("*");
    QTest::newRow("/x?u=http://y/z") << QByteArray("/x?u=http://y/z");
}

void TestRecorder::targets()
{
    const auto request = readHead(std::string("GET ") + QTest::currentDataTag() + " HTTP/1.1\r\n\r\n");
    QVERIFY(request.has_value());
    QTEST(QByteArray::fromStdString(request->target), "target");
}

QTEST_GUILESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
