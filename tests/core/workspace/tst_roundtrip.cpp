// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/gallery.h"
#include "workspace/roundtrip.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using connection::Connection;

/// roundTrip(): whether a file survives an editor, an export and an import.
class TestRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void survives_data();
    void survives();
    void everyTemplateSurvives_data();
    void everyTemplateSurvives();
    void isLost_data();
    void isLost();
    void unsoundIsNotExported();
};

namespace {

/// Brackets around nothing, \a depth deep.
QByteArray nested(int depth)
{
    return QByteArray("[").repeated(depth) + QByteArray("]").repeated(depth);
}

QByteArray withFormat(const QByteArray &format, const QByteArray &more = {})
{
    return R"({"endpoint_label":"L","endpoint_url":"https://h.example/","request_format":)" + format + more
        + '}';
}

QStringList lostBy(const QByteArray &bytes, bool isSound = true)
{
    const Result<Connection> loaded = Connection::load(bytes.toStdString());
    if (!loaded)
        return {loaded.error().line()};
    QStringList out;
    for (const Finding &finding : workspace::roundTrip(*loaded, isSound)) {
        out << QString::fromStdString(finding.code) + u' ' + finding.message.section(u' ', 0, 0);
        if (finding.severity != Severity::Error || !finding.templatePlace || !finding.fixTitle)
            out << u"is not whole"_qs;
    }
    return out;
}

} // namespace

void TestRoundTrip::survives_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a plain one") << withFormat(R"({"a": "##user_id##", "a":1.0})");
    QTest::newRow("a byte order mark") << "\xEF\xBB\xBF" + withFormat("{}");
    QTest::newRow("bare placeholders") << withFormat(R"("{\"a\": ##b##, \"c\":[\"##d##\"]}")");
    QTest::newRow("a body that is text") << withFormat(R"("a ##b##")", R"(,"content_type":"text/plain")");
    QTest::newRow("a body that only a file can hold")
        << withFormat(R"("[##b##]")", R"(,"x_designer":{"values":"text"})");
    QTest::newRow("secrets, and a header twice")
        << withFormat("{}", R"(,"headers":{"A":"{{secret:T}}","A":"\u0041","B":"{{secret:U}} b"})");
    QTest::newRow("no settings at all") << QByteArray(R"({"request_format":[]})");
    QTest::newRow("an empty label, and an escape in the URL")
        << QByteArray(R"({"endpoint_label":"","endpoint_url":"https:\/\/h.example","request_format":[]})");
    QTest::newRow("unknown keys, conditions, notes")
        << withFormat("{}", R"(,"x":[1e5],"x_designer":{"notes":"n","headers_off":{"A":"b"},"y":{}})");
    QTest::newRow("as deep as a file can hold it") << withFormat(nested(511));
    QTest::newRow("the same as a text") << withFormat('"' + nested(511) + '"');
}

void TestRoundTrip::survives()
{
    QFETCH(const QByteArray, bytes);
    QCOMPARE(lostBy(bytes), QStringList());
}

void TestRoundTrip::everyTemplateSurvives_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const connection::GalleryTemplate &item : connection::gallery())
        QTest::newRow(qPrintable(item.name)) << QByteArray::fromStdString(item.bytes);
}

void TestRoundTrip::everyTemplateSurvives()
{
    survives();
}

void TestRoundTrip::isLost_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("a text that is too deep for an object around it")
        << withFormat('"' + nested(512) + '"') << QStringList{u"ROUND_TRIP Exported"_qs};
}

void TestRoundTrip::isLost()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QStringList, expected);
    QCOMPARE(lostBy(bytes), expected);
}

void TestRoundTrip::unsoundIsNotExported()
{
    const QByteArray tooDeep = withFormat('"' + nested(512) + '"');
    QCOMPARE(lostBy(tooDeep, true).size(), 1);
    QCOMPARE(lostBy(tooDeep, false), QStringList());
}

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "tst_roundtrip.moc"
