// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/percentencoding.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

class TestPercentEncoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void encodes_data();
    void encodes();
    void encodesEachByteAsOthersDo();
    void appends();
};

void TestPercentEncoding::encodes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("unreserved") << QByteArray("azAZ09-._~") << QByteArray("azAZ09-._~");
    QTest::newRow("a blank is no plus") << QByteArray("a b+c") << QByteArray("a%20b%2Bc");
    QTest::newRow("what parts a URL") << QByteArray("/?#&=%:@") << QByteArray("%2F%3F%23%26%3D%25%3A%40");
    QTest::newRow("beyond ASCII") << QByteArray("ş") << QByteArray("%C5%9F");
    QTest::newRow("control characters") << QByteArray("\r\n\0", 3) << QByteArray("%0D%0A%00");
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void TestPercentEncoding::encodes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(text::percentEncoded(text.toStdString())), expected);
}

void TestPercentEncoding::encodesEachByteAsOthersDo()
{
    for (int byte = 0; byte < 256; ++byte) {
        const QByteArray one(1, static_cast<char>(byte));
        QCOMPARE(QByteArray::fromStdString(text::percentEncoded(one.toStdString())), one.toPercentEncoding());
    }
}

void TestPercentEncoding::appends()
{
    std::string out = "a";
    text::appendPercentEncoded(out, "b c");
    text::appendPercentByte(out, '~');
    QCOMPARE(out, std::string("ab%20c%7E"));
}

QTEST_GUILESS_MAIN(TestPercentEncoding)
#include "tst_percentencoding.moc"
