// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/indentation.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

class TestIndentation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void reindents_data();
    void reindents();
    void outdents_data();
    void outdents();
    void goesToTheLeftEdge_data();
    void goesToTheLeftEdge();
};

void TestIndentation::reindents_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *from, const char *to,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(from) << QByteArray(to) << QByteArray(expected);
    };
    row("deeper", "{\n  1\n}", "", "  ", "{\n    1\n  }");
    row("from tabs to blanks", "{\n\t\t1\n\t}", "\t", "  ", "{\n  \t1\n  }");
    row("the first line stays", "  a\n  b", "  ", "", "  a\nb");
    row("other lines stay", "{\n1\n  }", "  ", "\t", "{\n1\n\t}");
    row("empty lines stay empty", "{\n\n1\r\n\r\n}\n", "", "  ", "{\n\n  1\r\n\r\n  }\n");
    row("one line", "{}", "", "  ", "{}");
    row("nothing", "", "", "  ", "");
}

void TestIndentation::reindents()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, expected);
    const std::string got = connection::reindented(text.toStdString(), from.toStdString(), to.toStdString());
    QCOMPARE(QByteArray::fromStdString(got), expected);
    if (from.isEmpty())
        QCOMPARE(connection::indented(text.toStdString(), to.toStdString()), got);
}

void TestIndentation::outdents_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("all lines have it", "{\n    1\n  }", "{\n  1\n}");
    row("empty lines need not", "{\n\n    1\n\r\n  }", "{\n\n  1\n\r\n}");
    row("one line", "{}", "{}");
    row("a line lacks it", "{\n 1\n  }", "none");
    row("a line has nothing else", "{\n  \n  }", "none");
    row("the last line has nothing else", "{\n  ", "none");
}

/// Whatever can be taken away can be put back.
void TestIndentation::outdents()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const auto got = connection::outdented(text.toStdString(), "  ");
    QCOMPARE(QByteArray::fromStdString(got.value_or("none")), expected);
    if (got)
        QCOMPARE(QByteArray::fromStdString(connection::indented(*got, "  ")), text);
}

void TestIndentation::goesToTheLeftEdge_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("as deep as its last line") << QByteArray("{\n      1\n    }") << QByteArray("{\n  1\n}");
    QTest::newRow("lines less deep stay") << QByteArray("{\n  1\n    }") << QByteArray("{\n  1\n}");
    QTest::newRow("one line") << QByteArray("{ }") << QByteArray("{ }");
    QTest::newRow("there already") << QByteArray("{\n  1\n}") << QByteArray("{\n  1\n}");
}

void TestIndentation::goesToTheLeftEdge()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(connection::atLeftEdge(text.toStdString())), expected);
}

QTEST_GUILESS_MAIN(TestIndentation)
#include "tst_indentation.moc"
