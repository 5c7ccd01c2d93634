// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/folding.h"

#include <QTest>

using namespace designer;

class TestFolding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void folds_data();
    void folds();
    void keepsEveryCodePointValid();
    void makesOneIOfPatterns_data();
    void makesOneIOfPatterns();
};

void TestFolding::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    const auto row = [](const char *name, const QString &text, const QString &folded) {
        QTest::newRow(name) << text << folded;
    };
    row("empty", QString(), QString());
    row("ASCII", QStringLiteral("PurCHase 09_-"), QStringLiteral("purchase 09_-"));
    row("the four letters i", QStringLiteral(u"I\u0130\u0131i"), QStringLiteral("iiii"));
    row("each with a dot above", QStringLiteral(u"I\u0307\u0130\u0307\u0131\u0307i\u0307"),
        QStringLiteral("iiii"));
    row("a dot above elsewhere stays", QStringLiteral(u"C\u0307"), QStringLiteral(u"c\u0307"));
    row("a second dot above stays", QStringLiteral(u"i\u0307\u0307"), QStringLiteral(u"i\u0307"));
    row("Turkish", QStringLiteral(u"\u015E\u00C7\u011E\u00DC\u00D6"),
        QStringLiteral(u"\u015F\u00E7\u011F\u00FC\u00F6"));
    row("final sigma", QStringLiteral(u"\u03A3\u03C2"), QStringLiteral(u"\u03C3\u03C3"));
    row("simple, not full", QStringLiteral(u"\u00DF\uFB01"), QStringLiteral(u"\u00DF\uFB01"));
    row("capital sharp s", QStringLiteral(u"\u1E9E"), QStringLiteral(u"\u00DF"));
    row("Kelvin and long s", QStringLiteral(u"\u212A\u017F"), QStringLiteral("ks"));
    row("beyond the BMP", QStringLiteral(u"\U00010400\U0001F600"), QStringLiteral(u"\U00010428\U0001F600"));
}

void TestFolding::folds()
{
    QFETCH(QString, text);
    QFETCH(QString, folded);
    QCOMPARE(QString::fromStdString(condition::folded(text.toStdString())), folded);
}

void TestFolding::keepsEveryCodePointValid()
{
    for (char32_t c = 1; c <= 0x1FFFF; ++c) {
        if (QChar::isSurrogate(c))
            continue;
        const std::string once = condition::folded(QString::fromUcs4(&c, 1).toStdString());
        QCOMPARE(condition::folded(once), once);
        QVERIFY(QString::fromStdString(once).toStdString() == once);
    }
}

void TestFolding::makesOneIOfPatterns_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &pattern, const QString &expected) {
        QTest::newRow(name) << pattern << expected;
    };
    row("letters", QStringLiteral(u"\u0130[\u0131]i\u0307"), QStringLiteral("I[i]i"));
    row("escapes", QStringLiteral("\\x{130}\\x{0131}\\x{132}"), QStringLiteral("Ii\\x{132}"));
    row("an escaped backslash before x", QStringLiteral("\\\\x{130}"), QStringLiteral("\\\\x{130}"));
    row("in a quotation", QStringLiteral("\\Q\\x{130}\\E\\x{130}"), QStringLiteral("\\Q\\x{130}\\EI"));
    row("unfinished escape", QStringLiteral("\\x{130"), QStringLiteral("\\x{130"));
    row("a backslash at the end", QStringLiteral("a\\"), QStringLiteral("a\\"));
    row("other escapes", QStringLiteral("\\d\\i"), QStringLiteral("\\d\\i"));
}

void TestFolding::makesOneIOfPatterns()
{
    QFETCH(QString, pattern);
    QFETCH(QString, expected);
    QCOMPARE(condition::patternWithOneI(pattern), expected);
}

QTEST_GUILESS_MAIN(TestFolding)
#include "tst_folding.moc"
