// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sentence.h"

#include <QTest>

using namespace designer;
using namespace designer::ui;

Q_DECLARE_METATYPE(std::optional<designer::json::Position>)

/// What an error says in the window.
class TestSentence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void says_data();
    static void says();
};

void TestSentence::says_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("line");
    Error error{ErrorCode::FileUnreadable, QStringLiteral("it cannot be read"), {}, {}, {}};
    QTest::newRow("alone") << error << QStringLiteral("It cannot be read.");
    error.wayOut = QStringLiteral("try again");
    QTest::newRow("what to do") << error << QStringLiteral("It cannot be read; try again.");
    error.position = json::Position{5, 3};
    QTest::newRow("a place") << error << QStringLiteral("Line 5, column 3: It cannot be read; try again.");
    error.file = QStringLiteral("a.json");
    QTest::newRow("a file") << error << QStringLiteral("a.json:5:3: it cannot be read; try again");
    QTest::newRow("nothing") << Error() << QString();
}

void TestSentence::says()
{
    QFETCH(Error, error);
    QTEST(lineOf(error), "line");
}

QTEST_GUILESS_MAIN(TestSentence)
#include "tst_sentence.moc"
