// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/responseparser.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::http;
using Problem = ResponseParser::Problem;
using State = ResponseParser::State;

Q_DECLARE_METATYPE(designer::http::ResponseParser::Problem)

class TestResponseParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void headHasNoBody();
    void headers();
    void countsExtraBytes();
    void brokenConnectionEndsNothing();
    void respectsLimits_data();
    void respectsLimits();
    void doesNotDependOnTheSplit_data();
    void doesNotDependOnTheSplit();
    void survivesNoise();
};

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// Everything that a reader of the answer can see, as one text.
QByteArray print(const ResponseParser &parser)
{
    const Response &r = parser.response();
    QByteArray out = "state " + QByteArray::number(int(parser.state())) + " problem "
        + QByteArray::number(int(parser.problem())) + '\n';
    if (!parser.hasHead())
        return out;
    out += QByteArray::fromStdString(r.version) + ' ' + QByteArray::number(r.status) + ' '
        + QByteArray::fromStdString(r.reason) + '\n';
    for (const Header &header : r.headers)
        out += QByteArray::fromStdString(header.name + '=' + header.value + '\n');
    out += "body " + QByteArray::fromStdString(r.body) + '\n';
    for (const Header &header : r.trailers)
        out += QByteArray::fromStdString(header.name + '=' + header.value + '\n');
    out += "interim " + QByteArray::number(r.interimAnswers) + " extra "
        + QByteArray::number(qsizetype(r.extraBytes));
    return out + (r.truncated ? " truncated\n" : "\n") + QByteArray::fromStdString(r.rawHead);
}

} // namespace

void TestResponseParser::reads_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *title, const QByteArray &answer, int status, const QByteArray &body) {
        QTest::newRow(title) << answer << status << body;
    };
    row("by length", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", 200, "{}");
    row("until close", "HTTP/1.1 200 OK\r\n\r\nall of it", 200, "all of it");
    row("HTTP/1.0", "HTTP/1.0 200 OK\r\n\r\nx", 200, "x");
    row("no reason", "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", 200, "");
    row("empty reason", "HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n", 200, "");
    row("line feeds alone", "HTTP/1.1 404 No\nContent-Length: 1\n\nx", 404, "x");
    row("redirect", "HTTP/1.1 302 Found\r\nLocation: http://h/\r\nContent-Length: 0\r\n\r\n", 302, "");
    row("204 with a length", "HTTP/1.1 204 No\r\nContent-Length: 5\r\n\r\n", 204, "");
    row("304", "HTTP/1.1 304 Not\r\nContent-Length: 5\r\n\r\n", 304, "");
    row("101 ends the answer", "HTTP/1.1 101 Switch\r\n\r\n", 101, "");
    row("equal lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 01, 1\r\n\r\nx", 200, "x");
    row("interim answers",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 "
        "OK\r\nContent-Length: 1\r\n\r\nx",
        200, "x");
    row("chunked", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n",
        200, "abcdefg");
    row("chunk extensions",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\nA ; x=\"y\"\r\n0123456789\r\n00;z\r\n\r\n", 200,
        "0123456789");
    row("chunks with line feeds alone", "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n1\na\n0\n\n", 200,
        "a");
    row("chunked wins over length",
        "HTTP/1.1 200 OK\r\nContent-Length: 99\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n", 200,
        "a");
    row("trailers", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nX-Sum: 1\r\n\r\n",
        200, "a");
    row("ends within the trailers", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n",
        200, "a");
    row("identity coding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\n\r\nabc", 200, "abc");
    row("NUL in the body", QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na\0b", 41), 200,
        QByteArray("a\0b", 3));
}

void TestResponseParser::reads()
{
    QFETCH(QByteArray, answer);
    ResponseParser parser(false, {});
    parser.feed(view(answer));
    QCOMPARE(parser.finish(), State::Complete);
    QTEST(parser.response().status, "status");
    QTEST(QByteArray::fromStdString(parser.response().body), "body");
    QVERIFY(!parser.response().truncated);
    QCOMPARE(parser.response().extraBytes, 0U);
}

void TestResponseParser::refuses_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Problem>("problem");
    const auto row = [](const char *title, const QByteArray &answer, Problem problem) {
        QTest::newRow(title) << answer << problem;
    };
    const QByteArray ok("HTTP/1.1 200 OK\r\n");
    const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
    row("nothing", "", Problem::ClosedBeforeAnswer);
    row("interim answer only", "HTTP/1.1 100 Continue\r\n\r\n", Problem::ClosedBeforeAnswer);
    row("partial status line", "HTTP/1.1 2", Problem::ClosedInHead);
    row("partial head", ok + "X: y\r\n", Problem::ClosedInHead);
    row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n", Problem::NotHttp);
    row("HTTP/2 status line", "HTTP/2 200\r\n\r\n", Problem::NotHttp);
    row("HTTP/0.9", "<html>hello", Problem::NotHttp);
    row("status of two digits", "HTTP/1.1 20 OK\r\n\r\n", Problem::NotHttp);
    row("status of four digits", "HTTP/1.1 2000 OK\r\n\r\n", Problem::NotHttp);
    row("status of letters", "HTTP/1.1 2xx OK\r\n\r\n", Problem::NotHttp);
    row("status 000", "HTTP/1.1 000 OK\r\n\r\n", Problem::NotHttp);
    row("line feed first", "\r\nHTTP/1.1 200 OK\r\n\r\n", Problem::NotHttp);
    row("header without colon", ok + "nonsense\r\n\r\n", Problem::BadHeader);
    row("header without name", ok + ": x\r\n\r\n", Problem::BadHeader);
    row("header name with a blank", ok + "X Y: x\r\n\r\n", Problem::BadHeader);
    row("fold before any header", ok + " folded\r\n\r\n", Problem::BadHeader);
    row("two lengths", ok + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", Problem::ContradictoryLength);
    row("two lengths in one line", ok + "Content-Length: 1, 2\r\n\r\nab", Problem::ContradictoryLength);
    row("length of letters", ok + "Content-Length: ten\r\n\r\nab", Problem::ContradictoryLength);
    row("negative length", ok + "Content-Length: -1\r\n\r\nab", Problem::ContradictoryLength);
    row("length with a plus", ok + "Content-Length: +1\r\n\r\na", Problem::ContradictoryLength);
    row("empty length", ok + "Content-Length:\r\n\r\n", Problem::ContradictoryLength);
    row("length too large to hold", ok + "Content-Length: 99999999999999999999999\r\n\r\nab",
        Problem::ClosedInBody);
    row("gzip as transfer coding", ok + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        Problem::UnknownCoding);
    row("short body", ok + "Content-Length: 10\r\n\r\nabc", Problem::ClosedInBody);
    row("short chunk", chunked + "a\r\nabc", Problem::ClosedInBody);
    row("no last chunk", chunked + "1\r\na\r\n", Problem::ClosedInBody);
    row("chunk size of letters", chunked + "xyz\r\n", Problem::BadChunk);
    row("empty chunk size", chunked + "\r\n", Problem::BadChunk);
    row("negative chunk size", chunked + "-1\r\na\r\n", Problem::BadChunk);
    row("chunk size 0x1", chunked + "0x1\r\na\r\n", Problem::BadChunk);
    row("chunk size too large to hold", chunked + "fffffffffffffffff\r\n", Problem::BadChunk);
    row("chunk longer than its size", chunked + "1\r\nab\r\n0\r\n\r\n", Problem::BadChunk);
    row("endless chunk extension", chunked + "1;" + QByteArray(5000, 'x'), Problem::BadChunk);
    row("bad trailer", chunked + "0\r\nnonsense\r\n\r\n", Problem::BadHeader);
}

void TestResponseParser::refuses()
{
    QFETCH(QByteArray, answer);
    ResponseParser parser(false, {});
    parser.feed(view(answer));
    QCOMPARE(parser.finish(), State::Failed);
    QTEST(parser.problem(), "problem");
    QCOMPARE(parser.hasHead(),
             parser.response().status >= 200 && parser.problem() != Problem::ClosedInHead
                 && !(parser.problem() == Problem::BadHeader
                      && parser.response().rawHead.find("\r\n\r\n") == std::string::npos));
}

void TestResponseParser::headHasNoBody()
{
    ResponseParser parser(true, {});
    QCOMPARE(parser.feed("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"), State::Complete);
    QCOMPARE(parser.response().body, std::string());
}

void TestResponseParser::headers()
{
    ResponseParser parser(false, {});
    parser.feed("HTTP/1.1 200 All  is well \r\n"
                "B: 1\r\nA:2\r\nb:\t 3 \r\nFolded: one\r\n  two\r\n\tthree\r\nEmpty:\r\nName : v\r\n");
    parser.feed(std::string_view("Odd: a\0b\rc\r\nContent-Length: 0\r\n\r\n", 33));
    QCOMPARE(parser.state(), State::Complete);
    const std::vector<Header> expected{
        {"B", "1"},    {"A", "2"},    {"b", "3"},       {"Folded", "one two three"},
        {"Empty", ""}, {"Name", "v"}, {"Odd", "a b c"}, {"Content-Length", "0"}};
    QVERIFY(parser.response().headers == expected);
    QCOMPARE(parser.response().reason, std::string("All  is well"));
}

void TestResponseParser::countsExtraBytes()
{
    const std::string_view answer = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na";
    ResponseParser parser(false, {});
    parser.feed(std::string(answer) + std::string(answer));
    QCOMPARE(parser.state(), State::Complete);
    QCOMPARE(parser.response().body, std::string("a"));
    QCOMPARE(parser.response().extraBytes, answer.size());
    parser.feed("xyz");
    QCOMPARE(parser.response().extraBytes, answer.size() + 3);
}

void TestResponseParser::brokenConnectionEndsNothing()
{
    ResponseParser parser(false, {});
    parser.feed("HTTP/1.1 200 OK\r\n\r\nabc");
    QCOMPARE(parser.finish(false), State::Failed);
    QCOMPARE(parser.problem(), Problem::ClosedInBody);
    QCOMPARE(parser.response().body, std::string("abc"));
}

void TestResponseParser::respectsLimits_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<qsizetype>("body");
    const QByteArray ok("HTTP/1.1 200 OK\r\n");
    QTest::newRow("body at the limit")
        << ok + "Content-Length: 20\r\n\r\n" + QByteArray(20, 'b') << Problem::None << qsizetype(20);
    QTest::newRow("body over the limit")
        << ok + "Content-Length: 21\r\n\r\n" + QByteArray(21, 'b') << Problem::BodyTooLarge << qsizetype(20);
    QTest::newRow("body until close")
        << ok + "\r\n" + QByteArray(21, 'b') << Problem::BodyTooLarge << qsizetype(20);
    QTest::newRow("chunks") << ok + "Transfer-Encoding: chunked\r\n\r\n"
            + QByteArray("5\r\nbbbbb\r\n").repeated(5)
                            << Problem::BodyTooLarge << qsizetype(20);
    QTest::newRow("one header line") << ok + "X: " + QByteArray(500, 'x') << Problem::HeadTooLarge
                                     << qsizetype(0);
    QTest::newRow("many header lines") << ok + QByteArray("X: y\r\n").repeated(5) + "\r\n"
                                       << Problem::HeadTooLarge << qsizetype(0);
    QTest::newRow("status line") << "HTTP/1.1 200 " + QByteArray(500, 'x') << Problem::HeadTooLarge
                                 << qsizetype(0);
    QTest::newRow("interim answers") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(20)
                                     << Problem::HeadTooLarge << qsizetype(0);
    QTest::newRow("trailers") << ok + "Transfer-Encoding: chunked\r\n\r\n0\r\nX: " + QByteArray(500, 'x')
                              << Problem::HeadTooLarge << qsizetype(0);
}

void TestResponseParser::respectsLimits()
{
    QFETCH(QByteArray, answer);
    Limits limits;
    limits.maxHeaderBytes = 200;
    limits.maxHeaderCount = 4;
    limits.maxBodyBytes = 20;
    ResponseParser parser(false, limits);
    parser.feed(view(answer));
    parser.finish();
    QTEST(parser.problem(), "problem");
    QTEST(qsizetype(parser.response().body.size()), "body");
    QVERIFY(parser.response().rawHead.size() <= 200);
}

void TestResponseParser::doesNotDependOnTheSplit_data()
{
    reads_data();
    QTest::newRow("extra") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naHTTP/1.1 200") << 200
                           << QByteArray("a");
    QTest::newRow("noise") << QByteArray("garbage without an end") << 0 << QByteArray();
    QTest::newRow("header noise") << QByteArray("HTTP/1.1 200 OK\r\ngarbage\r\n\r\n") << 0 << QByteArray();
    QTest::newRow("bad chunk end") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabcd")
                                   << 0 << QByteArray();
    QTest::newRow("too much") << "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(60, 'x') << 0 << QByteArray();
    QTest::newRow("long head") << "HTTP/1.1 200 OK\r\nX: " + QByteArray(300, 'x') << 0 << QByteArray();
}

void TestResponseParser::doesNotDependOnTheSplit()
{
    QFETCH(QByteArray, answer);
    Limits limits;
    limits.maxHeaderBytes = 256;
    limits.maxBodyBytes = 50;
    const std::string_view all = view(answer);
    ResponseParser whole(false, limits);
    whole.feed(all);
    whole.finish();
    const QByteArray expected = print(whole);
    for (std::size_t first = 0; first <= all.size(); ++first) {
        for (std::size_t second = first; second <= all.size(); ++second) {
            ResponseParser parser(false, limits);
            parser.feed(all.substr(0, first));
            parser.feed(all.substr(first, second - first));
            parser.feed(all.substr(second));
            parser.finish();
            if (print(parser) != expected)
                QCOMPARE(print(parser), expected);
        }
    }
    ResponseParser byByte(false, limits);
    for (std::size_t i = 0; i < all.size(); ++i)
        byByte.feed(all.substr(i, 1));
    byByte.finish();
    QCOMPARE(print(byByte), expected);
}

void TestResponseParser::survivesNoise()
{
    QRandomGenerator random(20240607);
    const QList<QByteArray> words{"HTTP/1.1 200 OK\r\n",
                                  "HTTP/1.1 100 C\r\n\r\n",
                                  "Content-Length: 3\r\n",
                                  "Transfer-Encoding: chunked\r\n",
                                  "\r\n",
                                  "\n",
                                  "3\r\nabc\r\n",
                                  "0\r\n",
                                  "X: y\r\n",
                                  " fold\r\n",
                                  "abc",
                                  ":",
                                  "\r",
                                  QByteArray(1, '\0'),
                                  "ffffffffffffffff\r\n"};
    Limits limits;
    limits.maxHeaderBytes = 120;
    limits.maxBodyBytes = 16;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray answer = round % 4 ? words.first() : QByteArray();
        for (int i = random.bounded(12); i > 0; --i)
            answer += words.at(random.bounded(int(words.size())));
        if (!answer.isEmpty() && round % 3 == 0)
            answer[random.bounded(int(answer.size()))] = static_cast<char>(random.bounded(256));
        const auto cut = static_cast<std::size_t>(random.bounded(int(answer.size()) + 1));
        ResponseParser whole(false, limits);
        whole.feed(view(answer));
        whole.finish();
        ResponseParser split(false, limits);
        split.feed(view(answer).substr(0, cut));
        split.feed(view(answer).substr(cut));
        split.finish();
        QVERIFY(whole.state() != State::Reading);
        QVERIFY(whole.response().body.size() <= limits.maxBodyBytes);
        if (print(whole) != print(split))
            QCOMPARE(print(split), print(whole));
    }
}

QTEST_GUILESS_MAIN(TestResponseParser)
#include "tst_responseparser.moc"
