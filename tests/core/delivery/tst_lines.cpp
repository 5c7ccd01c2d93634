// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/linepipeline.h"

#include <QTest>

using namespace designer::delivery;

/// What workers find lines with: forEachLine() and isBlank().
class TestLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cutsLines_data();
    void cutsLines();
    void knowsBlankLines_data();
    void knowsBlankLines();
};

namespace {

using Lines = std::vector<std::string>;

} // namespace

Q_DECLARE_METATYPE(Lines)

void TestLines::cutsLines_data()
{
    QTest::addColumn<QByteArray>("block");
    QTest::addColumn<Lines>("lines");
    QTest::newRow("nothing") << QByteArray() << Lines{};
    QTest::newRow("an empty line") << QByteArray("\n") << Lines{""};
    QTest::newRow("without a feed at the end") << QByteArray("a\nb") << Lines{"a", "b"};
    QTest::newRow("with one") << QByteArray("a\nb\n") << Lines{"a", "b"};
    QTest::newRow("an empty line at the end") << QByteArray("a\n\n") << Lines{"a", ""};
    QTest::newRow("CR LF") << QByteArray("a\r\nb\r\n") << Lines{"a\r", "b\r"};
    QTest::newRow("a lone CR ends no line") << QByteArray("a\rb\n") << Lines{"a\rb"};
    QTest::newRow("NUL") << QByteArray("a\0b\nc", 5) << Lines{std::string("a\0b", 3), "c"};
}

void TestLines::cutsLines()
{
    QFETCH(const QByteArray, block);
    QFETCH(const Lines, lines);
    Lines seen;
    const std::string text = block.toStdString();
    const std::size_t count = forEachLine(text, [&](std::string_view each, std::size_t number) {
        QCOMPARE(number, seen.size());
        seen.emplace_back(each);
    });
    QCOMPARE(seen, lines);
    QCOMPARE(count, lines.size());
}

void TestLines::knowsBlankLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("blank");
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("blanks, tabs, CR") << QByteArray(" \t \r") << true;
    QTest::newRow("a brace") << QByteArray(" {") << false;
    QTest::newRow("NUL") << QByteArray("\0", 1) << false;
    QTest::newRow("a no-break space") << QByteArray("\xC2\xA0") << false;
}

void TestLines::knowsBlankLines()
{
    QFETCH(const QByteArray, line);
    QFETCH(const bool, blank);
    QCOMPARE(isBlank(line.toStdString()), blank);
}

QTEST_GUILESS_MAIN(TestLines)
#include "tst_lines.moc"
