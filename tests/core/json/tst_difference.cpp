// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/difference.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer::json;

/// One edit between two texts: no larger than it must be, and never inside a character.
class TestDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void smallest_data();
    void smallest();
    void equalTexts_data();
    void equalTexts();
};

void TestDifference::smallest_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("begin");
    QTest::addColumn<QByteArray>("removed");
    QTest::addColumn<QByteArray>("inserted");
    const auto row = [](const char *name, const char *before, const char *after, int begin,
                        const char *removed, const char *inserted) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << begin << QByteArray(removed)
                            << QByteArray(inserted);
    };
    row("inserted", "ac", "abc", 1, "", "b");
    row("removed", "abc", "ac", 1, "b", "");
    row("replaced", "abc", "axc", 1, "b", "x");
    row("at the beginning", "bc", "abc", 0, "", "a");
    row("at the end", "ab", "abc", 2, "", "c");
    row("nothing in common", "abc", "xyz", 0, "abc", "xyz");
    row("from nothing", "", "ğ", 0, "", "ğ");
    row("to nothing", "ğ", "", 0, "ğ", "");
    row("a repeated letter", "aa", "aaa", 2, "", "a");
    row("a repeated letter gone", "aaa", "aa", 2, "a", "");
    row("a repeated character gone", "ğğğ", "ğğ", 4, "ğ", "");
    row("the first byte in common", "aöb", "aüb", 1, "ö", "ü"); // C3 B6, C3 BC
    row("the last byte in common",
        "a\xC4\x9F"
        "b",
        "a\xC3\x9F"
        "b",
        1, "\xC4\x9F", "\xC3\x9F");
    row("three of four bytes in common", "😀", "😁", 0, "😀", "😁");
    row("all bytes but one in the middle in common", "\xE2\x82\xAC", "\xE2\x83\xAC", 0, "\xE2\x82\xAC",
        "\xE2\x83\xAC");
    row("the first byte in common, and the text ends", "ö", "öö", 2, "", "ö");
    row("bytes in common on both sides of one that is gone", "ğß", "ß", 0, "ğ", ""); // C4 9F C3 9F
    row("another length", "a€b", "aöb", 1, "€", "ö");
}

void TestDifference::smallest()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(int, begin);
    QFETCH(QByteArray, removed);
    QFETCH(QByteArray, inserted);
    const auto found = difference(before.toStdString(), after.toStdString());
    QVERIFY(found.has_value());
    QCOMPARE(static_cast<int>(found->begin), begin);
    QCOMPARE(before.mid(begin, static_cast<int>(found->end) - begin), removed);
    QCOMPARE(QByteArray::fromStdString(found->text), inserted);
    QCOMPARE(QByteArray::fromStdString(applied(before.toStdString(), *found)), after);
}

void TestDifference::equalTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("some") << QByteArray("ağ");
}

void TestDifference::equalTexts()
{
    QFETCH(QByteArray, text);
    QVERIFY(!difference(text.toStdString(), text.toStdString()));
}

QTEST_APPLESS_MAIN(TestDifference)
#include "tst_difference.moc"
