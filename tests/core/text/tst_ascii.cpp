// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/ascii.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

using Question = bool (*)(char);

class TestAscii : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void knowsEachByte_data();
    void knowsEachByte();
    void changesCase();
    void comparesIgnoringCase_data();
    void comparesIgnoringCase();
};

void TestAscii::knowsEachByte_data()
{
    QTest::addColumn<Question>("is");
    QTest::addColumn<QByteArray>("members");
    const QByteArray digits = "0123456789";
    const QByteArray small = "abcdefghijklmnopqrstuvwxyz";
    QTest::newRow("digits") << Question(text::isDigit) << digits;
    QTest::newRow("small letters") << Question(text::isLower) << small;
    QTest::newRow("capitals") << Question(text::isUpper) << small.toUpper();
    QTest::newRow("letters and digits")
        << Question(text::isLetterOrDigit) << digits + small.toUpper() + small;
    QTest::newRow("hexadecimal digits") << Question(text::isHexDigit) << digits + "ABCDEFabcdef";
}

/// Of all 256 bytes these and no others.
void TestAscii::knowsEachByte()
{
    QFETCH(Question, is);
    QFETCH(QByteArray, members);
    QByteArray found;
    for (int byte = 0; byte < 256; ++byte) {
        if (is(static_cast<char>(byte)))
            found += static_cast<char>(byte);
    }
    QCOMPARE(found, members);
}

void TestAscii::changesCase()
{
    QCOMPARE(text::lowerCase("@AZ[`az{ 09-\xC3\x87İ"), std::string("@az[`az{ 09-\xC3\x87İ"));
    QCOMPARE(text::upperCase("@AZ[`az{ 09-\xC3\xA7ı"), std::string("@AZ[`AZ{ 09-\xC3\xA7ı"));
    QCOMPARE(text::lowerCase({}), std::string());
}

void TestAscii::comparesIgnoringCase_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("equal");
    const auto row = [](const char *name, const char *a, const char *b, bool equal) {
        QTest::newRow(name) << QByteArray(a) << QByteArray(b) << equal;
    };
    row("letters in any case", "X-Api-KEY", "x-aPI-key", true);
    row("a blank more", "X-Api-Key", "X-Api-Key ", false);
    row("a beginning", "X-Api", "X-Api-Key", false);
    row("0x20 apart, and no letters", "[", "{", false);
    row("letters beyond ASCII", "Ç", "ç", false);
    row("both empty", "", "", true);
}

void TestAscii::comparesIgnoringCase()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QTEST(text::equalsIgnoringCase(a.toStdString(), b.toStdString()), "equal");
    QTEST(text::equalsIgnoringCase(b.toStdString(), a.toStdString()), "equal");
}

QTEST_GUILESS_MAIN(TestAscii)
#include "tst_ascii.moc"
