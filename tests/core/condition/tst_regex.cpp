// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/regex.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace designer;
using condition::Outcome;
using condition::Regex;

class TestRegex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void isBounded_data();
    void isBounded();
    void answers_data();
    void answers();
    void refusesPatterns_data();
    void refusesPatterns();
    void isSafeInThreads();
};

Q_DECLARE_METATYPE(designer::condition::Outcome)

void TestRegex::isBounded_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &pattern, const QString &text) {
        QTest::newRow(name) << pattern << text;
    };
    const QString as = QString(40, u'a') + u'!';
    const QString manyAs = QString(200'000, u'a') + u'!';
    row("repeats in repeats", QStringLiteral("(a+)+$"), as);
    row("repeats in repeats, anchored", QStringLiteral("^(a+)+$"), as);
    row("alternatives that overlap", QStringLiteral("^(a|aa)+$"), as);
    row("repeats in repeats, long text", QStringLiteral("(a+)+$"), manyAs);
    row("recursion without end", QStringLiteral("(?R)"), as);
    row("recursion that goes on", QStringLiteral("^(a(?1)?b|a(?1)?c)"), QString(2000, u'a'));
    row("limits raised by the pattern", QStringLiteral("(*LIMIT_MATCH=4000000000)(a+)+$"), as);
    row("limits raised behind another verb", QStringLiteral("(*UTF)(*LIMIT_MATCH=4000000000)(a+)+$"), as);
    row("without the compiler", QStringLiteral("(*NO_JIT)(a+)+$"), as);
    row("search from many places", QStringLiteral("[a-z]+.*[a-z]+.*[xy]"), manyAs);
    QString choices;
    for (int i = 0; i < 18; ++i)
        choices += u"(a|a)";
    row("a million ways to read it", choices + QStringLiteral("[bd]"), manyAs);
    row("a million ways to leave out", QStringLiteral("a?").repeated(24) + QStringLiteral("[bd]"), manyAs);
    row("verbs that need one search", QStringLiteral("(*COMMIT)(a+)+$"), manyAs);
}

void TestRegex::isBounded()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    const Regex regex(pattern.toStdString(), false);
    QVERIFY(!regex.fault());
    QCOMPARE(regex.test(text.toStdString()), Outcome::LimitExceeded);
    const Regex caseless(pattern.toStdString(), true);
    QCOMPARE(caseless.test(text.toStdString()), Outcome::LimitExceeded);
}

void TestRegex::answers_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Outcome>("outcome");
    const auto row = [](const char *name, const QString &pattern, const QString &text, Outcome outcome) {
        QTest::newRow(name) << pattern << text << outcome;
    };
    const QString million(1'000'000, u'a');
    const QString words = QStringLiteral("some words and more ").repeated(500);
    row("a plain word at the end", QStringLiteral("needle"), million + QStringLiteral("needle"),
        Outcome::Yes);
    row("a plain word that is not there", QStringLiteral("needle"), million, Outcome::No);
    row("anchored", QStringLiteral("^a+$"), million, Outcome::Yes);
    row("a group that repeats", QStringLiteral("^(a|b)*$"), QString(50'000, u'a'), Outcome::Yes);
    row("a repeat in the middle", QStringLiteral("z\\d+"), words + QStringLiteral("z42"), Outcome::Yes);
    row("a repeat that is not there", QStringLiteral("z\\d+"), words, Outcome::No);
    row("a look behind", QStringLiteral("(?<=y )z+"), words + QStringLiteral("y zz"), Outcome::Yes);
    row("^ in an alternative is the beginning", QStringLiteral("^more+|^zzz"), words, Outcome::No);
    row("beyond the BMP", QStringLiteral("^x|.\\x{1F601}+"),
        QStringLiteral("😀").repeated(700) + QStringLiteral("😁"), Outcome::Yes);
    row("a byte order mark is a character", QStringLiteral("^a"), QStringLiteral(u"\uFEFFa"), Outcome::No);
    row("the empty match at the end", QStringLiteral("(?!a)b*$"), QString(5000, u'a'), Outcome::Yes);
}

void TestRegex::answers()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(Outcome, outcome);
    const Regex regex(pattern.toStdString(), false);
    QVERIFY(!regex.fault());
    QCOMPARE(regex.test(text.toStdString()), outcome);
}

void TestRegex::refusesPatterns_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("offset");
    const auto row = [](const char *name, const QString &pattern, const char *reason, int offset) {
        QTest::newRow(name) << pattern << QString::fromLatin1(reason) << offset;
    };
    row("no closing bracket", QStringLiteral("abc(def"), "missing closing parenthesis", 7);
    row("characters, not code units", QStringLiteral("😀😀("), "missing closing parenthesis", 3);
    row("the letters i count as they are written", QStringLiteral(u"i\u0307\u0130\\x{130}("),
        "missing closing parenthesis", 11);
    row("class out of order", QStringLiteral("abc[z-a]"), "out of order", 6);
    row("nothing to repeat", QStringLiteral("*a"), "does not follow a repeatable item", 0);
    row("behind a verb", QStringLiteral("(*UTF)abc("), "missing closing parenthesis", 10);
    row("too large", QStringLiteral("(((a{1,100}){1,100}){1,100})"), "too large", 28);
    row("too deep", QString(5000, u'(') + QString(5000, u')'), "too deeply nested", 251);
    row("a verb that is none", QStringLiteral("(*NONSENSE)a"), "verb", 10);
}

void TestRegex::refusesPatterns()
{
    QFETCH(QString, pattern);
    QFETCH(QString, reason);
    QFETCH(int, offset);
    const Regex regex(pattern.toStdString(), false);
    QVERIFY(regex.fault());
    QVERIFY2(regex.fault()->reason.contains(reason, Qt::CaseInsensitive), qPrintable(regex.fault()->reason));
    QCOMPARE(regex.fault()->offset, offset);
    const Regex caseless(pattern.toStdString(), true);
    QVERIFY(caseless.fault());
    QCOMPARE(caseless.fault()->offset, offset);
}

void TestRegex::isSafeInThreads()
{
    const Regex regex("^(a|b)+$", true);
    std::vector<int> answers(4, 0);
    std::vector<std::thread> threads;
    for (int &yes : answers) {
        threads.emplace_back([&regex, &yes] {
            for (int i = 0; i < 200; ++i)
                yes += regex.test("ABAB") == Outcome::Yes;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(answers, std::vector<int>(4, 200));
}

QTEST_GUILESS_MAIN(TestRegex)
#include "tst_regex.moc"
