// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/field.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::http;

class TestField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void everyByteInANameOrMethod();
    void everyByteInAValue();
    void methods_data();
    void methods();
    void names_data();
    void names();
    void values_data();
    void values();
    void trims();
};

namespace {

bool isTchar(int byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
        || (byte > 0 && byte < 0x80 && QByteArray("!#$%&'*+-.^_`|~").contains(static_cast<char>(byte)));
}

} // namespace

void TestField::everyByteInANameOrMethod()
{
    for (int byte = 0; byte < 256; ++byte) {
        const std::string name = std::string("X") + static_cast<char>(byte) + "Y";
        QVERIFY2(validateHeaderName(name).hasValue() == isTchar(byte), qPrintable(QString::number(byte)));
        QVERIFY2(validateMethod(name).hasValue() == isTchar(byte), qPrintable(QString::number(byte)));
    }
}

void TestField::everyByteInAValue()
{
    for (int byte = 0; byte < 256; ++byte) {
        // Bytes from 0x80 on are no UTF-8 by themselves.
        const bool allowed = byte == '\t' || (byte >= 0x20 && byte < 0x7f);
        const std::string value = std::string("a") + static_cast<char>(byte) + "b";
        QVERIFY2(validateHeaderValue(value).hasValue() == allowed, qPrintable(QString::number(byte)));
    }
}

void TestField::methods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("allowed");
    for (const char *method : {"POST", "GET", "post", "PURGE", "M-SEARCH"})
        QTest::newRow(method) << QByteArray(method) << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("blank") << QByteArray("PO ST") << false;
    QTest::newRow("injection") << QByteArray("GET / HTTP/1.1\r\nX: y\r\n\r\nPOST") << false;
    QTest::newRow("tunnel") << QByteArray("connect") << false;
}

void TestField::methods()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, allowed);
    const Status status = validateMethod(method.toStdString());
    QCOMPARE(status.hasValue(), allowed);
    if (!allowed) {
        QCOMPARE(status.error().code, ErrorCode::InvalidRequest);
        QVERIFY(!status.error().message.isEmpty() && !status.error().wayOut.isEmpty());
    }
}

void TestField::names_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *title, const QByteArray &name, const QString &message) {
        QTest::newRow(title) << name << message;
    };
    row("plain", "X-Api-Key", {});
    row("odd but legal", "x!#$%&'*+-.^_`|~9", {});
    row("empty", "", QStringLiteral("a header has no name"));
    row("colon", "X:Y", QStringLiteral("the header name contains \":\""));
    row("blank", "X Y", QStringLiteral("the header name contains a blank"));
    row("line feed", "X\nY", QStringLiteral("the header name contains a line feed"));
    row("NUL", QByteArray("X\0Y", 3), QStringLiteral("the header name contains a NUL byte"));
    row("escape", "X\x1bY", QStringLiteral("the header name contains the control character 0x1b"));
    row("Turkish", "X-\xc4\xb0", QStringLiteral("the header name contains a letter beyond ASCII"));
    row("host", "HOST", QStringLiteral("the header HOST is set by the program itself"));
    row("length", "content-length", QStringLiteral("the header content-length is set by the program itself"));
    row("coding", "Transfer-Encoding",
        QStringLiteral("the header Transfer-Encoding is set by the program itself"));
    row("connection", "Connection", QStringLiteral("the header Connection is set by the program itself"));
}

void TestField::names()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, message);
    const Status status = validateHeaderName(name.toStdString());
    QCOMPARE(status.hasValue() ? QString() : status.error().message, message);
}

void TestField::values_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("token") << QByteArray("abc-123") << true;
    QTest::newRow("tab inside") << QByteArray("a\tb") << true;
    QTest::newRow("UTF-8") << QByteArray("İstanbul 😀") << true;
    QTest::newRow("CR LF") << QByteArray("a\r\nX-Evil: 1") << false;
    QTest::newRow("LF") << QByteArray("a\nX-Evil: 1") << false;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << false;
    QTest::newRow("DEL") << QByteArray("a\x7f") << false;
    QTest::newRow("half a letter") << QByteArray("a\xc4") << false;
}

void TestField::values()
{
    QFETCH(QByteArray, value);
    QFETCH(bool, allowed);
    const Status status = validateHeaderValue(value.toStdString());
    QCOMPARE(status.hasValue(), allowed);
    if (!allowed)
        QVERIFY(!status.error().wayOut.isEmpty());
}

void TestField::trims()
{
    QCOMPARE(trimmed(" \t a b \t"), std::string_view("a b"));
    QCOMPARE(trimmed(" \t "), std::string_view());
}

QTEST_GUILESS_MAIN(TestField)
#include "tst_field.moc"
