// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/conversion.h"
#include "sampletexts.h"
#include "ui/samples/counterpart.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace designer;
using namespace designer::ui;

namespace {

int lineWith(const std::string &text, const std::string &part)
{
    const auto at = text.find(part);
    return static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

} // namespace

/// Lines of an event and of what it was converted from that belong together.
class TestCounterpart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void linesBelongTogether_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("the same value") << QByteArray("\"T-1\"") << QByteArray("\"T-1\"");
        QTest::newRow("a number") << QByteArray("2149.80") << QByteArray("2149.80");
        QTest::newRow("another name") << QByteArray("\"purchase\"") << QByteArray("\"purchase\"");
        QTest::newRow("an object") << QByteArray("\"data\"") << QByteArray("\"properties\"");
    }
    void linesBelongTogether()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const json::Document before(push);
        const json::Document after(event::convert(push)->text);
        const auto there = counterpart(before, after, push.find(from.toStdString()));
        QVERIFY(there);
        QCOMPARE(after.positionAt(*there).line, std::size_t(lineWith(after.text(), to.toStdString()) + 1));
        const auto back = counterpart(after, before, *there);
        QVERIFY(back);
        QCOMPARE(before.positionAt(*back).line, std::size_t(lineWith(push, from.toStdString()) + 1));
    }

    void linesOfAScriptBelongTogetherByName()
    {
        const std::string script = "hardal.track(\"purchase\", {\n  order_id: \"T-1\",\n  'value': 5\n});";
        const json::Document before(script);
        const json::Document after(event::convert(script)->text);
        const auto there = counterpart(before, after, script.find("\"T-1\""));
        QVERIFY(there);
        QCOMPARE(after.text().substr(*there, 5), "\"T-1\"");
        QCOMPARE(counterpart(after, before, after.text().find("5\n")).value_or(0), script.find("value"));
    }
};

QTEST_GUILESS_MAIN(TestCounterpart)
#include "tst_counterpart.moc"
